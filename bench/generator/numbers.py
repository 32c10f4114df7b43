"""Phones, plates, tax numbers and VINs that nobody else in the generated town has."""

import zlib
from functools import cache

from bench.generator.draw import Dice, Unique
from bench.generator.tables import CarModel, Town

PLATE_LETTERS = "АВЕКМНОРСТУХ"
VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_YEAR_CHARS = "ABCDEFGHJKLMNPRSTVWXY123456789"
_YEAR_BASE = 1980
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_VALUES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", "12345678123457923456789", strict=True))
# WMI in which the check digit is in use (learned from public statistics, see the domain notes).
_CHECKED = ("X4X", "XW7", "WBA", "JMZ", "JMB")
_MOBILE_CODES = tuple(
    str(code)
    for code in (*range(902, 907), *range(908, 921), *range(922, 930), *range(960, 969), 937, 939,
                 951, 952, 953, 977, 980, 981, 985, 987, 999)
)  # fmt: skip
_LOCAL = 10_000_000
_PLATES = 999 * len(PLATE_LETTERS) ** 3
_DULL = 2


def _spread(text: str) -> int:
    return len(set(text[-7:]))


class Registry:
    """Hands out numbers of one district; districts never clash."""

    def __init__(self, town: Town, *, seed: int, district: int, slots: int) -> None:
        start, shift = district * slots, seed * 7919 + 13
        self._town = town
        self._mobiles = Unique(
            len(_MOBILE_CODES) * _LOCAL, start=start * 3, shift=shift, stride=274_177_649
        )
        self._plates = Unique(
            len(town.plate_codes) * _PLATES, start=start, shift=shift, stride=2_750_159
        )
        self._taxpayers = Unique(10**8, start=start, shift=shift, stride=38_196_601)
        self._firms = Unique(10**7, start=start, shift=shift, stride=3_819_661)
        self._serial_base = district * 4000
        self._serials: dict[str, int] = {}
        self._names = start

    def mobile(self) -> str:
        """Ten digits of a mobile number that is not a placeholder by its looks."""
        while True:
            number = self._mobiles.draw()
            text = f"{_MOBILE_CODES[number // _LOCAL]}{number % _LOCAL:07d}"
            if _spread(text) > _DULL:
                return text

    def landline(self, dice: Dice) -> str:
        """Ten digits of a fixed number of the town."""
        return f"{self._town.area_code}{dice.between(2, 9)}{dice.digits(6)}"

    def plate(self, code: str, dice: Dice) -> str:
        """A state plate; one with a code of the town is nobody else's."""
        number = self._plates.draw()
        if code in self._town.plate_codes:
            code = self._town.plate_codes[number // _PLATES]
            number %= _PLATES
        else:
            number = dice.below(_PLATES)
        number, figures = divmod(number, 999)
        number, third = divmod(number, 12)
        first, second = divmod(number, 12)
        letters = PLATE_LETTERS
        return f"{letters[first]}{figures + 1:03d}{letters[second]}{letters[third]}{code}"

    def person_inn(self) -> str:
        """Twelve digits with right check digits."""
        return _inn_person(f"{self._town.plate_codes[0]}{self._taxpayers.draw():08d}")

    def firm_inn(self) -> str:
        """Ten digits with a right check digit."""
        return _inn_firm(f"{self._town.plate_codes[0]}{self._firms.draw():07d}")

    def name_number(self) -> int:
        """A number that makes an e-mail address one's own."""
        self._names += 1
        return self._names

    def vin(self, model: CarModel, year: int, dice: Dice) -> str:
        """A VIN; cars of one model and year come in nearly consecutive serials."""
        descriptor = _descriptor(model)
        series = f"{model.prefix}{descriptor}{year}"
        first = self._serial_base + zlib.crc32(series.encode()) % 1_000_000
        serial = self._serials.get(series, first) + dice.between(1, 2)
        self._serials[series] = serial
        year_char = _YEAR_CHARS[(year - _YEAR_BASE) % len(_YEAR_CHARS)]
        plant = VIN_LETTERS[len(model.model) % len(VIN_LETTERS)]
        tail = f"{year_char}{plant}{serial % 1_000_000:06d}"
        if model.prefix in _CHECKED:
            return _checked(f"{model.prefix}{descriptor}0{tail}")
        return f"{model.prefix}{descriptor}{dice.pick('0123456789ABCE')}{tail}"

    def frame(self, model: CarModel, dice: Dice) -> str:
        """A frame number of a right-hand-drive import."""
        return f"{model.prefix}-{dice.digits(7)}"


@cache
def _descriptor(model: CarModel) -> str:
    mixed = sum(ord(char) * (place + 3) ** 2 for place, char in enumerate(model.make + model.model))
    chars = []
    for place in range(5):
        mixed = mixed * 31 + 17 * place + 7
        alphabet = VIN_LETTERS if place % 2 == 0 else "0123456789"
        chars.append(alphabet[mixed % len(alphabet)])
    return "".join(chars)


def _checked(vin: str) -> str:
    total = sum(
        int(_VALUES.get(char, char)) * weight for char, weight in zip(vin, _WEIGHTS, strict=True)
    )
    return f"{vin[:8]}{'0123456789X'[total % 11]}{vin[9:]}"


def _weigh(digits: str, weights: tuple[int, ...]) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
    return str(total % 11 % 10)


def _inn_person(ten: str) -> str:
    eleven = ten + _weigh(ten, (7, 2, 4, 10, 3, 5, 9, 4, 6, 8))
    return eleven + _weigh(eleven, (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8))


def _inn_firm(nine: str) -> str:
    return nine + _weigh(nine, (2, 4, 10, 3, 5, 9, 4, 6, 8))
