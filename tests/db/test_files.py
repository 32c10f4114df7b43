import errno

import pytest

from db.errors import KnownError
from db.files import bytes_writer, replace, replace_all, rows_writer


def test_a_file_replaces_its_predecessor_whole(tmp_path):
    path = tmp_path / "new" / "a.html"
    replace(path, bytes_writer(b"old"))
    replace(path, bytes_writer(b"new"))
    assert path.read_bytes() == b"new"
    assert [one.name for one in path.parent.iterdir()] == ["a.html"]


def test_a_full_disk_leaves_the_old_file_and_is_one_sentence(tmp_path):
    def full(path):
        path.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "a.html"
    path.write_bytes(b"old")
    with pytest.raises(KnownError, match="disk is full"):
        replace(path, full)
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.html"]


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(KnownError, match="is a folder; name the file"):
        replace(tmp_path, bytes_writer(b""))


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
