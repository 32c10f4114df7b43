import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rules.finding import Normal
from rules.phone import RULES, Phone, normalise
from rules.phone_number import plain, read
from tests.rules.findings import assert_renders, blocking, codes


def numbers(raw, area_code=""):
    return [phone.number for phone in normalise(raw, area_code).value or ()]


@pytest.mark.parametrize(
    "raw",
    [
        "8 (916) 234-65-78", "9162346578", "79162346578", "7-916-234-65-78", "+79162346578",
        "+7 8 916 234 65 78", "+7 (8916) 234-65-78", "++79162346578", "８９１６２３４６５７８",
        "8—916—234—65—78", "т. 89162346578", "tel:+79162346578", "тел.: 8.916.234.65.78",
        "8\xa0916\xa0234\xa065\xa078", "'89162346578", "моб 8-916-234-65-78",
    ],
)  # fmt: skip
def test_reads_one_number_however_it_was_typed(raw):
    outcome = normalise(raw)

    assert outcome.value == (Phone("+79162346578", "", "mobile"),)
    assert outcome.findings == ()


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("8-495-234-65-78", "+74952346578"),
        ("8 (4872) 23-45-67", "+74872234567"),
        ("8 48762 2-34-56", "+74876223456"),
        ("8-34722-23456", "+73472223456"),
        ("8122346578", "+78122346578"),
        ("8-800-234-65-78", "+78002346578"),
    ],
)
def test_reads_a_fixed_number(raw, number):
    assert normalise(raw).value == (Phone(number, "", "fixed"),)


@pytest.mark.parametrize(
    "raw",
    [
        "8 495 234-65-78 доб. 12", "8 495 234-65-78 доб 12", "8 495 234-65-78, доб.12",
        "8 495 234-65-78 вн. 12", "8 495 234-65-78 д. 12", "8 495 234-65-78 #12",
        "8 495 234-65-78 ext 12", "8 (495) 234-65-78 (12)", "8(495)2346578 (доб. 12)",
        "8 495 234-65-78 внутр. 12", "8 495 234-65-78 добавочный 12",
    ],
)  # fmt: skip
def test_reads_the_extension(raw):
    assert normalise(raw).value == (Phone("+74952346578", "12", "fixed"),)


@pytest.mark.parametrize("raw", ["8 495 234-65-78 доб.", "+7 4952346578 ext."])
def test_an_extension_word_without_digits_is_nothing(raw):
    assert normalise(raw).value == (Phone("+74952346578", "", "fixed"),)


@pytest.mark.parametrize(
    "raw",
    [
        "8 916 234-65-78, 8 926 345-67-89", "89162346578;89263456789",
        "89162346578/89263456789", "89162346578 89263456789", "89162346578\n89263456789",
        "8 916 234 65 78 8 926 345 67 89", "8916234657889263456789", "89162346578 и 89263456789",
        "9162346578 9263456789", "89162346578 мама 89263456789",
        "89162346578, 89263456789, 89162346578",
        "8(916)2346578 моб, 8(926)3456789 раб",
    ],
)  # fmt: skip
def test_reads_several_numbers_in_a_cell(raw):
    outcome = normalise(raw)

    assert numbers(raw) == ["+79162346578", "+79263456789"]
    assert "TEL304" in codes(outcome.findings)
    assert not outcome.blocked
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("89162346578 Иван", "Иван"),
        ("Иван 89162346578", "Иван"),
        ("89162346578 мама", "мама"),
        ("89162346578мама", "мама"),
        ("8 916 234 65 78 (WhatsApp)", "WhatsApp"),
        ("89162346578 с 10 до 18", "до 10 18"),
        ("89162346578 (жена Мария)", "жена Мария"),
        ("89162346578 ivan1985@mail.ru", "ivan1985@mail.ru"),
    ],
)
def test_words_beside_the_number_are_told_and_left_out(raw, words):
    outcome = normalise(raw)

    assert numbers(raw) == ["+79162346578"]
    assert codes(outcome.findings) == ["TEL305"]
    assert dict(outcome.findings[0].params) == {"words": words}
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    "raw",
    ["79162346578.0", "8.9162346578E10", "9.162346578E+09", "89162346578,0", "7.9162346578e+10"],
)
def test_reads_the_floats_of_a_spreadsheet(raw):
    assert numbers(raw) == ["+79162346578"]
    assert codes(normalise(raw).repairs) == ["TEL302"]


@pytest.mark.parametrize("raw", ["8.9162E+10", "7.92E10"])
def test_a_rounded_float_is_blocked(raw):
    assert blocking(normalise(raw).findings) == ["TEL104"]


