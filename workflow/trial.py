"""What the rules would say of a text that a person is about to put in place of a wrong one."""

from db import finding_pages
from db.engine import Connection
from db.findings import FindingRow
from rules.finding import Finding
from workflow.fields import readings


def trial(connection: Connection, finding: FindingRow, text: str) -> tuple[Finding, ...] | None:
    """The findings of a text in the field of a finding; None where no rule reads that field.

    The text is read as of the day of the load that the finding comes from.
    """
    found = finding_pages.circumstances(connection, finding.row_id)
    if found is None:
        return ()
    asof, area_code = found
    reading = readings(asof=asof, area_code=area_code).get(finding.field)
    if reading is None:
        return None
    return reading.rule(text).findings if text else ()
