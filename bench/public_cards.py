"""A public set as the cards of a dealer: the only way in that matching has today.

What has no place on a card (an occupation, a second line of an address) is left out.
"""

import polars as pl

from bench.public_sets import Kind, PublicSet
from matching.dealer.inputs import CARDS, EMAILS, EVENTS, PHONES

_GENDERS = {"male": "m", "female": "f"}


def as_cards(case: PublicSet) -> dict[str, pl.DataFrame]:
    """The frames of matching by name."""
    parts = {part: _part(part, column) for part, column in case.card_parts.items()}
    given = {"card": pl.col("unique_id"), "source": pl.col("source"), "kind": pl.lit("person")}
    columns = [
        (given | parts).get(name, pl.lit(None)).cast(kind).alias(name)
        for name, kind in CARDS.items()
    ]
    return {
        "cards": case.records.select(columns),
        "phones": pl.DataFrame(schema=PHONES),
        "emails": _contacts(case),
        "events": pl.DataFrame(schema=EVENTS),
    }


def _part(part: str, column: str) -> pl.Expr:
    if part == "birth":
        digits = pl.col(column).str.replace_all("-", "")
        return digits.str.to_date("%Y%m%d", strict=False)
    if part == "gender":
        return pl.col(column).replace_strict(_GENDERS, default="")
    return pl.col(column).str.to_titlecase() if part in {"last", "first"} else pl.col(column)


def _contacts(case: PublicSet) -> pl.DataFrame:
    contacts = [name for name, kind in case.fields.items() if kind is Kind.CONTACT]
    found = [case.records.select(card="unique_id", email=name).drop_nulls() for name in contacts]
    return pl.concat([pl.DataFrame(schema=EMAILS), *found])
