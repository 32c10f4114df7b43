"""Registration numbers and documents of companies, persons and cars, and what becomes of them."""

from collections.abc import Callable
from datetime import date

from bench.generator.draw import Dice
from bench.rule_dirt import slips
from bench.rule_dirt.kinds import Answer, Dirty, FieldDirt, Floor, Kind, answer
from rules import driving_licence, kpp, ogrn, passport, snils, vehicle_paper

_ASOF = date(2026, 11, 1)
_TWINS = {"0": "ОO", "1": "lI", "3": "З"}
_PLATE_LETTERS = "АВЕКМНОРСТУХ"
_REGIONS = "01 02 16 23 36 50 52 54 61 63 66 74 77 78".split()
_OKATO = "03 04 05 07 14 20 22 25 36 40 45 46 60 65 75 80 92".split()
_BLANKS = ("-", "нет", "б/н", "не указан", "0000000000", "отсутствует")


def _bare(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _field(
    name: str,
    draw: Callable[[Dice], str],
    read: Callable[[str], Answer],
    valid: Callable[[str], bool],
    labels: tuple[str, ...],
) -> FieldDirt[str]:
    """A field of a number; ``valid`` says of a slip whether it is another good number."""

    def same(kind: str, typing: Callable[[str, Dice], str]) -> Kind[str]:
        return Kind(kind, lambda one, dice: Dirty(typing(one, dice), _bare(one)))

    def slip(kind: str, typing: Callable[[str, Dice], str]) -> Kind[str]:
        def spoil(one: str, dice: Dice) -> Dirty | None:
            clean = _bare(one)
            text = typing(clean, dice)
            if text == clean:
                return None
            # A lost zero is given back, О among digits is read as 0: either may make another.
            options = (text, "0" + text, text.replace("О", "0"))
            return Dirty(text, clean, next(filter(valid, options), ""))

        return Kind(kind, spoil)

    def lettered(one: str, dice: Dice) -> Dirty | None:
        fitting = slips.places(one, "013", start=4)
        if not fitting:
            return None
        at = dice.pick(fitting)
        return Dirty(one[:at] + dice.pick(_TWINS[one[at]]) + one[at + 1 :], _bare(one))

    def spaced(one: str, dice: Dice) -> str:
        bare = _bare(one)
        return dice.pick((
            bare, f" {one} ", one.replace(" ", "-"), one.replace(" ", "\u00a0"), one.lower(),
            f"{one}.", f"'{bare}", " ".join((bare[:2], bare[2:4], bare[4:])),
        ))  # fmt: skip

    return FieldDirt(
        name,
        draw,
        lambda one, _: Dirty(one, _bare(one)),
        lambda text: _compact(read(text)),
        (
            same("other signs", spaced),
            same("label before", lambda one, dice: dice.pick(labels) + one),
            Kind("letters for digits", lettered, Floor.UNDONE),
            slip("digit lost", lambda one, dice: slips.lost(one, dice.below(len(one)))),
            slip("digit doubled", lambda one, dice: slips.doubled(one, dice.below(len(one)))),
            slip("digit wrong", _wrong),
            slip("digits swapped", lambda one, dice: slips.swapped(one, dice.below(len(one) - 1))),
            Kind("placeholder", lambda _, dice: Dirty(dice.pick(_BLANKS), "")),
        ),
    )


def _compact(said: Answer) -> Answer:
    return Answer(_bare(said.value), said.blocked, said.flagged)


def _wrong(one: str, dice: Dice) -> str:
    at = dice.pick(slips.places(one))
    return slips.changed(one, at, dice)


def _draw_kpp(dice: Dice) -> str:
    return f"{dice.pick(_REGIONS)}{dice.between(1, 51):02d}{dice.pick(('01', '43', '45'))}001"


def _draw_ogrn(dice: Dice) -> str:
    if dice.chance(0.6):
        body = f"1{dice.between(2, 24):02d}{dice.pick(_REGIONS)}{dice.digits(7)}"
    else:
        body = f"3{dice.between(4, 24):02d}{dice.pick(_REGIONS)}{dice.digits(9)}"
    return body + str(int(body) % (11 if body[0] == "1" else 13) % 10)


def _is_ogrn(text: str) -> bool:
    if len(text) not in (13, 15) or not text.isdecimal():
        return False
    divisor = 11 if len(text) == 13 else 13  # noqa: PLR2004 - companies and sole traders
    return int(text[:-1]) % divisor % 10 == int(text[-1])


_UNCHECKED = 1_001_998


def _snils_control(body: str) -> str:
    total = sum(int(digit) * (9 - at) for at, digit in enumerate(body)) % 101
    return f"{total % 100:02d}"


def _draw_snils(dice: Dice) -> str:
    body = f"{dice.between(2_000_000, 199_999_999):09d}"
    return f"{body[:3]}-{body[3:6]}-{body[6:]} {_snils_control(body)}"


def _is_snils(text: str) -> bool:
    if len(text) != 11 or not text.isdecimal():  # noqa: PLR2004 - digits of a СНИЛС
        return False
    return _snils_control(text[:9]) == text[9:] or int(text[:9]) <= _UNCHECKED


def _draw_paper(dice: Dice) -> str:
    letters = dice.pick(_PLATE_LETTERS) + dice.pick(_PLATE_LETTERS)
    series = letters if dice.chance(0.5) else f"{dice.between(1, 99):02d}"
    return f"{dice.pick(_REGIONS)} {series} {dice.between(100_101, 999_999)}"


def _is_paper(text: str) -> bool:
    """Ten characters of the form; no control digit guards them."""
    return len(text) == 10 and text[:2].isdecimal() and text[4:].isdecimal()  # noqa: PLR2004


def _draw_licence(dice: Dice) -> str:
    if dice.chance(0.3):
        letters = dice.pick(_PLATE_LETTERS) + dice.pick(_PLATE_LETTERS)
        return f"{dice.pick(_REGIONS)} {letters} {dice.between(100_101, 999_999)}"
    return f"99 {dice.between(1, 40):02d} {dice.between(100_101, 999_999)}"


def _draw_passport(dice: Dice) -> str:
    return f"{dice.pick(_OKATO)}{dice.between(0, 25):02d} {dice.between(100_101, 999_999)}"


PAPERS = (
    _field(
        "КПП",
        _draw_kpp,
        lambda text: answer(kpp.normalise(text), str),
        lambda text: len(text) == 9 and text.isdecimal(),  # noqa: PLR2004
        ("КПП ", "КПП: ", "кпп"),
    ),
    _field(
        "ОГРН",
        _draw_ogrn,
        lambda text: answer(ogrn.normalise(text), str),
        _is_ogrn,
        ("ОГРН ", "ОГРН: ", "ОГРНИП "),
    ),
    _field(
        "СНИЛС",
        _draw_snils,
        lambda text: answer(snils.normalise(text), str),
        _is_snils,
        ("СНИЛС ", "СНИЛС: ", "снилс № "),
    ),
    _field(
        "СТС",
        _draw_paper,
        lambda text: answer(vehicle_paper.sts(text), str),
        _is_paper,
        ("СТС ", "СТС № ", "стс: "),
    ),
    _field(
        "ПТС",
        _draw_paper,
        lambda text: answer(vehicle_paper.pts(text), str),
        _is_paper,
        ("ПТС ", "ПТС № ", "птс: "),
    ),
    _field(
        "driving licence",
        _draw_licence,
        lambda text: answer(driving_licence.normalise(text), str),
        _is_paper,
        ("ВУ ", "в/у ", "ВУ № "),
    ),
    _field(
        "passport",
        _draw_passport,
        lambda text: answer(passport.normalise(text, asof=_ASOF), str),
        _is_paper,
        ("паспорт ", "Паспорт РФ ", "серия "),
    ),
)
"""The fields of this file."""
