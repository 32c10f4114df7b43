"""The command that tells what is in a base: the overview, or one report in any form."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from db.base import opened
from db.engine import Engine, reading
from reports import catalogue, content_json, content_text, html, stock
from reports.content import Report
from reports.content_words import behind_only, keys
from reports.desk import Desk
from reports.options import Options
from reports.overview import overview
from resources.texts import gettext
from ui import report_options as asked
from ui.command_options import Base, Json
from ui.report_files import save
from ui.report_form import Form
from ui.terminal import progress, say, say_file, say_json

_STDOUT = "-"
_SHOWN_KEYS = 12

Funnel = Annotated[
    str, typer.Option("--funnel", metavar="NAME", help=gettext("A report; --names lists them."))
]
Names = Annotated[
    bool, typer.Option("--names", help=gettext("List the reports with their titles."))
]
Html = Annotated[bool, typer.Option("--html", help=gettext("Write a page that needs no network."))]
Xlsx = Annotated[bool, typer.Option("--xlsx", help=gettext("Write a workbook."))]
Pdf = Annotated[bool, typer.Option("--pdf", help=gettext("Write a file to print."))]
Out = Annotated[
    str,
    typer.Option(
        metavar="FILE",
        help=gettext("The file to write, if not NAME.html and the like; - shows the page."),
    ),
]
Key = Annotated[
    str,
    typer.Option(
        "--behind", metavar="KEY", help=gettext("The clients and cars behind a figure alone.")
    ),
]


@dataclass(frozen=True, slots=True)
class _Answer:
    """In which form a report is told: a file's, JSON, or text where there is neither."""

    form: Form | None
    as_json: bool
    out: str


def report(
    base: Base,
    funnel: Funnel = "",
    names: Names = False,
    as_json: Json = False,
    html: Html = False,
    xlsx: Xlsx = False,
    pdf: Pdf = False,
    out: Out = "",
    behind: Key = "",
    day: asked.Day = "",
    since: asked.Since = "",
    until: asked.Until = "",
    by: asked.Slice = "",
    only: asked.Only = None,
    home: asked.Home = None,
    other_regions: asked.OtherRegions = False,
    changed_owners: asked.ChangedOwners = False,
    used_cars: asked.UsedCars = False,
    compare: asked.Compare = False,
    visit_days: asked.VisitDays = asked.USUAL.visit_days,
    repeat_days: asked.RepeatDays = asked.USUAL.repeat_days,
    without_consent: asked.WithoutConsent = False,
) -> None:
    """Report on the base."""
    answer = _Answer(_form(html=html, xlsx=xlsx, pdf=pdf, as_json=as_json), as_json, out)
    _check_out(answer)
    first, last = asked.period(since, until)
    options = Options(
        day=asked.day(day, "--date"),
        since=first,
        until=last,
        only=asked.only(only or ()),
        by=asked.dimension(by, "--by"),
        compare=compare,
        home=tuple(home or ()),
        other_regions=other_regions,
        changed_owners=changed_owners,
        used_cars=used_cars,
        visit_days=visit_days,
        repeat_days=repeat_days,
        without_consent=without_consent,
    )
    if names:
        _say_names(as_json=as_json)
    elif funnel:
        _tell(_counted(base, funnel, options, behind), answer)
    elif answer.form or out or behind or options != Options():
        raise typer.BadParameter(
            gettext("Name the report that this is for; --names lists them."),
            param_hint="--funnel",
        )
    else:
        with opened(base) as engine:
            say_overview(engine, as_json=as_json)


def say_overview(engine: Engine, *, as_json: bool = False) -> None:
    """Tell what is in the base, and that it adds up."""
    with reading(engine) as connection:
        found = overview(connection)
    if as_json:
        say_json(found.as_json())
    else:
        say(*found.lines())


def _form(*, html: bool, xlsx: bool, pdf: bool, as_json: bool) -> Form | None:
    """The one form asked for, None for JSON and for text."""
    wanted = ((Form.HTML, html), (Form.XLSX, xlsx), (Form.PDF, pdf))
    forms = [form for form, asked_for in wanted if asked_for]
    if len(forms) + as_json > 1:
        raise typer.BadParameter(
            gettext("Ask for one form at a time."), param_hint="--json, --html, --xlsx, --pdf"
        )
    return forms[0] if forms else None


def _check_out(answer: _Answer) -> None:
    if answer.out and answer.form is None:
        raise typer.BadParameter(
            gettext("A file is written by --html, --xlsx or --pdf."), param_hint="--out"
        )
    if answer.out == _STDOUT and answer.form is not Form.HTML:
        raise typer.BadParameter(gettext("Only --html can be shown."), param_hint="--out")


def _say_names(*, as_json: bool) -> None:
    found = [(name, catalogue.title(name)) for name in catalogue.names()]
    if as_json:
        say_json([{"name": name, "title": title} for name, title in found])
        return
    width = max((len(name) for name, _ in found), default=0)
    say(*(f"{name:<{width}}  {title}" for name, title in found))


def _counted(base: str, name: str, options: Options, behind: str) -> Report:
    """The report, or what is behind one of its figures."""
    with opened(base) as engine, progress() as shown:
        shown.stage(gettext("Reading what is new"))
        stock.fill(engine, _heard, shown.report)
        shown.stage(gettext("Counting"))
        found = catalogue.report(Desk(engine), name, options, _heard)
        listed = behind_only(found, behind) if behind else found
    if listed is None:
        raise typer.BadParameter(_no_such_key(behind, keys(found)), param_hint="--behind")
    return listed


def _heard() -> None:
    """Let the work go on; Ctrl+C ends it by itself."""


def _no_such_key(key: str, known: Sequence[str]) -> str:
    if not known:
        return gettext("This report lists no clients and cars.")
    shown = ", ".join(known[:_SHOWN_KEYS]) + (" …" if len(known) > _SHOWN_KEYS else "")
    return gettext("This report has no figure “{key}”; it has {known}.").format(
        key=key, known=shown
    )


def _tell(found: Report, answer: _Answer) -> None:
    if answer.as_json:
        say_json(content_json.as_json(found))
    elif answer.form is None:
        say(*content_text.lines(found))
    elif answer.out == _STDOUT:
        say_file(html.page(found))
    else:
        path = Path(answer.out or f"{found.name}.{answer.form}")
        save(found, answer.form, path)
        say(str(path))


def register(application: typer.Typer) -> None:
    """Give the application this command."""
    application.command(help=gettext("Tell what is in the base, or show one report."))(report)
