"""How a report is asked for on the command line: days, slices and what is taken in."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated

import typer

from reports.options import Dimension, Options
from resources.texts import gettext

Day = Annotated[
    str, typer.Option("--date", help=gettext("The day that the report is for, 2026-01-31."))
]
Since = Annotated[
    str, typer.Option("--from", help=gettext("The first day of the sales and visits counted."))
]
Until = Annotated[
    str, typer.Option("--to", help=gettext("The last day of the sales and visits counted."))
]
Slice = Annotated[
    str,
    typer.Option(
        "--by",
        help=gettext("A table for each year, month, model, branch, staff, kind, region or own."),
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", help=gettext("Only what has this value: model=“Kia Rio”.")),
]
Home = Annotated[
    list[str] | None,
    typer.Option("--home", help=gettext("A region of the dealer's own, if not most buyers'.")),
]
OtherRegions = Annotated[
    bool, typer.Option("--other-regions", help=gettext("Count buyers from other regions too."))
]
ChangedOwners = Annotated[
    bool,
    typer.Option("--changed-owners", help=gettext("Count cars whose owner changed too.")),
]
UsedCars = Annotated[
    bool, typer.Option("--used-cars", help=gettext("Count cars not sold as new too."))
]
Compare = Annotated[
    bool, typer.Option("--compare", help=gettext("Put the previous period beside."))
]
VisitDays = Annotated[
    int,
    typer.Option(
        "--visit-days", min=0, help=gettext("Orders of a car so many days apart are one visit.")
    ),
]
RepeatDays = Annotated[
    int,
    typer.Option(
        "--repeat-days",
        min=0,
        help=gettext("A repair so soon after one of its kind repeats it; 0 for never."),
    ),
]
WithoutConsent = Annotated[
    bool,
    typer.Option(
        "--without-consent",
        help=gettext("List clients too whose consent to advertising is unknown."),
    ),
]
USUAL = Options()


def day(text: str, option: str) -> date | None:
    """The day that an option names, None where it is not given.

    Raises:
        BadParameter: it is no day.
    """
    for read in (date.fromisoformat, _russian):
        try:
            return read(text) if text else None
        except ValueError:
            continue
    raise typer.BadParameter(
        gettext("“{text}” is no day; write it as 2026-01-31 or 31.01.2026.").format(text=text),
        param_hint=option,
    )


def _russian(text: str) -> date:
    return datetime.strptime(text, "%d.%m.%Y").date()  # noqa: DTZ007 - a day has no zone


def period(since: str, until: str) -> tuple[date | None, date | None]:
    """The first and the last day counted.

    Raises:
        BadParameter: one is no day, or the first comes after the last.
    """
    first, last = day(since, "--from"), day(until, "--to")
    if first and last and first > last:
        raise typer.BadParameter(
            gettext("The period ends before it begins."), param_hint="--from, --to"
        )
    return first, last


def dimension(text: str, option: str) -> Dimension | None:
    """What an option slices by, None where it is not given.

    Raises:
        BadParameter: no report can be sliced by that.
    """
    if text and text not in set(Dimension):
        raise typer.BadParameter(
            gettext("“{text}” is none of {known}.").format(text=text, known=", ".join(Dimension)),
            param_hint=option,
        )
    return Dimension(text) if text else None


def only(given: Sequence[str]) -> dict[Dimension, str]:
    """The values that must be had, by dimension.

    Raises:
        BadParameter: a text is not of the form dimension=value, or a dimension comes twice.
    """
    found: dict[Dimension, str] = {}
    for text in given:
        name, _, value = text.partition("=")
        chosen = dimension(name.strip(), "--only")
        if chosen is None or not value.strip():
            raise typer.BadParameter(
                gettext("“{text}” is not of the form model=“Kia Rio”.").format(text=text),
                param_hint="--only",
            )
        if chosen in found:
            raise typer.BadParameter(
                gettext("Only one value of {dimension} can be asked for.").format(dimension=chosen),
                param_hint="--only",
            )
        found[chosen] = value.strip().strip("«»“”\"'")
    return found
