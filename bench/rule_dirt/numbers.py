"""ИНН, mileage and years of production, and what becomes of them."""

from collections.abc import Callable
from datetime import date

from stdnum.ru import inn as control

from bench.generator.draw import Dice
from bench.rule_dirt import slips
from bench.rule_dirt.kinds import Dirty, FieldDirt, Floor, Kind, answer
from rules import inn, mileage, year

_ASOF = date(2026, 11, 1)
_TWINS = {"0": "ОOо", "1": "lI", "3": "З"}


def draw_inn(dice: Dice) -> str:
    """An ИНН of a person or a company, one in five with a leading zero."""
    region = f"{dice.between(1, 9):02d}" if dice.chance(0.2) else str(dice.between(10, 92))
    if dice.chance(0.5):
        body = region + dice.digits(7)
        return body + control.calc_company_check_digit(body)
    body = region + dice.digits(8)
    return body + control.calc_personal_check_digits(body)


def _same(name: str, typing: Callable[[str, Dice], str], floor: Floor = Floor.NONE) -> Kind[str]:
    return Kind(name, lambda clean, dice: Dirty(typing(clean, dice), clean), floor)


def _slip(name: str, slip: Callable[[str, Dice], str]) -> Kind[str]:
    def spoil(clean: str, dice: Dice) -> Dirty | None:
        text = slip(clean, dice)
        if text == clean:
            return None
        padded = text if len(text) in (10, 12) else f"0{text}"
        return Dirty(text, clean, padded if control.is_valid(padded) else "")

    return Kind(name, spoil)


def _kpp(clean: str, dice: Dice) -> str:
    kpp = f"{clean[:4]}{dice.pick(('01001', '43001', '45001'))}"
    return dice.pick(
        (f"{clean}/{kpp}", f"{clean} / {kpp}", f"ИНН/КПП {clean}/{kpp}", f"{clean}\\{kpp}")
    )


def _signs(clean: str, dice: Dice) -> str:
    return dice.pick((
        f"ИНН {clean}", f"ИНН: {clean}", f" {clean}", f"{clean[:4]} {clean[4:]}", f"'{clean}",
        f"{clean}.", f"инн{clean}", "-".join((clean[:4], clean[4:])), f"№{clean}", f"{clean}\u00a0",
    ))  # fmt: skip


def _floated(clean: str, dice: Dice) -> str:
    digits = clean.lstrip("0")
    exponent = f"{digits[0]}.{digits[1:].rstrip('0')}E+{len(digits) - 1}"
    return dice.pick((f"{digits}.0", f"{digits},0", exponent))


def _lettered(clean: str, dice: Dice) -> Dirty | None:
    fitting = slips.places(clean, "013")
    if not fitting:
        return None
    at = dice.pick(fitting)
    return Dirty(clean[:at] + dice.pick(_TWINS[clean[at]]) + clean[at + 1 :], clean)


def _zero_lost(clean: str, _: Dice) -> Dirty | None:
    return Dirty(clean[1:], clean) if clean[0] == "0" else None


INNS = FieldDirt(
    "ИНН",
    draw_inn,
    lambda clean, _: Dirty(clean, clean),
    lambda text: answer(inn.normalise(text), str),
    (
        _same("spreadsheet float", _floated),
        Kind("leading zero lost", _zero_lost),
        _same("КПП beside", _kpp),
        _same("other signs and label", _signs),
        Kind("letters for digits", _lettered, Floor.UNDONE),
        _slip("digit lost", lambda one, dice: slips.lost(one, dice.below(len(one)))),
        _slip("digit doubled", lambda one, dice: slips.doubled(one, dice.below(len(one)))),
        _slip("digit wrong", lambda one, dice: slips.changed(one, dice.below(len(one)), dice)),
        _slip("digits swapped", lambda one, dice: slips.swapped(one, dice.below(len(one) - 1))),
        Kind(
            "placeholder",
            lambda _, dice: Dirty(
                dice.pick(("0000000000", "нет", "-", "000000000000", "1111111111", "0", "б/н")), ""
            ),
        ),
    ),
)

