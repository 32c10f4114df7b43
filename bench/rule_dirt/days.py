"""Dates of birth and of sales, and what becomes of them."""

from collections.abc import Callable
from datetime import date

from bench.generator.draw import Dice
from bench.rule_dirt.kinds import Answer, Dirty, FieldDirt, Kind, answer
from rules import date as rule

_ASOF = date(2026, 11, 1)
_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_EXCEL_EPOCH = date(1899, 12, 30).toordinal()
_EMPTY = ("01.01.0001", "30.12.1899", "01.01.1900", "01.01.1970", "  .  .", "0001-01-01T00:00:00")
_NO_DAYS = ("31.02.{}", "30.02.{}", "31.04.{}", "00.05.{}", "32.01.{}", "12.13.{}", "15.00.{}")


def draw_birth(dice: Dice) -> date:
    """A day on which an owner may have been born; the first of January is none of them."""
    while True:
        day = date.fromordinal(
            dice.between(date(1940, 1, 1).toordinal(), date(2006, 1, 1).toordinal())
        )
        if (day.month, day.day) != (1, 1):
            return day


def draw_sale(dice: Dice) -> date:
    """A day on which a car may have been sold."""
    return date.fromordinal(dice.between(date(2003, 1, 2).toordinal(), _ASOF.toordinal()))


Typing = Callable[[date, Dice], str]


def _same(name: str, typing: Typing) -> Kind[date]:
    return Kind(name, lambda day, dice: Dirty(typing(day, dice), str(day)))


def _styled(day: date, dice: Dice) -> str:
    month = _MONTHS[day.month - 1]
    return dice.pick((
        f"{day}", f"{day:%d/%m/%Y}", f"{day:%d-%m-%Y}", f"{day.day}.{day.month}.{day.year}",
        f"{day.day} {month} {day.year} г.", f"{day:%d.%m.%Y} г.р.", f"{day:%Y.%m.%d}",
        f"{day:%d.%m.%Y} 0:00:00", f"{day}T00:00:00", f"{day:%d %m %Y}", f" {day:%d.%m.%Y}",
        f"{day.day} {month.upper()} {day.year}", f"{day:%Y%m%d}", f"«{day.day}» {month} {day.year}",
        f"{day:%d . %m . %Y}", f"{day:%d.%m.%Y}г.", f"{day.day}-{month[:3]}-{day.year}",
    ))  # fmt: skip


def _american(day: date, dice: Dice) -> Dirty | None:
    """Month first; a day that is a month too makes another date."""
    if day.day == day.month:
        return None
    text = f"{day:%m/%d/%Y}" if dice.chance(0.5) else f"{day:%m.%d.%Y}"
    other = str(day.replace(month=day.day, day=day.month)) if day.day <= 12 else ""  # noqa: PLR2004
    return Dirty(text, str(day), other)


def _short(day: date, dice: Dice) -> str:
    return dice.pick(
        (f"{day:%d.%m.%y}", f"{day:%d/%m/%y}", f"{day:%d-%m-%y}", f"{day:%d.%m.%y} г.")
    )


def _serial(day: date, dice: Dice) -> str:
    number = day.toordinal() - _EXCEL_EPOCH
    return dice.pick((f"{number}", f"{number}.0"))


def _slipped(day: date, dice: Dice) -> str:
    return dice.pick((
        f"{day:%d.%m,%Y}", f"{day:%d,%m,%Y}", f"{day:%d..%m.%Y}", f"{day:%d.%m.%Y}.",
        f"{day:%d/%m.%Y}", f"{day:%dю%mю%Y}", f"{day:%d.%m. %Y}", f"{day:%d%m%Y}",
        f"'{day:%d.%m.%Y}",
        f"{day:%d.%m.%Y}".replace("0", "О", 1), f"{day:%d.%m.%Y}".replace("1", "l", 1),
    ))  # fmt: skip


def _wrong(day: date, dice: Dice) -> Dirty:
    text = dice.pick(_NO_DAYS).format(day.year)
    return Dirty(text, str(day))


def _impossible(day: date, dice: Dice) -> Dirty:
    year = dice.pick((day.year + 200, day.year - 1000, 1805, day.year + 90))
    return Dirty(f"{day:%d.%m.}{year}", str(day))


def _incomplete(day: date, dice: Dice) -> Dirty:
    return Dirty(
        dice.pick((str(day.year), f"{day:%m.%Y}", f"{day.year} г.р.", f"{day:%d.%m}")), str(day)
    )


def _kinds() -> tuple[Kind[date], ...]:
    return (
        _same("another notation", _styled),
        _same("year of two digits", _short),
        _same("spreadsheet's number", _serial),
        _same("slip in the signs", _slipped),
        Kind("month before day", _american),
        Kind("no such day", _wrong),
        Kind("impossible year", _impossible),
        Kind("day missing", _incomplete),
        Kind("empty date", lambda _, dice: Dirty(dice.pick(_EMPTY), "")),
    )


def _read_birth(text: str) -> Answer:
    return answer(rule.normalise(text, asof=_ASOF, birth=True), str)


def _read_sale(text: str) -> Answer:
    return answer(rule.normalise(text, asof=_ASOF), str)


BIRTHS = FieldDirt(
    "birth date",
    draw_birth,
    lambda day, _: Dirty(f"{day:%d.%m.%Y}", str(day)),
    _read_birth,
    _kinds(),
)
SALES = FieldDirt(
    "sale date", draw_sale, lambda day, _: Dirty(f"{day:%d.%m.%Y}", str(day)), _read_sale, _kinds()
)
