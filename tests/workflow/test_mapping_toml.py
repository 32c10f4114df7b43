import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import KnownError
from rules.fields import Field
from workflow.mapping import Chosen, Column, Mapping, mapping_from_toml, mapping_to_toml

_HEADERS = ["Код", "Телефон", "Телефон", "Прочее"]
_TEXT = """kind = "sales"

[[column]]
header = "Код"
field = "src_id"

[[column]]
header = "Телефон"

[[column]]
header = "телефон"
field = "phone"
"""


def test_a_file_says_what_each_column_means():
    mapping = mapping_from_toml(_TEXT, _HEADERS)
    assert mapping.kind == "sales"
    assert [column.field for column in mapping.columns] == [Field.SRC_ID, None, Field.PHONE, None]
    assert {column.chosen for column in mapping.columns} == {Chosen.USER}
    assert [column.header for column in mapping.columns] == _HEADERS


@given(
    st.lists(st.tuples(st.text(), st.sampled_from([None, *Field])), max_size=5),
    st.sampled_from(["sales", "service"]),
)
def test_whatever_is_written_is_read_back(columns, kind):
    mapping = Mapping(
        kind,
        tuple(
            Column(index, header, field, Chosen.USER)
            for index, (header, field) in enumerate(columns)
        ),
    )
    assert mapping_from_toml(mapping_to_toml(mapping), [header for header, _ in columns]) == mapping


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ('kind = "sales"', 'kind = "leads"', 1, "“kind” must be “sales” / “service”"),
        ('kind = "sales"', "", 1, "“kind” must be"),
        ('kind = "sales"', 'kind = "sales"\ncolour = 1', 2, "the key “colour” is not known"),
        ('field = "src_id"', 'field = "src"', 5, "there is no field “src”"),
        ('field = "phone"', 'field = "phones"', 12, "(did you mean “phone”?)"),
        ('field = "phone"', 'filed = "phone"', 12, "the key “filed” is not known"),
        ('field = "phone"', "field = 5", 12, "“field” must be a text in quotes"),
        ('header = "Код"', "", 3, "the key “header” is missing"),
        ('header = "Код"', 'header = "Кот"', 4, "the file has no column “Кот”"),
        ('header = "Код"', 'header = "Телефон"', 11, "the file has no column “телефон”"),
        ('header = "Код"', 'header = "Код', 4, "this is not TOML"),
        ("[[column]]\nheader", "[column]\nheader", 3, "a column is written as [[column]]"),
    ],
)
def test_a_mistake_is_told_with_its_line(old, new, line, sentence):
    text = _TEXT.replace(old, new, 1)
    if "[column]\n" in new:
        text = text[: text.index("\n[[")]
    with pytest.raises(KnownError) as caught:
        mapping_from_toml(text, _HEADERS)
    assert f"at line {line}: " in str(caught.value)
    assert sentence in str(caught.value)


def test_a_text_that_ends_too_early_is_told():
    with pytest.raises(KnownError, match="at line 1: this is not TOML"):
        mapping_from_toml("kind =", _HEADERS)
