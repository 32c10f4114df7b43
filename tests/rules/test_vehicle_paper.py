import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.vehicle_paper import RULES, epts, pts, sts
from tests.rules.findings import assert_renders, blocking, codes

ELECTRONIC = "164301000001234"


@pytest.mark.parametrize("rule", [sts, pts])
@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("78УЕ952328", "78 УЕ 952328"), ("78 уе 952328", "78 УЕ 952328"),
        ("78 УЕ № 952328", "78 УЕ 952328"), ("серия 78УЕ номер 952328", "78 УЕ 952328"),
        ("9901 952328", "99 01 952328"), ("СТС 99 01 952328", "99 01 952328"),
        ("ПТС 78 ЮЯ 952328", "78 ЮЯ 952328"), ("Паспорт ТС 78УЕ952328", "78 УЕ 952328"),
        ("Свидетельство о регистрации 9901952328", "99 01 952328"),
    ],
)  # fmt: skip
def test_reads_a_paper_however_it_was_typed(rule, raw, value):
    assert rule(raw).value == value
    assert rule(raw).findings == ()


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("78yе952328", "78 УЕ 952328"),
        ("78 УЕ 95О32З", "78 УЕ 950323"),
        ("99О1952328", "99 01 952328"),
    ],
)
def test_twins_are_repaired_by_their_place(raw, value):
    assert sts(raw).value == pts(raw).value == value
    assert codes(sts(raw).repairs) == ["STS301"]
    assert codes(pts(raw).repairs) == ["PTS301"]


def test_floats_are_repaired():
    assert codes(sts("9901952328.0").repairs) == ["STS302"]
    assert codes(epts(f"{ELECTRONIC}.0").repairs) == ["EPT302"]


def test_an_electronic_passport_is_known_in_either_field():
    assert pts(ELECTRONIC).value == epts(f"ЭПТС {ELECTRONIC}").value == ELECTRONIC
    assert codes(pts(ELECTRONIC).findings) == ["PTS303"]
    assert epts(ELECTRONIC).findings == ()
    assert codes(epts("78 УЕ 952328").findings) == ["EPT303"]
    assert epts("78 УЕ 952328").value == "78 УЕ 952328"


@pytest.mark.parametrize(
    ("rule", "raw", "code"),
    [
        (sts, "78УЕ95232", "STS101"), (sts, "78УЕ9523281", "STS101"), (sts, "выдано", "STS102"),
        (sts, "7УУЕ952328", "STS102"), (sts, "9.9E+09", "STS102"), (sts, "1111111111", "STS103"),
        (pts, "1643010000012", "PTS101"), (pts, "таможня", "PTS102"), (pts, "78УЕ000000", "PTS103"),
        (epts, ELECTRONIC[:-1], "EPT101"), (epts, "оформляется", "EPT102"),
        (epts, "1" * 15, "EPT103"),
    ],
)  # fmt: skip
def test_blocks_what_is_no_paper(rule, raw, code):
    assert rule(raw).value is None
    assert blocking(rule(raw).findings) == [code]
    assert_renders(rule(raw).findings, RULES)


@pytest.mark.parametrize("raw", ["9" + ELECTRONIC[1:], ELECTRONIC[:5] + "9" + ELECTRONIC[6:]])
def test_an_unusual_electronic_passport_is_warned_of(raw):
    assert codes(epts(raw).findings) == ["EPT201"]
    assert epts(raw).value == raw


@pytest.mark.parametrize("rule", [sts, pts, epts])
@pytest.mark.parametrize("raw", ["", "-", "нет", "0000000000"])
def test_an_empty_cell_finds_nothing(rule, raw):
    assert (rule(raw).value, rule(raw).findings) == (None, ())


@pytest.mark.parametrize("rule", [sts, pts, epts])
@given(raw=st.text(max_size=30) | st.text("0123456789УЕYEОЗ -№", max_size=18))
def test_never_raises_and_the_normal_form_is_a_fixed_point(rule, raw):
    outcome = rule(raw)

    assert_renders(outcome.findings, RULES)
    if outcome.value is not None:
        assert rule(outcome.value).value == outcome.value
        assert rule(outcome.value).repairs == ()


def test_a_duplicate_is_read_as_its_number():
    assert pts("дубликат 78УЕ952328").value == "78 УЕ 952328"
