import pytest

from reports.workbook_names import SheetNames


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("By model", "By model"),
        ("a/b\\c?d*e[f]g:h", "a b c d e f g h"),
        ("'quoted'", "quoted"),
        ("History", "History (2)"),
        ("", "2"),
        ("///", "2"),
        ("x" * 40, "x" * 31),
    ],
)
def test_a_sheet_has_a_name_that_excel_bears(title, name):
    assert SheetNames().of(title) == name


def test_no_two_sheets_have_one_name():
    names = SheetNames()
    given = [names.of(title) for title in ("Table", "table", "TABLE", "t" * 40, "T" * 40, "", "")]
    assert len({name.lower() for name in given}) == len(given)
    assert all(0 < len(name) <= 31 for name in given)
