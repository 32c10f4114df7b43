from hypothesis import given
from hypothesis import strategies as st

from ui.compare.cards import MEANINGS, SIGNS, Mark, compare, compare_lists

TEXTS = st.lists(st.lists(st.text("абвё 123@.", max_size=8), max_size=3).map(tuple), max_size=5)


def marks(*values):
    return [cell.mark for cell in compare("f", "F", list(values)).cells]


def lines(*values):
    return [[line.mark for line in cell.lines] for cell in compare("f", "F", list(values)).cells]


def test_equal_values_are_equal_whatever_their_case_and_yo():
    row = compare("name", "Name", [("Пётр  Ильин",), ("ПЕТР ИЛЬИН",)])
    assert [cell.mark for cell in row.cells] == [Mark.EQUAL, Mark.EQUAL]
    assert not row.differs


def test_a_typing_slip_is_similar_and_the_differing_letter_is_named():
    row = compare("name", "Name", [("Шапошников",), ("Шапошникав",)])
    assert [cell.mark for cell in row.cells] == [Mark.SIMILAR, Mark.SIMILAR]
    assert [cell.lines[0].spans for cell in row.cells] == [((8, 1),), ((8, 1),)]
    assert row.differs


def test_other_values_differ():
    assert marks(("Тверь",), ("Москва",)) == [Mark.DIFFERENT, Mark.DIFFERENT]


def test_an_empty_value_is_missing_and_differs_from_nothing():
    row = compare("city", "City", [("Тверь",), (), ("Тверь",)])
    assert [cell.mark for cell in row.cells] == [Mark.EQUAL, Mark.MISSING, Mark.EQUAL]
    assert not row.differs


def test_the_only_value_is_alone():
    row = compare("city", "City", [("Тверь",), ()])
    assert [cell.mark for cell in row.cells] == [Mark.ALONE, Mark.MISSING]
    assert not row.differs


def test_the_odd_one_out_is_the_one_that_is_marked():
    assert marks(("Тверь",), ("Москва",), ("Тверь",)) == [Mark.EQUAL, Mark.DIFFERENT, Mark.EQUAL]


def test_among_several_values_the_shared_one_is_equal_and_the_cell_only_similar():
    assert lines(("+7 1", "+7 2222"), ("+7 1",)) == [
        [Mark.EQUAL, Mark.DIFFERENT],
        [Mark.EQUAL],
    ]
    assert marks(("+7 1", "+7 2222"), ("+7 1",)) == [Mark.SIMILAR, Mark.EQUAL]


def test_two_numbers_with_half_their_digits_in_common_are_different():
    assert marks(("+7 916 000-11-22",), ("+7 903 000-55-66",)) == [Mark.DIFFERENT] * 2
    assert marks(("+7 916 000-11-22",), ("+7 916 000-11-23",)) == [Mark.SIMILAR] * 2


def test_a_common_mail_provider_makes_nobody_similar():
    assert marks(("egor@example.org",), ("maria@example.org",)) == [Mark.DIFFERENT] * 2
    assert marks(("egor.s@example.org",), ("egor_s@example.org",)) == [Mark.SIMILAR] * 2


def test_of_lists_only_what_two_cards_share_is_marked():
    row = compare_lists(
        "cars", "Cars", [[("V1", "Lada 2019")], [("V1", "Lada"), ("V2", "Kia")], []]
    )
    assert [[line.mark for line in cell.lines] for cell in row.cells] == [
        [Mark.EQUAL],
        [Mark.EQUAL, Mark.ALONE],
        [],
    ]
    assert row.cells[2].mark is Mark.MISSING


def test_every_mark_has_a_sign_of_its_own_and_a_meaning():
    assert set(SIGNS) == set(MEANINGS) == set(Mark)
    assert len(set(SIGNS.values())) == len(Mark)


@given(TEXTS)
def test_any_values_can_be_compared_in_any_order(values):
    row = compare("f", "F", values)
    turned = compare("f", "F", values[::-1])
    assert row.differs == turned.differs
    assert [cell.mark for cell in row.cells] == [cell.mark for cell in turned.cells[::-1]]
    for cell, one in zip(row.cells, values, strict=True):
        assert [line.text for line in cell.lines] == list(one)
        for line in cell.lines:
            assert all(0 <= start < len(line.text) for start, _ in line.spans)
