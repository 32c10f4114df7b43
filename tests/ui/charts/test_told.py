from reports.content import Bounds
from tests.ui.charts.made import chart
from ui.charts import told


def test_a_point_is_its_label_its_series_and_its_value():
    made = chart("lines", [1, Bounds(2, 3, 4)], [5, None], labels=["May", "June"])
    assert told.point(made, 1, 0) == "June, S0: 3 (2–4)"
    assert told.point(made, 1, 1) == "June, S1: –"


def test_a_single_series_is_not_named():
    assert told.point(chart("bars", [7], labels=["2020"]), 0, 0) == "2020: 7"


def test_a_stage_says_its_shares():
    made = chart("funnel", [100, 50, 20], labels=["Sold", "Came", "Stayed"])
    assert told.point(made, 0, 0) == "Sold: 100"
    assert told.point(made, 1, 0) == "Came: 50, 50.0% of the first"
    assert told.point(made, 2, 0) == "Stayed: 20, 20.0% of the first, 40.0% of the one before"


def test_a_label_lists_what_every_series_has_there():
    made = chart("bars", [1, 2], [None, 3], labels=["a", "b"])
    assert told.at_label(made, 0) == ["a", "S0: 1"]
    assert told.at_label(made, 1) == ["b", "S0: 2", "S1: 3"]


def test_more_series_than_can_be_read_are_counted():
    assert told.at_label(chart("bars", *[[1]] * 20), 0)[-1] == "and 8 more"


def test_a_chart_is_copied_as_a_table():
    made = chart("bars", [Bounds(1, 2, 3), 1000], [4], labels=["a", "b"])
    assert told.table(made) == "\tS0\tS1\na\t1\u00a0– 2\u00a0– 3\t4\nb\t1,000\t–"
