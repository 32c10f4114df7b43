import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.plate import RULES, _read, normalise, region_of
from rules.settle import settled
from tests.rules.findings import assert_renders, blocking, codes


@pytest.mark.parametrize(
    ("raw", "plate"),
    [
        ("А123ВС77", "А123ВС77"),
        ("А123ВС 77 (РФ)", "А123ВС77"),
        ("А123ВС77RUS", "А123ВС77"),
        ("А123ВС 77RU", "А123ВС77"),
        ("А 123 ВС | 77 RUS", "А123ВС77"),
        ("А123ВС 77 регион", "А123ВС77"),
        ("a123bc777", "А123ВС777"),
        ("A 123 BC 777 RUS", "А123ВС777"),
        ("А-123-ВС/77", "А123ВС77"),
        ("г/н А123ВС77", "А123ВС77"),
        ("гос. номер а123вс 77", "А123ВС77"),
        ("М О45НК 77", "М045НК77"),
        ("ОО45НК77", "О045НК77"),
        ("А12ЗВС77", "А123ВС77"),
        ("А123ВС7O", "А123ВС70"),
        ("АВ12377", "АВ12377"),
        ("АВ123477", "АВ123477"),
        ("АВ1234777", "АВ1234777"),
        ("1234АВ77", "1234АВ77"),
        ("АВ123С77", "АВ123С77"),
        ("А123477", "А123477"),
        ("123А77", "123А77"),
        ("123ABC02", "123ABC02"),
        ("АА1234ВВ", "AA1234BB"),
    ],
)
def test_reads_a_plate_however_it_was_typed(raw, plate):
    outcome = normalise(raw)

    assert outcome.value == plate
    assert not outcome.blocked
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("А123ВС", "PLT201"),
        ("А123ВС00", "PLT202"),
        ("А000АА77", "PLT203"),
        ("123ABF02", "PLT204"),
        ("А123ВС77, В456ЕМ99", "PLT205"),
        ("004CD277", "PLT206"),
        ("М О45НК 77", "PLT301"),
        ("транзит", "PLT302"),
        ("нет", "PLT302"),
        ("без номера", "PLT302"),
        ("не получен", "PLT302"),
        ("не зарегистрирован", "PLT302"),
        ("на учет не поставлена", "PLT302"),
        ("Киа Рио, белая, А123ВС77", "PLT304"),
        ("а 123 вс 77 (транзит)", "PLT304"),
    ],
)
def test_a_doubt_does_not_block(raw, code):
    outcome = normalise(raw)

    assert codes(outcome.findings) == [code]
    assert not outcome.blocked
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "code"),
    [("XW8AA11B0CK000123", "PLT102"), ("Мария", "PLT101"), ("89161234567890", "PLT101")],
)
def test_blocks_what_is_no_plate(raw, code):
    outcome = normalise(raw)

    assert outcome.value is None
    assert blocking(outcome.findings) == [code]


def test_several_plates_give_the_first_with_a_warning():
    assert normalise("А123ВС77; В456ЕМ99").value == "А123ВС77"
    assert normalise("А123ВС77 / a123bc77").findings == ()


@pytest.mark.parametrize("raw", ["", " ", "-", "___"])
def test_an_empty_cell_finds_nothing(raw):
    assert normalise(raw).value is None
    assert normalise(raw).findings == ()


@pytest.mark.parametrize(
    ("plate", "region"),
    [
        ("А123ВС77", "Москва"),
        ("А123ВС750", "Московская область"),
        ("1234АВ16", "Республика Татарстан"),
        ("АВ12377", "Москва"),
        ("А123ВС82", "Республика Крым"),
        ("А123ВС", ""),
        ("А123ВС00", ""),
        ("", ""),
    ],
)
def test_tells_the_region(plate, region):
    assert region_of(plate) == region


@given(st.text(max_size=30))
def test_never_raises(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    assert not (outcome.blocked and outcome.value)


@given(st.text("АВСЕХОABCEXOD0123789 -RUS", min_size=3, max_size=13))
def test_the_normal_form_is_a_fixed_point(raw):
    value = normalise(raw).value
    if value is not None:
        again = normalise(value)
        assert again.value == value
        assert not again.blocked
        assert again.repairs == ()


@given(st.text("АВСЕХОABCEXODа0123789 -RUS", min_size=3, max_size=13))
def test_a_plain_plate_is_what_the_long_way_gives(raw):
    assert normalise(raw) == settled(_read, raw.strip())


@given(st.from_regex(r"[АВЕКМНОРСТУХавкABKabk] ?[0-9]{3} ?[АВХавABab]{2} ?[0-9]{2,3}( RUS)?"))
def test_a_plain_plate_of_any_alphabet_is_what_the_long_way_gives(raw):
    assert normalise(raw) == settled(_read, raw.strip())


@given(st.from_regex(r"[АВЕКМНОРСТУХ][0-9]{3}[АВЕКМНОРСТУХ]{2}[0-9]{2,3}", fullmatch=True))
def test_no_plate_of_the_main_format_is_blocked_or_changed(plate):
    assert normalise(plate).value == plate
    assert not normalise(plate).blocked


@pytest.mark.parametrize(
    ("raw", "plate"),
    [("F123DC77", "А123ВС77"), ("f 123 dc 777", "А123ВС777"), ("{186H{761", "Х186РХ761")],
)
def test_undoes_the_wrong_layout(raw, plate):
    outcome = normalise(raw)

    assert outcome.value == plate
    assert codes(outcome.repairs) == ["PLT303"]
    assert_renders(outcome.findings, RULES)


def test_letters_that_are_a_plates_own_are_no_wrong_layout():
    assert normalise("T123CH77").value == "Т123СН77"


@pytest.mark.parametrize(
    "raw", ["А123ВС 77 (РФ)", "А123ВС77RUS", "А 123 ВС | 77 RUS", "г/н А123ВС77"]
)
def test_the_country_beside_a_plate_says_nothing(raw):
    assert normalise(raw).value == "А123ВС77"
    assert normalise(raw).findings == ()


def test_of_an_old_and_a_new_plate_the_first_is_taken_and_both_are_told():
    outcome = normalise("А123ВС77 (был В456ЕМ99)")

    assert outcome.value == "А123ВС77"
    assert codes(outcome.findings) == ["PLT205", "PLT304"]
    assert dict(outcome.findings[1].params)["words"] == "был"


@pytest.mark.parametrize(
    ("raw", "plate"),
    [
        ("УА3304790 (сын)", "УА3304790"),
        ("прицеп АВ123477", "АВ123477"),
        ("1234АВ77 BMW", "1234АВ77"),
    ],
)
def test_a_trailer_or_a_motorcycle_is_found_among_words_too(raw, plate):
    assert normalise(raw).value == plate
    assert codes(normalise(raw).findings) == ["PLT304"]
