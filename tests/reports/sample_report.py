"""A report with everything that a report may hold, of invented people."""

from datetime import date

from reports.content import (
    Bounds,
    Chart,
    ChartKind,
    Check,
    Column,
    Narrowing,
    Report,
    Series,
    State,
    Table,
    Unit,
    certain,
)

CAME = Bounds(980, 1020, 1060)
EVIL = "<script>alert('1')</script> & =1+1"


def funnel() -> Chart:
    return Chart(
        ChartKind.FUNNEL,
        "Buyers who came",
        ("Sold", "ТО-0", "ТО-1"),
        (Series("came", (1234, CAME, 801)),),
        behind=("sold", "came.0", "came.1"),
    )


def table() -> Table:
    return Table(
        "By number",
        (
            Column("to", "Maintenance"),
            Column("came", "Came", Unit.COUNT),
            Column("share", "Share", Unit.SHARE),
            Column("lost", "Lost profit", Unit.MONEY),
            Column("last", "Last visit", Unit.DAY),
        ),
        (
            ("ТО-0", CAME, 0.825, 1234567.4, date(2026, 10, 31)),
            ("ТО-1", certain(801), 1, None, None),
            (EVIL, 0, float("nan"), Bounds(1, float("inf"), float("inf")), date(1899, 12, 31)),
        ),
        ("came.0", "came.1", ""),
    )


def behind(key: str) -> Table:
    return Table(
        f"Behind {key}",
        (Column("client", "Client"), Column("name", "Name")),
        (("C0000001", "Вымышленникова Анна"), ("C0000002", "Выдумкин Пётр")),
    )


def report() -> Report:
    return Report(
        name="maintenance",
        title=f"From sale to maintenance {EVIL}",
        day=date(2026, 11, 1),
        definition=("Cars sold as new, and how many of them came.", "A second paragraph."),
        filters=("As of 2026-11-01", "Sales from 2024-01-01 to 2025-12-31"),
        figures={"sold": certain(1234), "came.0": CAME, "rate": certain(float("nan"))},
        charts=(funnel(),),
        tables=(table(),),
        notes=("12 marks do not count.",),
        checks=(
            Check("vin", "Orders with VIN", State.GREEN, "98 of 100", share=0.98),
            Check("load", "Age of the load", State.AMBER, "40 days", "Load a new file."),
            Check("groups", "Groups", State.RED, "36 undecided", "Review them."),
        ),
        narrowing=(Narrowing(12, 3, 4.0), Narrowing(77, 1, 1.5)),
        behind=behind,
    )


def missing() -> Report:
    return Report("bookings", "Booking", date(2026, 11, 1), missing="Load the booking log first.")
