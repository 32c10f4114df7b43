from ui.charts.walk import across, along, first

PLACES = {(0, 0), (1, 0), (3, 0), (0, 1), (2, 1)}


def test_the_way_begins_at_the_first_label_and_series():
    assert first(PLACES) == (0, 0)
    assert first(()) is None


def test_along_goes_over_gaps_and_stops_at_the_ends():
    assert along(PLACES, (1, 0), 1) == (3, 0)
    assert along(PLACES, (3, 0), -1) == (1, 0)
    assert along(PLACES, (3, 0), 1) == (3, 0)


def test_across_takes_the_next_series_where_it_is_nearest():
    assert across(PLACES, (0, 0), 1) == (0, 1)
    assert across(PLACES, (3, 0), 1) == (2, 1)
    assert across(PLACES, (2, 1), 1) == (2, 1)
    assert across(PLACES, (2, 1), -1) in {(1, 0), (3, 0)}
