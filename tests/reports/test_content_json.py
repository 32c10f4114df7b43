import json

from reports.content_json import as_json
from tests.reports.sample_report import missing, report

KEYS = [
    "name", "title", "day", "filters", "definition", "missing", "figures", "tables", "charts",
    "notes", "checks", "narrowing",
]  # fmt: skip


def test_a_script_finds_the_same_keys_in_every_report():
    assert list(as_json(report())) == list(as_json(missing())) == KEYS
    assert as_json(missing())["missing"] == "Load the booking log first."


def test_nothing_in_it_is_no_number():
    found = json.loads(json.dumps(as_json(report()), allow_nan=False))
    assert found["figures"]["came.0"] == {"low": 980, "best": 1020, "high": 1060}
    assert found["figures"]["rate"] == {"low": None, "best": None, "high": None}
    assert found["tables"][0]["rows"][2][2] is None


def test_tables_charts_checks_and_groups_are_whole():
    found = json.loads(json.dumps(as_json(report())))
    table, chart = found["tables"][0], found["charts"][0]
    assert found["day"] == "2026-11-01"
    assert table["columns"][1] == {"name": "came", "title": "Came", "unit": "count"}
    assert table["rows"][0][0] == "ТО-0"
    assert table["rows"][0][4] == "2026-10-31"
    assert table["behind"] == ["came.0", "came.1", ""]
    assert chart["kind"] == "funnel" and chart["labels"] == ["Sold", "ТО-0", "ТО-1"]
    assert chart["series"][0]["values"][2] == 801
    assert found["checks"][1]["state"] == "amber" and found["checks"][1]["share"] is None
    assert found["narrowing"][0] == {"group": 12, "cards": 3, "gain": 4.0}
