"""Numbers, shares and dates as the language in force writes them."""

from datetime import date

from resources.texts import language

_THIN = "\u202f"
_MINUS = "\u2212"
_HALF_A_STEP = 0.0005  # half of the least step that a rounded share is written in


def number(value: int) -> str:
    """A whole number with its thousands apart."""
    return _local(f"{value:,}")


def decimal(value: float, places: int) -> str:
    """A number rounded to exactly so many decimals."""
    return _local(f"{round(value, places) + 0.0:,.{places}f}")  # + 0.0: there is no minus nought


def rounded(value: float, places: int) -> str:
    """A number rounded to so many decimals at most, without those that say nothing."""
    text = f"{round(value, places) + 0.0:,.{places}f}"
    return _local(text.rstrip("0").rstrip(".") if places else text)


def percent(share: float) -> str:
    """A share of one as a percentage; never 100 unless it is exactly one.

    A probability of 0.9996 shown as 100 % would promise more than it holds.
    """
    return f"{_comma(f'{int(share * 1000) / 10:g}')}{percent_sign()}"


def share(value: float) -> str:
    """A share of one in rounded hundredths without the sign; 0 and 100 are said of nothing else."""
    if 0 < value < _HALF_A_STEP:
        return _comma("<0.1")
    if 1 - _HALF_A_STEP <= value < 1:
        return _comma("99.9")
    return rounded(value * 100, 1) if value in {0, 1} else decimal(value * 100, 1)


def hundredths(value: float) -> str:
    """A share of one in rounded hundredths with the sign."""
    return f"{share(value)}{percent_sign()}"


def percent_sign() -> str:
    """What stands behind the number of a percentage."""
    return f"{_THIN}%" if language() == "ru" else "%"


def day(value: date | None) -> str:
    """A date, "" if there is none."""
    if value is None:
        return ""
    return f"{value:%d.%m.%Y}" if language() == "ru" else f"{value:%Y-%m-%d}"


def _local(text: str) -> str:
    """A number in Python's notation in that of the language."""
    if language() == "ru":
        text = _comma(text.replace(",", _THIN))
    return f"{_MINUS}{text[1:]}" if text.startswith("-") else text


def _comma(text: str) -> str:
    """The text with the decimal sign of the language."""
    return text.replace(".", ",") if language() == "ru" else text
