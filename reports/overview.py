"""What is in a base, in words: what was loaded, kept out and unified, and that it adds up."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from db.engine import Connection
from db.findings import RuleCount, by_rule
from db.summary import LoadCount, Summary, summary
from resources.texts import gettext, ngettext
from rules.registry import rule
from rules.titles import title


@dataclass(frozen=True, slots=True)
class Overview:
    """The counts of a base and its findings by rule."""

    counts: Summary
    rules: tuple[RuleCount, ...]

    def as_json(self) -> dict[str, Any]:
        """The same for a script."""
        return asdict(self)

    def lines(self) -> list[str]:
        """The same for a person."""
        return [
            *(_load_line(load) for load in self.counts.loads),
            "",
            *self._rows(),
            "",
            *self._findings(),
            "",
            *self._review(),
        ]

    def _rows(self) -> list[str]:
        rows = self.counts.rows
        kept_out = rows["quarantined"] + rows["junk"]
        total = gettext("Rows loaded: {loaded} = {unified} unified + {out} in quarantine").format(
            loaded=self.counts.loaded, unified=rows["unified"], out=kept_out
        )
        parts = (
            (gettext("  of them on junk cards: {count}"), rows["junk"]),
            (gettext("  and {count} entered and taken back"), rows.get("withdrawn", 0)),
            (gettext("  and {count} of logs that name nobody"), rows.get("unnamed", 0)),
        )
        return [total, *(text.format(count=count) for text, count in parts if count)]

    def _findings(self) -> list[str]:
        head = gettext("Findings:")
        return [
            head,
            *(
                f"  {one.count:>7}  {one.code:<6}  {one.severity:<5}  {title(rule(one.code))}"
                for one in self.rules
            ),
        ]

    def _review(self) -> list[str]:
        counts = self.counts
        return [
            gettext("Groups to review: {open} of {groups}").format(
                open=counts.groups_open, groups=counts.groups
            ),
            gettext("Decisions: {decisions}").format(decisions=counts.decisions),
            gettext("Vehicles: {vehicles}").format(vehicles=counts.vehicles),
            gettext("Clients: {clients}").format(clients=counts.clients),
        ]


def overview(connection: Connection) -> Overview:
    """The overview of a base."""
    return Overview(summary(connection), tuple(by_rule(connection)))


def _load_line(load: LoadCount) -> str:
    tally = json.loads(load.tally)
    rows = ngettext("{count} row", "{count} rows", tally["rows"]).format(count=tally["rows"])
    return gettext("{source}: “{file}”: {records} records, {rows}, {new} of them new").format(
        source=load.source,
        file=load.file_name,
        records=tally["records"],
        rows=rows,
        new=tally["new"],
    )
