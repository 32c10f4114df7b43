import polars as pl
import pytest

from db.errors import KnownError
from db.sheets import write_here
from tests.workflow.dealer import Impatient
from workflow.progress import Cancelled
from workflow.truth_file import answer, read


@pytest.fixture
def file(tmp_path):
    """Writes lines as a CSV file; gives its path."""

    def write(*lines):
        path = tmp_path / "truth.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


def groups(named):
    """The cards of the file, as a set of clients."""
    found = {}
    for (_, key), person in named.people.items():
        found.setdefault(person, []).append(key)
    return sorted(found.values())


CLUSTERS = ("sales,1,P1", "service,2,P1", "sales,3,P2")


@pytest.mark.parametrize(
    "header",
    [
        "source,source_id,person_id",
        "Источник,Код в источнике,Персона",
        "источник,код клиента,клиент",
        "Источник,Код,Код клиента",
        "SOURCE,Id,Cluster_ID",
    ],
)
def test_clients_are_read_under_any_usual_header(file, header):
    named = read(file(header, *CLUSTERS))

    assert groups(named) == [["1", "2"], ["3"]]
    assert named.apart is None


def test_titles_above_the_header_and_other_columns_do_no_harm(file):
    named = read(file("Сверено 01.02.2017", "", "row,person_id,source_id,source", "1,P1,7,sales"))

    assert list(named.people) == [("sales", "7")]


def test_a_workbook_is_read_as_well(tmp_path):
    path = tmp_path / "truth.xlsx"
    rows = [line.split(",") for line in CLUSTERS]
    write_here(pl.DataFrame(rows, schema=["source", "source_id", "person"], orient="row"), path)

    assert groups(read(path)) == [["1", "2"], ["3"]]


def test_cards_without_a_client_are_clients_of_their_own(file):
    named = read(file("source,source_id,person_id", "sales,1,", "sales,2,", "sales,3,P"))

    assert groups(named) == [["1"], ["2"], ["3"]]
    assert named.alone == 2


PAIRS = "left_source,left_id,right_source,right_id"


@pytest.mark.parametrize(
    "header",
    [
        PAIRS,
        "source_1,id_1,source_2,id_2",
        "Источник слева,Код слева,Источник справа,Код справа",
        "source_l,unique_id_l,source_r,unique_id_r",
    ],
)
def test_a_list_of_pairs_names_all_pairs_of_one_client(file, header):
    named = read(file(header, "sales,1,service,2", "service,2,sales,3", "sales,4,sales,5"))

    assert groups(named) == [["1", "2", "3"], ["4", "5"]]
    assert named.apart is None


def test_pairs_with_answers_say_no_more_than_they_say(file):
    named = read(
        file(
            f"{PAIRS},same",
            "sales,1,sales,2,yes",
            "sales,2,sales,3,НЕТ",
            "sales,3,sales,4,",
            "sales,5,sales,6,unsure",
        )
    )

    person = {key: number for (_, key), number in named.people.items()}
    assert set(person) == {"1", "2", "3"}
    assert person["1"] == person["2"]
    assert named.apart == {tuple(sorted((person["1"], person["3"])))}


def test_a_file_of_candidates_tells_what_was_judged(file):
    named = read(
        file(
            f"{PAIRS},probability,state,reason,relation",
            "sales,1,sales,2,0.99,same,,same",
            "sales,1,sales,3,0.6,related,,spouse",
            "sales,1,sales,4,0.6,open,,same",
        )
    )

    assert groups(named) == [["1", "2"], ["3"]]
    assert len(named.apart) == 1


@pytest.mark.parametrize("text", ["Да", " yes ", "1", "TRUE", "'+", "same"])
def test_yes_is_yes(text):
    assert answer(text) is True


@pytest.mark.parametrize("text", ["нет", "No", "0", "'-", "different", "related"])
def test_no_is_no(text):
    assert answer(text) is False


@pytest.mark.parametrize("text", ["", " ", "?", "не знаю", "unsure"])
def test_no_answer_is_none(text):
    assert answer(text) is None


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["source,source_id", "sales,1"], "lacks columns: person_id."),
        (["left_source,left_id,right_source", "a,1,b"], "lacks columns: right_id."),
        (["one,two", "1,2"], "lacks columns: source, source_id, person_id."),
        (["source,source_id,person_id"], "names no cards below its header."),
        ([f"{PAIRS},same", "sales,1,sales,2,"], "names no cards below its header."),
        ([PAIRS, "sales,1,sales,"], "line 2: the card's source or its id is missing."),
        (
            [f"{PAIRS},same", "", "sales,1,sales,2,perhaps"],
            "line 3: “perhaps” is no answer; write yes or no.",
        ),
        (
            ["source,source_id,person_id", "sales,1,P1", "sales,1,P2"],
            "contradicts itself: the card sales:1 is two clients, “P1” and “P2”.",
        ),
        (
            [f"{PAIRS},same", "s,A,s,B,yes", "s,B,s,C,yes", "s,A,s,C,no"],
            "s:A and s:C are different clients, and by its other pairs they are one.",
        ),
        ([f"{PAIRS},same", "s,A,s,A,no"], "it says that s:A and s:A are different clients"),
    ],
)
def test_a_bad_file_gets_one_clear_sentence(file, lines, sentence):
    with pytest.raises(KnownError) as error:
        read(file(*lines))

    assert str(error.value).startswith("“truth.csv”")
    assert sentence in str(error.value)


def test_an_empty_file_is_told(tmp_path):
    path = tmp_path / "truth.csv"
    path.write_bytes(b"")

    with pytest.raises(KnownError, match="is empty"):
        read(path)


def test_a_long_file_can_be_cancelled(file):
    rows = (f"sales,{number},P{number}" for number in range(3_000))

    with pytest.raises(Cancelled):
        read(file("source,source_id,person_id", *rows), Impatient())
