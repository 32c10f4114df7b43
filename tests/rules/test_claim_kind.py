import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources import texts
from rules.claim_kind import RULES, ClaimKind, normalise, title
from tests.rules.findings import assert_renders, codes

_NAMED = {
    ClaimKind.ORAL: (
        "Устная", "Устное обращение", "По телефону", "Звонок", "Личное обращение", "Словесная",
        "Жалоба", "Недоволен", "oral", "Verbal", "By phone",
    ),
    ClaimKind.WRITTEN: (
        "Письменная", "Письмо", "Претензия", "Досудебная претензия", "Досудебная", "Заявление",
        "Электронная почта", "E-mail", "Роспотребнадзор", "Книга отзывов", "С сайта", "written",
        "Letter",
    ),
    ClaimKind.COURT: (
        "Суд", "Судебная", "Исковое заявление", "Иск", "Арбитраж", "В суде", "court", "Lawsuit",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "raw"), [(kind, raw) for kind, raws in _NAMED.items() for raw in raws]
)
def test_a_registers_name_of_a_kind_is_one_of_three(kind, raw):
    for text in (raw, raw.upper(), f"  {raw.lower()}  "):
        assert normalise(text).value is kind
        assert normalise(text).findings == ()


def test_every_kind_reads_itself():
    assert [normalise(str(kind)).value for kind in ClaimKind] == list(ClaimKind)


@pytest.mark.parametrize("raw", ["Прочее", "Вид 2", "Рекламация"])
def test_another_kind_is_told_and_not_guessed(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) == ["CLM301"]


@pytest.mark.parametrize("raw", ["", " ", "-", "нет", "не указано"])
def test_an_empty_kind_finds_nothing(raw):
    assert (normalise(raw).value, normalise(raw).findings) == (None, ())


def test_a_title_is_in_the_readers_language():
    assert title("written") == "Written"
    texts.use("ru")
    assert title("written") == "Письменная"
    assert title("Вид 2") == "Вид 2"


@given(st.text(max_size=60))
def test_never_raises(raw):
    assert_renders(normalise(raw).findings, RULES)