_NO_MILEAGE = frozenset((1, 11111, 111111, 123456, 999999, 99999, 12345))


def draw_mileage(dice: Dice) -> str:
    """Kilometres that are nobody's placeholder."""
    while True:
        found = dice.between(3, 400_000)
        if found not in _NO_MILEAGE:
            return str(found)


def _grouped(clean: str, dice: Dice) -> Dirty | None:
    if len(clean) < 4:  # noqa: PLR2004 - nothing to part
        return None
    mark = dice.pick((" ", "\u00a0", ".", ",", "'", "\u202f"))
    return Dirty(f"{clean[:-3]}{mark}{clean[-3:]}", clean)


def _thousands(clean: str, dice: Dice) -> Dirty | None:
    if len(clean) < 4:  # noqa: PLR2004 - less than a thousand
        return None
    whole = clean[:-3]
    if dice.chance(0.3):
        return Dirty(f"{whole},{clean[-3]} тыс. км", f"{whole}{clean[-3]}00")
    return Dirty(whole + dice.pick((" тыс", " тыс.", "т", "тыс.км", " т.км", "к")), f"{whole}000")


def _km_lettered(clean: str, dice: Dice) -> Dirty | None:
    fitting = slips.places(clean, "03", start=1)
    if not fitting:
        return None
    at = dice.pick(fitting)
    return Dirty(clean[:at] + dice.pick({"0": "ОO", "3": "З"}[clean[at]]) + clean[at + 1 :], clean)


MILEAGES = FieldDirt(
    "mileage",
    draw_mileage,
    lambda clean, _: Dirty(clean, clean),
    lambda text: answer(mileage.normalise(text), str),
    (
        Kind("thousands parted", _grouped),
        _same(
            "unit beside",
            lambda one, dice: dice.pick(
                ("{} км", "{}км", "{} км.", "пробег {}", "{} km", "~{}")
            ).format(one),
        ),
        _same("spreadsheet float", lambda one, dice: one + dice.pick((".0", ",0", ".00"))),
        Kind("in thousands", _thousands),
        Kind("letters for digits", _km_lettered, Floor.UNDONE),
        Kind(
            "minus, too much",
            lambda one, dice: Dirty(dice.pick((f"-{one}", f"9{one.zfill(7)}", f"{one} мкм")), one),
        ),
        Kind(
            "placeholder",
            lambda _, dice: Dirty(
                dice.pick(("0", "1", "111111", "123456", "999999", "-", "нет", "0.0", "?")), ""
            ),
        ),
    ),
)


def _short_year(clean: str, dice: Dice) -> Dirty:
    short = clean[2:]
    return Dirty(dice.pick((short, f"{short} г.", f"'{short}", f"{short}.0")), clean)


YEARS = FieldDirt(
    "year",
    lambda dice: str(dice.between(1985, 2026)),
    lambda clean, _: Dirty(clean, clean),
    lambda text: answer(year.normalise(text, asof=_ASOF), str),
    (
        _same(
            "words beside",
            lambda one, dice: dice.pick((
                f"{one} г.в.", f"{one} г.", f"{one}г", f"{one} год", f"{one} года выпуска",
                f" {one}", f"01.05.{one}", f"{one}-05-01", f"01.01.{one} 0:00:00", f"{one} гв",
            )),
        ),
        _same("spreadsheet float", lambda one, dice: one + dice.pick((".0", ",0"))),
        Kind("two digits", _short_year),
        Kind("mileage instead", lambda _, dice: Dirty(str(dice.between(3000, 300_000)), "")),
        Kind("still to come", lambda _, dice: Dirty(str(dice.between(2028, 2099)), "")),
        Kind("placeholder", lambda _, dice: Dirty(dice.pick(("0", "-", "нет", "1900")), "")),
    ),
)  # fmt: skip
