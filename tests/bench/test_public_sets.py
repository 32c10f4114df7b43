from pathlib import Path

import pytest

from bench import public_sets
from matching.general.kinds import Kind
from matching.general.propose import propose

FEBRL = (
    "rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state,"
    " date_of_birth, soc_sec_id\n"
)


def febrl(folder: Path, name: str, *lines: str) -> None:
    (folder / name).write_text(FEBRL + "".join(f"{line}\n" for line in lines), "utf-8")


@pytest.fixture
def folder(tmp_path):
    original = "rec-7-org, Mia, Green, 7, elm place, , town, 2119, sa, 19560409, 1804974"
    copy = "rec-7-dup-0, mia, gren, 7, elm place, , town, 2119, sa, 19560231, 1804974"
    other = "rec-17-org, , White, 90, oak street, , city, 3000, nsw, 19600101, 7704999"
    febrl(tmp_path, "febrl3.csv", original, copy, other)
    febrl(tmp_path, "febrl4a.csv", original, other)
    febrl(tmp_path, "febrl4b.csv", copy)
    (tmp_path / "fake_1000.csv").write_text(
        "unique_id,first_name,surname,dob,city,email,cluster\n"
        "0,Ann,Green,1971-06-24,,ann@green.example,0\n"
        "1,Ann,,1971-06-24,Town,ann@green.example,0\n"
        "2,Bob,Green,1980-01-02,Town,,1\n",
        "utf-8",
    )
    (tmp_path / "RLdata10000.csv").write_text(
        "fname_c1,fname_c2,lname_c1,lname_c2,by,bm,bd,rec_id,ent_id\n"
        "ANN,NA,GREEN,NA,1967,9,7,1,5\n"
        "ANN,MIA,GREEN,NA,1967,9,7,2,5\n",
        "utf-8",
    )
    return tmp_path


def made(folder, name):
    return public_sets.SETS[name](folder)


def test_copies_of_one_entity_are_one_person_and_no_other_is(folder):
    case = made(folder, "febrl3")
    assert case.persons["person"].to_list() == ["7", "7", "17"]
    assert case.true_pairs == 1 and not case.linked


def test_only_pairs_between_two_files_count_where_files_are_linked(folder):
    case = made(folder, "febrl4")
    assert case.linked and case.true_pairs == 1
    assert case.records["source"].to_list() == [1, 1, 2]


def test_missing_values_are_null_and_texts_are_in_small_letters(folder):
    records = made(folder, "febrl3").records
    assert records["given_name"].to_list() == ["mia", "mia", None]
    assert records["address_2"].to_list() == [None, None, None]
    assert made(folder, "RLdata10000").records["fname_c2"].to_list() == [None, "mia"]


def test_a_birth_date_in_three_columns_is_one_field(folder):
    case = made(folder, "RLdata10000")
    assert case.records["birth"].to_list() == ["19670907", "19670907"]
    assert case.fields["birth"] is Kind.DATE


@pytest.mark.parametrize("name", ["febrl3", "febrl4", "fake_1000", "RLdata10000"])
def test_the_engine_is_told_the_kinds_of_columns_that_the_records_have(folder, name):
    case = made(folder, name)
    assert case.fields
    assert set(case.fields) <= set(case.records.columns)


def test_the_copies_of_a_set_are_found(folder):
    case = made(folder, "febrl3")
    records = case.records.rename({"unique_id": "id"})
    found = propose(records, case.fields, threshold=0.5, report=lambda _done, _of: None)
    assert found.candidates.select("left", "right").rows() == [(1, 2)]
