"""What holds for every field's rules on every text, however dirty."""

from functools import cache, partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules import date, make_model, person
from rules.examples import ASOF, COLUMN, READERS, Reader, group
from rules.finding import Severity
from rules.registry import RULES
from tests.rules.findings import assert_renders, codes

# What the text of an example tells apart is read apart here, so that a normal form is read alike.
_APART = ("date", "make_model", "name")
# The examples of these describe rows and whole bases; nobody types such a text into a cell.
_NO_CELLS = ("BAS", "ROW")
FIELDS = {name: one for name, one in READERS.items() if name not in (*_APART, *_NO_CELLS)} | {
    "date of an event": Reader(partial(date.normalise, asof=ASOF), READERS["date"].written),
    "date of a birth": Reader(
        partial(date.normalise, asof=ASOF, birth=True), READERS["date"].written
    ),
    "make_model in one column": Reader(make_model.normalise, READERS["make_model"].written),
    "make_model in columns": Reader(
        lambda text: READERS["make_model"].read(text + COLUMN),
        lambda car: COLUMN.join(filter(None, (car.make, car.model))),
    ),
    "name in one column": Reader(person.normalise, READERS["name"].written),
    "name in columns": Reader(
        lambda text: READERS["name"].read(text + COLUMN), lambda name: COLUMN.join(name.parts)
    ),
}
DIRT = (
    *" \t\n\xa0.,;:/|\\-–—_()[]«»\"'`+*#№@0123456789ОOЗIlаaеeсcрpхxуyКKВBё",
    *("нет", "тел. ", " доб. 12", ".0", "E+10", " г.", "ООО ", " (сын)"),
    *("\u200b", "٣", "𝟗", "ﬁ", "İ", "ß"),
)


@cache
def examples(name: str) -> tuple[str, ...]:
    """The texts of all rules that read what the reader of the name reads."""
    key = name.split(maxsplit=1)[0]
    rules = [rule for rule in RULES if key in (rule.field, group(rule))]
    return tuple(dict.fromkeys(text for rule in rules for text in (*rule.bad, *rule.good))) or ("",)


@st.composite
def soiled(draw: st.DrawFn, name: str) -> str:
    """An example of the field that lost, doubled, changed or gained some characters."""
    text = draw(st.sampled_from(examples(name)))
    if draw(st.integers(0, 4)) == 0:
        text += draw(st.sampled_from([" ", ", ", "; ", "/", ""])) + draw(
            st.sampled_from(examples(name))
        )
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        until = min(len(text), at + draw(st.integers(0, 2)))
        text = text[:at] + draw(st.sampled_from(DIRT) | st.just("")) + text[until:]
    return draw(st.sampled_from([str, str.upper, str.lower, str.swapcase]))(text)


def dirty(name: str) -> st.SearchStrategy[str]:
    return soiled(name) | st.text(max_size=40) | st.text("".join(DIRT), max_size=24)


@pytest.mark.parametrize("name", FIELDS)
@settings(max_examples=50)
@given(data=st.data())
def test_no_rule_raises_and_what_it_proposes_is_not_blocked(name: str, data: st.DataObject) -> None:
    read = FIELDS[name].read
    outcome = read(data.draw(dirty(name)))

    assert_renders(outcome.findings, RULES)
    for found in outcome.findings:
        if found.repaired:
            assert not read(found.suggestion).blocked, found
        elif found.suggestion and found.severity is Severity.BLOCK:
            assert found.code not in codes(read(found.suggestion).findings), found


# A client is a person or a company, whose forms are read as those of their own fields; three
# columns may say of gibberish what no column says of it alone.
@pytest.mark.parametrize("name", sorted(FIELDS.keys() - {"client", "name in columns"}))
@settings(max_examples=50)
@given(data=st.data())
def test_a_normal_form_is_normal(name: str, data: st.DataObject) -> None:
    read, written = FIELDS[name].read, FIELDS[name].written
    once = read(data.draw(dirty(name))).value
    if once is None or not written(once):
        return

    twice = read(written(once))

    assert not twice.blocked
    assert twice.value is not None and written(twice.value) == written(once)
