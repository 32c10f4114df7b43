import pytest
from email_validator import validate_email
from hypothesis import example, given
from hypothesis import strategies as st

from rules.email import RULES, normalise
from tests.rules.findings import assert_renders, blocking, codes


@pytest.mark.parametrize(
    "raw",
    ["ivan@mail.ru", " Ivan@Mail.RU ", "mailto:ivan@mail.ru", "Иван <ivan@mail.ru>",
     "ivan@mail.ru;", "ivan@mail.ru, ivan@mail.ru", "e-mail: ivan@mail.ru",
     "«ivan@mail.ru»", "ivan@mail.ru."],
)  # fmt: skip
def test_reads_one_address_however_it_was_typed(raw):
    outcome = normalise(raw)

    assert outcome.value == ("ivan@mail.ru",)
    assert outcome.findings == ()


@pytest.mark.parametrize(
    "raw",
    ["ivаn@mail.ru", "ivan @ mail.ru", "ivan@mail,ru", "ivan@mail. ru",
     "ivan@mail.ruu", "ivan@mail.ri", "ｉvan@mail.ru"],
)  # fmt: skip
def test_puts_right_what_leaves_no_choice(raw):
    outcome = normalise(raw)

    assert outcome.value == ("ivan@mail.ru",)
    assert codes(outcome.repairs) == ["EML301"]
    assert_renders(outcome.findings, RULES)


def test_reads_several_addresses():
    raw = "ivan@mail.ru; petr@yandex.ru / anna@gmail.com"

    assert normalise(raw).value == ("ivan@mail.ru", "petr@yandex.ru", "anna@gmail.com")


@pytest.mark.parametrize(
    ("raw", "suggestion"),
    [("ivan@gmal.com", "ivan@gmail.com"), ("ivan@rambier.ru", "ivan@rambler.ru"),
     ("ivan@yanbex.ru", "ivan@yandex.ru")],
)  # fmt: skip
def test_a_likely_typo_is_asked_about_and_kept(raw, suggestion):
    outcome = normalise(raw)

    assert outcome.value == (raw,)
    assert codes(outcome.findings) == ["EML201"]
    assert outcome.findings[0].suggestion == suggestion


@pytest.mark.parametrize(
    "raw", ["ivan@email.ru", "ivan@mail.com", "ivan@ya.ru", "ivan@bk.ru", "ivan@vk.ru", "i@mail.kz"]
)
def test_a_real_domain_is_no_typo(raw):
    assert normalise(raw).findings == ()


@pytest.mark.parametrize(
    ("raw", "code"),
    [("ivan.mail.ru", "EML101"), ("@mail.ru", "EML101"), ("ivan@", "EML101"),
     ("ivan@@mail.ru", "EML101"), ("ivan@mail", "EML102"), ("89162346578", "EML101"),
     ("ivan..p@mail.ru", "EML101"), ("жора@mail.ru", "EML101")],
)  # fmt: skip
def test_blocks_what_is_no_address(raw, code):
    outcome = normalise(raw)

    assert outcome.value is None
    assert blocking(outcome.findings) == [code]
    assert_renders(outcome.findings, RULES)


def test_a_domain_without_ending_gets_a_proposal():
    assert normalise("ivan@mail").findings[0].suggestion == "ivan@mail.ru"


@pytest.mark.parametrize("raw", ["no@no.no", "test@test.ru", "mail@mail.ru", "NET@net.ru"])
def test_a_placeholder_is_no_address_and_no_alarm(raw):
    outcome = normalise(raw)

    assert outcome.value is None
    assert codes(outcome.findings) == ["EML302"]


def test_an_address_that_may_be_invented_only_warns():
    assert codes(normalise("test@mail.ru").findings) == ["EML202"]
    assert normalise("test@mail.ru").value == ("test@mail.ru",)


def test_a_bad_piece_beside_a_good_address_does_not_block_it():
    outcome = normalise("ivan@mail.ru, petr@")

    assert outcome.value == ("ivan@mail.ru",)
    assert codes(outcome.findings) == ["EML203"]


@pytest.mark.parametrize("raw", ["", " ", "-", "нет", "не указан"])
def test_an_empty_cell_finds_nothing(raw):
    assert normalise(raw).value is None
    assert normalise(raw).findings == ()


@given(st.text(max_size=60) | st.emails())
def test_never_raises(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    assert not (outcome.blocked and outcome.value)


@given(st.text("abcаоеИ@.,; -_+1mailru", max_size=40) | st.emails())
@example("0@A.XN--J1AEF")
def test_the_normal_form_is_a_fixed_point(raw):
    for address in normalise(raw).value or ():
        again = normalise(address)
        assert again.value == (address,)
        assert again.repairs == ()


@given(st.from_regex(r"[a-z0-9.+_-]{1,12}@[a-z0-9.-]{1,12}\.[a-z]{2,4}", fullmatch=True))
def test_the_fast_path_accepts_only_what_the_library_accepts(raw):
    outcome = normalise(raw)

    for address in outcome.value or ():
        assert validate_email(address, check_deliverability=False, allow_smtputf8=False)


@pytest.mark.parametrize("raw", ["шмфт@ьфшдюкг", 'шмфт"ьфшдюкг', "ШМФТ@ьфшдюкг"])
def test_undoes_the_wrong_layout(raw):
    outcome = normalise(raw)

    assert outcome.value == ("ivan@mail.ru",)
    assert codes(outcome.repairs) == ["EML301"]
    assert_renders(outcome.findings, RULES)


def test_a_cyrillic_address_is_not_taken_for_the_wrong_layout():
    assert normalise("иван@почта.рф").value != ("bdfy@gjxnf.ha",)


@pytest.mark.parametrize("raw", ["нет@нет.ру", "нету@mail.ru", "Нет@mail.ru", "отсутствует@ya.ru"])
def test_a_russian_word_for_nothing_is_no_address(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) == ["EML302"]


def test_a_word_for_nothing_beside_an_address_is_left_out():
    assert normalise("нет@mail.ru, ivan@mail.ru").value == ("ivan@mail.ru",)


@pytest.mark.parametrize("domain", ["mail.ru.ru", "gmail.com.ru", "yandex.ru.com"])
def test_a_second_ending_is_told(domain):
    outcome = normalise(f"ivan@{domain}")

    assert outcome.value == (f"ivan@{domain}",)
    assert [(one.code, one.suggestion) for one in outcome.findings] == [
        ("EML201", f"ivan@{domain.rpartition('.')[0]}")
    ]
