"""Splink set up for a dealer's cards the way one would who knows both.

Persons and companies are fitted apart. EM runs on blocks that no household shares: blocked on a
phone or a car it takes relatives for one client. What it still learned too softly of first names
is set by hand.
"""

from splink import block_on  # type: ignore[import-not-found, unused-ignore]

from bench.peers.levels import comparison, equal, level, missing, near, rest, shared, slip
from bench.peers.model import Model

_SWAPPED = "last_key_l = first_key_r AND first_key_l = last_key_r"
_CONTACTS = (
    "list_extract(phones, 1) AS phone, list_extract(phones, 2) AS phone2, "
    "list_extract(emails, 1) AS email, list_extract(cars, 1) AS car"
)
_PHONE_SLIP = " OR ".join(
    f"levenshtein({a}_l, {b}_r) <= 1" for a in ("phone", "phone2") for b in ("phone", "phone2")
)


def _initial(column: str) -> str:
    """One of the two is an initial, and fits."""
    a, b = f"{column}_l", f"{column}_r"
    return f"(length({a}) = 1 OR length({b}) = 1) AND substr({a}, 1, 1) = substr({b}, 1, 1)"


def _slip(column: str, most: int) -> str:
    """Two whole words with a slip between them."""
    a, b = f"{column}_l", f"{column}_r"
    return f"damerau_levenshtein({a}, {b}) <= {most} AND length({a}) > 1 AND length({b}) > 1"


LAST = comparison(
    "last",
    missing("last_key"),
    equal("last_key", rare=True),
    level(_SWAPPED, "swapped", same=0.02, other=1e-6),
    level("rtrim(last_key_l, 'a') = rtrim(last_key_r, 'a')", "other gender"),
    level("damerau_levenshtein(last_key_l, last_key_r) <= 1", "slip"),
    near("last_key", 0.92),
    rest(),
)
FIRST = comparison(
    "first",
    missing("first_key"),
    equal("first_key", rare=True),
    level(_SWAPPED, "swapped", same=0.02, other=1e-6),
    level(_initial("first_key"), "initial", same=0.03),
    level(_slip("first_key", 1), "slip", same=0.02),
    level(
        "substr(first_key_l, 1, 3) = substr(first_key_r, 1, 3) "
        "OR jaro_winkler_similarity(first_key_l, first_key_r) >= 0.88",
        "near",
        same=0.01,
    ),
    rest(same=0.003),
)
PATRONYMIC = comparison(
    "patronymic",
    missing("patronymic_key"),
    equal("patronymic_key", rare=True),
    level(_initial("patronymic_key"), "initial"),
    level(_slip("patronymic_key", 2), "slip"),
    rest(),
)
BIRTH = comparison(
    "birth",
    missing("birth"),
    equal("birth", rare=True),
    level(
        "damerau_levenshtein(strftime(birth_l, '%Y%m%d'), strftime(birth_r, '%Y%m%d')) <= 1 "
        "OR strftime(birth_l, '%Y%m%d') = strftime(birth_r, '%Y%d%m')",
        "slip",
    ),
    level(
        "(year(birth_l) = year(birth_r))::INT + (month(birth_l) = month(birth_r))::INT "
        "+ (day(birth_l) = day(birth_r))::INT = 2",
        "partly",
    ),
    rest(),
)
PHONE = comparison(
    "phones", missing("phones"), shared("phones"), level(_PHONE_SLIP, "slip"), rest()
)
EMAIL = comparison(
    "emails",
    missing("emails"),
    shared("emails"),
    level("split_part(email_l, '@', 1) = split_part(email_r, '@', 1)", "mailbox"),
    rest(),
)
CAR = comparison("cars", missing("cars"), shared("cars"), rest())
INN = comparison("inn", missing("inn"), equal("inn"), slip("inn"), rest())
PLACE = comparison(
    "place",
    missing("city"),
    level("city_l = city_r AND street_l = street_r AND house_l = house_r", "house"),
    level("city_l = city_r AND street_l = street_r", "street"),
    level("city_l = city_r AND (street_l IS NULL OR street_r IS NULL)", "city"),
    level("city_l = city_r", "other street"),
    rest(),
)
GENDER = comparison("gender", missing("gender"), equal("gender"), rest())
COMPANY = comparison(
    "company",
    missing("company_key"),
    equal("company_key", rare=True),
    slip("company_key"),
    near("company_key", 0.92),
    rest(),
)
FORM = comparison("form", missing("legal_form"), equal("legal_form"), rest())

PERSONS = Model(
    columns=f"*, {_CONTACTS}, substr(first_key, 1, 1) AS f, substr(patronymic_key, 1, 1) AS p",
    where="WHERE kind = 'person'",
    comparisons=[LAST, FIRST, PATRONYMIC, BIRTH, PHONE, EMAIL, CAR, INN, PLACE, GENDER],
    blocking=[
        block_on("phones", arrays_to_explode=["phones"]),
        block_on("emails", arrays_to_explode=["emails"]),
        block_on("cars", arrays_to_explode=["cars"]),
        block_on("inn"),
        block_on("last_key", "first_key", "p"),
        block_on("last_key", "first_key", "city"),
        block_on("last_bones", "first_bones", "patronymic_key"),
        block_on("first_key", "patronymic_key", "street"),
        block_on("birth", "f"),
        block_on("birth", "last_bones"),
        block_on("last_key", "f", "p", "city"),
        block_on("last_bones", "city", "street", "house"),
        "l.last_key = r.first_key AND l.first_key = r.last_key",
    ],
    deterministic=[
        block_on("last_key", "first_key", "birth"),
        block_on("last_key", "first_key", "phone"),
        block_on("last_key", "first_key", "email"),
        block_on("last_key", "first_key", "car"),
        block_on("inn"),
    ],
    training=[
        block_on("last_key", "first_key"),
        block_on("birth", "patronymic_key"),
        block_on("birth", "f"),
        block_on("inn"),
    ],
    max_pairs=2e6,
)
COMPANIES = Model(
    columns=f"*, {_CONTACTS}",
    where="WHERE kind = 'company'",
    comparisons=[COMPANY, FORM, PHONE, EMAIL, CAR, INN, PLACE],
    blocking=[
        block_on("phones", arrays_to_explode=["phones"]),
        block_on("emails", arrays_to_explode=["emails"]),
        block_on("cars", arrays_to_explode=["cars"]),
        block_on("inn"),
        block_on("company_key"),
        block_on("company_bones"),
        block_on("city", "street", "house"),
    ],
    deterministic=[block_on("inn"), block_on("company_key", "phone")],
    training=[block_on("inn"), block_on("company_key")],
)
MODELS = {"dealer": (PERSONS, COMPANIES)}