@pytest.mark.parametrize("raw", ["8-9l6-234-65-78", "8 9I6 2З4-65-78", "8 916 234-б5-78"])
def test_reads_letters_typed_for_digits(raw):
    outcome = normalise(raw)

    assert [number[:5] for number in numbers(raw)] == ["+7916"]
    assert "TEL303" in codes(outcome.repairs)


@pytest.mark.parametrize(
    ("raw", "repairs"),
    [
        ("8 926 345-67-89, 8 9I6 2З4-65-78", [("8 9I6 2З4-65-78", "+79162346578")]),
        ("8 916 2З4-65-7, 8 926 345-67-89", []),
        ("8 926 345-67-89 кв 3б", []),
        (
            "8 9I6 234-65-78 8926З456789",
            [("8 9I6 234-65-78 8926З456789", "+79162346578, +79263456789")],
        ),
        (
            "8 9I6 234-65-78; 8926З456789",
            [("8 9I6 234-65-78", "+79162346578"), ("8926З456789", "+79263456789")],
        ),
    ],
)
def test_the_repair_of_letters_shows_the_number_that_had_them_and_no_other(raw, repairs):
    found = [one for one in normalise(raw).findings if one.code == "TEL303"]

    assert [(one.value, one.suggestion) for one in found] == repairs


@pytest.mark.parametrize(
    ("raw", "number"),
    [("375292346578", "+375292346578"), ("998902346578", "+998902346578")],
)
def test_a_foreign_number_without_plus_gets_it(raw, number):
    assert normalise(raw).value == (Phone(number, "", "foreign"),)
    assert codes(normalise(raw).repairs) == ["TEL306"]


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("+375 29 234-65-78", "+375292346578"),
        ("8-10-375-29-234-65-78", "+375292346578"),
        ("810375292346578", "+375292346578"),
        ("8 701 234 65 78", "+77012346578"),
        ("+7 701 234 65 78", "+77012346578"),
    ],
)
def test_reads_a_foreign_number(raw, number):
    assert normalise(raw).value == (Phone(number, "", "foreign"),)
    assert normalise(raw).findings == ()


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("8 (095) 234-65-78", "+74952346578"),
        ("0952346578", "+74952346578"),
        ("8-0872-23-45-67", "+74872234567"),
        ("8 (0112) 34-65-78", "+74012346578"),
    ],
)
def test_a_city_code_of_before_2005_is_replaced(raw, number):
    assert numbers(raw) == [number]
    assert codes(normalise(raw).repairs) == ["TEL301"]


@pytest.mark.parametrize(("raw", "code"), [("+89162346578", "TEL307"), ("+9162346578", "TEL206")])
def test_a_wrong_plus_is_dropped(raw, code):
    assert numbers(raw) == ["+79162346578"]
    assert codes(normalise(raw).repairs) == [code]


@pytest.mark.parametrize("raw", ["234-65-78", "36-12-34", "2-34-56"])
def test_a_local_number_without_code_warns(raw):
    outcome = normalise(raw)

    assert outcome.value is None
    assert codes(outcome.findings) == ["TEL201"]
    assert not outcome.blocked


@pytest.mark.parametrize(
    ("raw", "code", "number"),
    [("234-65-78", "495", "+74952346578"), ("36-12-34", "4872", "+74872361234")],
)
def test_the_branch_code_completes_a_local_number(raw, code, number):
    outcome = normalise(raw, code)

    assert numbers(raw, code) == [number]
    assert codes(outcome.findings) == ["TEL202"]
    assert_renders(outcome.findings, RULES)


def test_a_branch_code_of_the_wrong_length_completes_nothing():
    assert codes(normalise("36-12-34", "495").findings) == ["TEL201"]


def test_the_code_typed_before_or_after_completes_a_local_number():
    assert numbers("(495) 234-65-78, 234-65-79") == ["+74952346578", "+74952346579"]
    assert numbers("234-65-78 (495)") == ["+74952346578"]


@pytest.mark.parametrize(
    "raw",
    [
        "+7 999 999-99-99", "+7 900 000-00-00", "8 916 000-00-00", "+7 777 777 77 77",
        "1111111111", "8 999 999 99 99",
    ],
)  # fmt: skip
def test_an_invented_number_is_blocked(raw):
    assert normalise(raw).value is None
    assert blocking(normalise(raw).findings) == ["TEL103"]


