import pytest

from db.errors import KnownError
from db.files import replace_all, rows_writer


def test_rows_are_written_under_their_titles_and_no_text_is_run(tmp_path):
    rows = [("=1+1", -5, ""), ("Анна, Пермь", 2.5, "+7 916"), ("＝1", 0, "—")]
    replace_all(tmp_path, {"list.csv": rows_writer(("Client", "Sum", "@Phone"), rows)})
    assert (tmp_path / "list.csv").read_text(encoding="utf-8").splitlines() == [
        "Client,Sum,'@Phone",
        "'=1+1,-5,",
        '"Анна, Пермь",2.5,\'+7 916',
        "'＝1,0,—",
    ]


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(KnownError, match="cannot be written"):
        replace_all(tmp_path / "taken", {"list.csv": rows_writer(("A",), [])})
