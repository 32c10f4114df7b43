"""Splink set up for each public set, after its authors' examples, tuned by hand."""

import splink.comparison_library as comparisons  # type: ignore[import-not-found, unused-ignore]
from splink import block_on  # type: ignore[import-not-found, unused-ignore]

from bench.peers.levels import comparison, equal, level, missing, rest, slip
from bench.peers.model import Model


def _date(column: str) -> object:
    return comparison(
        column,
        missing(column),
        equal(column, rare=True),
        slip(column),
        slip(column, 2),
        level(f"substr({column}_l, 1, 4) = substr({column}_r, 1, 4)", "year"),
        rest(),
    )


def _exact(column: str, *, rare: bool = False) -> object:
    return comparison(column, missing(column), equal(column, rare=rare), rest())


def _alike(column: str, *least: float) -> object:
    """Equal, rare values weighing more, or alike by Jaro and Winkler."""
    made = comparisons.JaroWinklerAtThresholds(column, list(least))
    configured: object = made.configure(term_frequency_adjustments=True)
    return configured


def _febrl(*, link: bool) -> Model:
    return Model(
        link=link,
        comparisons=[
            comparisons.ForenameSurnameComparison(
                "given_name", "surname", jaro_winkler_thresholds=[0.9, 0.8]
            ),
            _date("date_of_birth"),
            comparisons.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            comparisons.LevenshteinAtThresholds("street_number", [1]),
            _alike("address_1", 0.9, 0.8),
            _alike("suburb", 0.9, 0.8),
            comparison(
                "postcode", missing("postcode"), equal("postcode", rare=True), slip("postcode"),
                rest(),
            ),
            _exact("state"),
        ],
        blocking=[
            block_on("soc_sec_id"),
            block_on("given_name", "surname"),
            "l.given_name = r.surname AND l.surname = r.given_name",
            block_on("date_of_birth"),
            block_on("surname", "postcode"),
            block_on("given_name", "postcode"),
            block_on("surname", "suburb"),
            block_on("given_name", "suburb"),
            block_on("address_1", "street_number"),
            block_on("substr(surname, 1, 3)", "substr(given_name, 1, 3)"),
            block_on("postcode", "street_number"),
        ],
        deterministic=[
            block_on("soc_sec_id"),
            block_on("given_name", "surname", "date_of_birth"),
        ],
        training=[
            block_on("soc_sec_id"),
            block_on("date_of_birth"),
            block_on("postcode", "surname"),
        ],
        recall=0.95,
    )  # fmt: skip


HISTORICAL = Model(
    comparisons=[
        comparisons.ForenameSurnameComparison(
            "first_name",
            "surname",
            forename_surname_concat_col_name="first_and_surname",
            jaro_winkler_thresholds=[0.92, 0.88],
        ),
        comparisons.DateOfBirthComparison(
            "dob",
            input_is_string=True,
            datetime_metrics=["year", "year"],
            datetime_thresholds=[1, 10],
        ),
        comparisons.PostcodeComparison("postcode_fake"),
        _exact("birth_place", rare=True),
        _exact("occupation", rare=True),
    ],
    blocking=[
        block_on("substr(first_name, 1, 3)", "substr(surname, 1, 4)"),
        block_on("surname", "dob"),
        block_on("first_name", "dob"),
        block_on("postcode_fake", "first_name"),
        block_on("postcode_fake", "surname"),
        block_on("dob", "birth_place"),
        block_on("substr(postcode_fake, 1, 3)", "dob"),
        block_on("substr(postcode_fake, 1, 3)", "first_name", "substr(dob, 1, 4)"),
        block_on("substr(postcode_fake, 1, 3)", "surname"),
        block_on("postcode_fake", "substr(dob, 1, 4)"),
        block_on("substr(first_name, 1, 2)", "substr(surname, 1, 2)", "substr(dob, 1, 4)"),
        block_on("surname", "birth_place", "substr(dob, 1, 3)"),
    ],
    deterministic=[
        "l.first_name = r.first_name AND levenshtein(l.dob, r.dob) <= 1",
        "l.surname = r.surname AND levenshtein(l.dob, r.dob) <= 1",
        block_on("first_name", "surname", "postcode_fake"),
    ],
    training=[block_on("first_name", "surname"), block_on("dob"), block_on("postcode_fake")],
    recall=0.6,
    max_pairs=5e6,
)
FAKE_1000 = Model(
    comparisons=[
        comparisons.NameComparison("first_name", jaro_winkler_thresholds=[0.9, 0.8]),
        comparisons.NameComparison("surname", jaro_winkler_thresholds=[0.9, 0.8]),
        comparisons.DateOfBirthComparison("dob", input_is_string=True),
        _exact("city", rare=True),
        comparisons.EmailComparison("email"),
    ],
    blocking=[
        block_on("first_name", "surname"),
        block_on("first_name", "dob"),
        block_on("surname", "dob"),
        block_on("email"),
        block_on("dob"),
        block_on("surname", "city"),
        block_on("first_name", "substr(dob, 1, 4)"),
        block_on("surname"),
        block_on("substr(email, 1, 5)"),
    ],
    deterministic=[
        block_on("first_name", "dob"),
        "l.first_name = r.first_name AND l.surname = r.surname AND l.email = r.email",
        block_on("email"),
    ],
    training=[block_on("first_name", "surname"), block_on("dob"), block_on("email")],
    max_pairs=1e6,
)
RLDATA = Model(
    comparisons=[
        _alike("fname_c1", 0.92, 0.85),
        _alike("lname_c1", 0.92, 0.85),
        comparisons.JaroWinklerAtThresholds("fname_c2", [0.9]),
        _exact("by"),
        _exact("bm"),
        _exact("bd"),
    ],
    blocking=[
        block_on("by", "bm", "bd"),
        block_on("fname_c1", "lname_c1"),
        block_on("fname_c1", "by"),
        block_on("lname_c1", "by"),
        block_on("lname_c1", "bm", "bd"),
        block_on("fname_c1", "bm", "bd"),
        block_on("substr(fname_c1, 1, 3)", "substr(lname_c1, 1, 3)"),
    ],
    deterministic=[
        block_on("fname_c1", "lname_c1", "by", "bm"),
        block_on("fname_c1", "lname_c1", "bd"),
    ],
    training=[block_on("by", "bm", "bd"), block_on("fname_c1", "lname_c1")],
    recall=0.8,
)
MODELS = {
    "febrl3": (_febrl(link=False),),
    "febrl4": (_febrl(link=True),),
    "historical_50k": (HISTORICAL,),
    "fake_1000": (FAKE_1000,),
    "RLdata10000": (RLDATA,),
}
