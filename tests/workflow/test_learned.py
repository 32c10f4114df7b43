import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from rules.vin import check_digit_ok
from workflow import learned

ALPHABET = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"
VINS = st.text(ALPHABET, min_size=17, max_size=17)


def sealed(body: str) -> str:
    """The VIN with the right check digit in its ninth place."""
    return next(
        vin for digit in "0123456789X" if check_digit_ok(vin := body[:8] + digit + body[9:])
    )


def cars(vins, make="Kia", year=2014):
    frame = pl.DataFrame({"vin": list(vins)}, {"vin": pl.String}).with_row_index("id", offset=1)
    return learned.with_wmi(
        frame.with_columns(
            pl.col("id").cast(pl.Int64),
            pl.lit(make).alias("make"),
            pl.lit(year, pl.Int64).alias("year"),
        )
    )


def habits(found):
    return learned.habits(learned.counted(found))


def makes(found):
    return learned.makes(habits(found))


def check_digits(found):
    return learned.check_digits(found, habits(found))


def years(found):
    return learned.years(found, habits(found))


def plant(wmi: str, count: int, year_letter: str = "E") -> list[str]:
    return [sealed(f"{wmi}CB41A0{year_letter}R{number:06}") for number in range(1, count + 1)]


@given(st.lists(VINS, min_size=1, max_size=20))
def test_check_digits_in_a_column_are_those_of_the_rule(vins):
    assert learned.check_digits_ok(pl.Series(vins)).to_list() == [
        check_digit_ok(vin) for vin in vins
    ]


def test_a_mistyped_vin_is_found_where_the_plant_keeps_the_digit():
    wrong = plant("Z94", 1)[0][:-1] + "7"
    found = check_digits(cars([*plant("Z94", 40)[1:], wrong]))

    assert found.select("vin", "wmi", "share").rows() == [(wrong, "Z94", 97)]


def test_nothing_is_learned_from_few_cars_or_from_a_plant_that_keeps_no_digit():
    few = plant("Z94", 18)
    careless = [vin[:8] + "A" + vin[9:] for vin in plant("XWE", 3)] + plant("XWE", 43)[3:]

    assert check_digits(cars([*few, few[0][:-1] + "7"])).is_empty()
    assert check_digits(cars(careless)).is_empty()


def test_the_make_of_a_plant_is_learned_where_it_has_but_one():
    kia, hyundai = cars(plant("XWE", 39)), cars(plant("Z94", 20), make="Hyundai")
    stray, half = cars(["XWECB41A0ER999999"], make="Audi"), cars(plant("Z94", 20))

    found = makes(pl.concat([kia, stray, hyundai, half]))

    assert found.rows() == [("XWE", "Kia", 97)]


def test_a_year_that_the_vin_contradicts_is_found():
    right = cars(plant("XWE", 30))
    wrong = cars(["XWECB41A0BR000777"]).with_columns(pl.lit(99, pl.Int64).alias("id"))

    found = years(pl.concat([right, wrong]))

    assert found.select("id", "year", "vin_year").rows() == [(99, 2014, 2011)]


def test_a_year_more_or_less_is_no_contradiction():
    assert years(pl.concat([cars(plant("XWE", 30)), cars(plant("XWE", 9, "D"))])).is_empty()


@given(st.lists(VINS, max_size=60), st.integers(1960, 2030))
def test_whatever_the_vins_only_habits_of_this_base_are_told(vins, year):
    found = cars(vins, year=year)

    for odd in (check_digits(found), years(found)):
        assert set(odd["vin"]) <= set(vins)
        assert all(95 <= share <= 100 for share in odd["share"])
