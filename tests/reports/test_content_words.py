from dataclasses import replace

from reports.content import State
from reports.content_words import (
    behind_only,
    check_line,
    keys,
    narrowing_line,
    report_day,
    sections,
    state_word,
)
from resources import texts
from tests.reports.sample_report import missing, report


def test_a_check_says_what_to_do_next_where_there_is_something():
    good, care, _ = report().checks
    assert check_line(good) == "Orders with VIN: 98 of 100"
    assert check_line(care) == "Age of the load: 40 days → Load a new file."


def test_every_state_has_a_word_of_its_own_in_both_languages():
    for language in texts.LANGUAGES:
        texts.use(language)
        assert len({state_word(state) for state in State}) == len(State)


def test_a_group_says_its_cards_and_its_gain():
    many, one = report().narrowing
    assert narrowing_line(many) == "Group 12 of 3 cards: narrows the figures by 4"
    assert narrowing_line(one) == "Group 77 of 1 card: narrows the figures by 1.5"


def test_headings_without_lines_are_left_out():
    assert [heading for heading, _ in sections(report())] == [
        "What is taken in and left out",
        "What is counted",
    ]
    assert sections(missing()) == []


def test_the_day_is_written_as_the_language_writes_it():
    texts.use("ru")
    assert report_day(report()) == "На 01.11.2026"


def test_the_keys_are_those_of_figures_charts_and_tables_once_each():
    assert keys(report()) == ["sold", "came.0", "rate", "came.1"]
    assert keys(replace(report(), behind=None)) == []


def test_what_is_behind_a_figure_stands_alone_under_the_reports_title():
    listed = behind_only(report(), "came.0")
    assert listed is not None
    assert [table.title for table in listed.tables] == ["Behind came.0"]
    assert set(listed.figures) == {"came.0"}
    assert listed.filters[-1] == "Clients and cars behind the figure “came.0”"
    assert listed.definition == report().definition
    assert not (listed.charts or listed.notes or listed.checks or listed.narrowing)


def test_behind_what_is_no_figure_there_is_nothing():
    assert behind_only(report(), "came.9") is None
    assert behind_only(missing(), "came.0") is None