@pytest.mark.parametrize("raw", ["8 916 123-45-67", "8 916 777-77-77", "8 916 121-21-21"])
def test_a_number_that_may_be_invented_only_warns(raw):
    assert codes(normalise(raw).findings) == ["TEL203"]
    assert normalise(raw).value


def test_a_company_number_of_two_digits_in_turn_is_no_doubt():
    assert normalise("8 800 555-35-35").findings == ()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("8916234567", "TEL102"),
        ("8 916 234 65 789", "TEL102"),
        ("79162346578901234567", "TEL102"),
        ("+7 123 456 78 91", "TEL102"),
        ("мама", "TEL101"),
        ("112", "TEL101"),
        ("12.03.2015", "TEL101"),
        ("VIN XW8AA11B0CK000123", "TEL101"),
        ("ivan19851234@mail.ru", "TEL101"),
    ],
)
def test_blocks_what_is_no_number(raw, code):
    outcome = normalise(raw)

    assert outcome.value is None
    assert blocking(outcome.findings) == [code]
    assert_renders(outcome.findings, RULES)


def test_a_range_the_library_does_not_know_only_warns():
    assert codes(normalise("8 930 001 45 67").findings) == ["TEL205"]
    assert numbers("8 930 001 45 67") == ["+79300014567"]


def test_a_bad_piece_beside_a_good_number_does_not_block_it():
    outcome = normalise("89162346578, 8926345678")

    assert [phone.number for phone in outcome.value] == ["+79162346578"]
    assert codes(outcome.findings) == ["TEL204"]
    assert outcome.findings[0].value == "8926345678"


@pytest.mark.parametrize("raw", ["", " ", "-", "нет", "0", "0000000000", "не указан", "х"])
def test_an_empty_cell_finds_nothing(raw):
    assert normalise(raw).value is None
    assert normalise(raw).findings == ()


@given(st.text(max_size=60))
@example("\x01" * 3)
@example("8" * 400)
def test_never_raises(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    assert not (outcome.blocked and outcome.value)


@given(st.text("0123465789+-() ,;./доб.#вЕЕ", max_size=50))
@example("9161234567#1 5-3")
def test_the_normal_form_is_a_fixed_point(raw):
    for phone in normalise(raw, "495").value or ():
        again = normalise(phone.number)
        assert [found.number for found in again.value or ()] == [phone.number]
        assert not again.blocked


@given(
    st.from_regex(r"(\+7|7|8|)[3489][0-9]{9}", fullmatch=True),
    st.lists(st.tuples(st.integers(0, 12), st.sampled_from(" -()")), max_size=5),
)
def test_the_fast_path_gives_exactly_what_the_library_gives(number, signs):
    for place, sign in signs:
        number = number[:place] + sign + number[place:]
    fast = plain(number)
    if fast is not None:
        assert fast == read("".join(filter("+0123465789".__contains__, number)))


@given(
    st.from_regex(r"9[0-9]{9}|(301|343|351|391|4[0-9]{2})[0-9]{7}", fullmatch=True),
    st.sampled_from(["8", "7", "+7", ""]),
)
def test_the_fast_path_reads_all_that_the_library_takes_for_a_mobile_or_a_town(national, prefix):
    judged = read(prefix + national)

    if judged is None or judged.kind in ("mobile", "fixed"):
        assert plain(prefix + national) == judged


@given(st.from_regex(r"\+[1-9][0-9]{7,14}", fullmatch=True))
def test_a_number_with_its_plus_reads_the_same_by_the_short_way_and_the_long(number):
    assert normalise(number).value == normalise(f"'{number}").value


@pytest.mark.parametrize(
    "raw",
    ["8 916 240-35-81 паспорт 4505 123456", "8 916 240-35-81, паспорт 45 05 № 123456",
     "8 916 240-35-81 ИНН 500100732259", "СНИЛС 112-233-445 95, 8 916 240-35-81"],
)  # fmt: skip
def test_the_number_of_a_document_is_no_phone(raw):
    value = normalise(raw).value

    assert value and [one.number for one in value] == ["+79162403581"]
    assert "TEL305" in codes(normalise(raw).findings)


@pytest.mark.parametrize(
    "raw", ["+7", "8", "+7 (___) ___-__-__", "8-___-___-__-__", "нет телефона"]
)
def test_a_mask_that_nobody_filled_is_an_empty_cell(raw):
    assert normalise(raw) == Normal(None)


def test_a_fax_is_told_as_one():
    outcome = normalise("факс 8 (495) 240-35-81")

    assert [dict(found.params)["words"] for found in outcome.repairs] == ["факс"]
