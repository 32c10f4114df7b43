"""What stands around the figures of a report, whoever shows it: headings, states, the day."""

from collections.abc import Mapping
from dataclasses import replace

from reports.content import Check, Narrowing, Report, State
from resources.formats import day, rounded
from resources.texts import gettext, marked, ngettext

DEFINITION = marked("What is counted")
FILTERS = marked("What is taken in and left out")
CHECKS = marked("How far it may be relied on")
NARROWING = marked("Review these groups first")
NOTES = marked("Notes")

STATES: Mapping[State, str] = {
    State.GREEN: marked("good"),
    State.AMBER: marked("with care"),
    State.RED: marked("not yet"),
}
SIGNS: Mapping[State, str] = {State.GREEN: "●", State.AMBER: "▲", State.RED: "■"}


def report_day(report: Report) -> str:
    """For which day the report is."""
    return gettext("As of {day}").format(day=day(report.day))


def state_word(state: State) -> str:
    """How far something may be relied on, in a word that needs no colour."""
    return gettext(STATES[state])


def check_line(check: Check) -> str:
    """A check in one line: its name, what was found, and what to do next."""
    said = gettext("{check}: {found}").format(check=check.title, found=check.told)
    return f"{said} → {check.to_do}" if check.to_do else said


def narrowing_line(one: Narrowing) -> str:
    """A group that is worth a review, and by how much it would narrow the figures."""
    text = ngettext(
        "Group {group} of {cards} card: narrows the figures by {gain}",
        "Group {group} of {cards} cards: narrows the figures by {gain}",
        one.cards,
    )
    return text.format(group=one.group_id, cards=one.cards, gain=rounded(one.gain, 1))


def sections(report: Report) -> list[tuple[str, tuple[str, ...]]]:
    """The headings of what stands above the figures with their lines, the empty ones left out."""
    day = report_day(report)  # it stands under the title already
    found = (
        (gettext(FILTERS), tuple(line for line in report.filters if line != day)),
        (gettext(DEFINITION), report.definition),
    )
    return [(heading, lines) for heading, lines in found if lines]


def keys(report: Report) -> list[str]:
    """The keys of the figures whose clients and cars can be listed, in the report's order."""
    if report.behind is None:
        return []
    in_charts = (key for chart in report.charts for key in chart.behind)
    in_tables = (key for table in report.tables for key in table.behind)
    return [key for key in dict.fromkeys((*report.figures, *in_charts, *in_tables)) if key]


def behind_only(report: Report, key: str) -> Report | None:
    """The report with nothing but the clients and cars behind a figure, None if it has none."""
    if report.behind is None or key not in keys(report):
        return None
    return replace(
        report,
        filters=(
            *report.filters,
            gettext("Clients and cars behind the figure “{key}”").format(key=key),
        ),
        figures={name: figure for name, figure in report.figures.items() if name == key},
        charts=(),
        tables=(report.behind(key),),
        notes=(),
        checks=(),
        narrowing=(),
    )
