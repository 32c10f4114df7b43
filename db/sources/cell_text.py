"""What a workbook's cell says, as text."""

import datetime as dt
from decimal import Decimal

CellValue = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
_EXCEL_DIGITS = 15  # a spreadsheet keeps and shows no more


def cell_text(value: CellValue) -> str:
    """The cell as text: whole numbers without a point or an exponent, dates as ISO writes them.

    >>> cell_text(89161234567.0), cell_text(7.9e10), cell_text(0.1 + 0.2)
    ('89161234567', '79000000000', '0.3')
    """
    if isinstance(value, float):
        return _number_text(value)
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, dt.timedelta):
        return _duration_text(value)
    if isinstance(value, dt.time):
        return value.isoformat(timespec="seconds")
    return value.isoformat()


def _number_text(number: float) -> str:
    if number.is_integer():
        return str(int(number))
    shown = f"{number:.{_EXCEL_DIGITS}g}"
    return f"{Decimal(shown):f}" if "e" in shown else shown


def _duration_text(duration: dt.timedelta) -> str:
    """Hours may exceed a day, as a spreadsheet's [h]:mm:ss shows them."""
    seconds = round(duration.total_seconds())
    sign = "-" if seconds < 0 else ""
    minutes, seconds = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours}:{minutes:02}:{seconds:02}"
