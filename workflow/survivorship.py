"""Which card's value a client shows: chosen by a person, else the fullest, most agreed, latest."""

from dataclasses import dataclass

import polars as pl

# what is chosen as one piece: its name in the base, its columns, and those that make it full
PIECES: dict[str, tuple[list[str], list[str]]] = {
    "name": (
        ["last_name", "first_name", "patronymic", "gender"],
        ["last_name", "first_name", "patronymic"],
    ),
    "company": (["company", "legal_form"], ["company", "legal_form"]),
    "inn": (["inn"], ["inn"]),
    "birth_date": (["birth_date"], ["birth_date"]),
    "address": (
        ["zip", "region", "city", "address"],
        ["region", "city", "street", "house", "flat", "address"],
    ),
}
_AS_TYPED = {"address"}  # two spellings of one address are one value
_RANKS = ["seq", "fullness", "votes", "seen"]
_STRICTEST = {"consent_pd": "no", "consent_ads": "no", "blacklist": "yes"}


@dataclass(frozen=True, slots=True)
class Survivors:
    """Frames with the columns of the tables client and golden."""

    clients: pl.DataFrame
    golden: pl.DataFrame


def survive(cards: pl.DataFrame, contacts: pl.DataFrame, choices: pl.DataFrame) -> Survivors:
    """The clients and where each golden value came from.

    Args:
        cards: columns of the table card, with client_id.
        contacts: columns of the table contact.
        choices: card_id, field, seq: the golden values that people chose.
    """
    clients = _summed(cards)
    golden: list[pl.DataFrame] = []
    for piece, (columns, full) in PIECES.items():
        best = _best(cards, choices.filter(pl.col("field") == piece), columns, full)
        clients = clients.join(best.select("client_id", *columns), on="client_id", how="left")
        golden.append(
            best.select(
                "client_id", pl.lit(piece).alias("field"), pl.col("id").alias("card_id"), "reason"
            )
        )
    clients = clients.join(_joined(cards, contacts), on="client_id", how="left")
    texts = [name for name, kind in clients.schema.items() if kind == pl.String]
    clients = clients.with_columns(pl.col(texts).fill_null(""))
    return Survivors(
        clients.with_columns(_sort_name()).rename({"client_id": "id"}).sort("id"),
        pl.concat(golden).sort("client_id", "field"),
    )


def _summed(cards: pl.DataFrame) -> pl.DataFrame:
    """client_id, kind, cards, seen, and what the strictest card says on consent and black list."""
    said = (
        pl.when(pl.col(name) == word)
        .then(2)
        .when(pl.col(name) != "")
        .then(1)
        .otherwise(0)
        .alias(name)
        for name, word in _STRICTEST.items()
    )
    summed = (
        cards.with_columns((pl.col("kind") == "company").alias("company_card"), *said)
        .group_by("client_id")
        .agg(
            pl.len().alias("cards"),
            pl.col("seen", "company_card", *_STRICTEST).max(),
        )
    )
    kind = pl.when("company_card").then(pl.lit("company")).otherwise(pl.lit("person"))
    return summed.with_columns(
        kind.alias("kind"),
        *(_word(name, strict) for name, strict in _STRICTEST.items()),
    ).drop("company_card")


def _word(name: str, strict: str) -> pl.Expr:
    """The word behind the rank of a consent or black-list flag, "" where no card says one."""
    mild = {"yes": "no", "no": "yes"}[strict]
    rank = pl.col(name)
    return (
        pl.when(rank == 2)  # noqa: PLR2004 - the rank of the strict word
        .then(pl.lit(strict))
        .when(rank == 1)
        .then(pl.lit(mild))
        .otherwise(pl.lit(""))
        .alias(name)
    )


def _best(
    cards: pl.DataFrame, choices: pl.DataFrame, columns: list[str], full: list[str]
) -> pl.DataFrame:
    """Of each client the card whose piece survives, and the reason."""
    chosen = (
        choices.sort("seq")
        .unique("card_id", keep="last")
        .select(pl.col("card_id").alias("id"), "seq")
    )
    value = pl.struct(part for part in full if part not in _AS_TYPED).hash()
    ranked = (
        cards.with_columns(
            pl.sum_horizontal(_weight(cards, part) for part in full).alias("fullness")
        )
        .filter(pl.col("fullness") > 0)
        .join(chosen, on="id", how="left")
        .with_columns(value.alias("value"))
        .with_columns(pl.len().over("client_id", "value").alias("votes"))
        .sort(
            "client_id",
            "seq",
            "fullness",
            "votes",
            "seen",
            "id",
            descending=[False, True, True, True, True, False],
            nulls_last=True,
        )
        .select("client_id", "id", *columns, *_RANKS, "value")
    )
    best = ranked.unique("client_id", keep="first", maintain_order=True)
    winner = best.select("client_id", pl.col("value").alias("won"))
    rivals = (
        ranked.join(winner, on="client_id", maintain_order="left")
        .filter(pl.col("value") != pl.col("won"))
        .unique("client_id", keep="first", maintain_order=True)
        .select("client_id", "value", *_RANKS)
    )
    return best.join(rivals, on="client_id", how="left", suffix="_of_rival").select(
        "client_id", "id", *columns, _reason().alias("reason")
    )


def _weight(cards: pl.DataFrame, part: str) -> pl.Expr:
    """1 for a value that is there, a half for an initial."""
    column = pl.col(part)
    if cards.schema[part] != pl.String:
        return column.is_not_null().cast(pl.Float64)
    letters = column.str.strip_chars(".").str.len_chars()
    return pl.when(letters > 1).then(1.0).when(letters == 1).then(0.5).otherwise(0.0)


def _reason() -> pl.Expr:
    """Why the best card won over the next one with another value."""
    return (
        pl.when(pl.col("seq").is_not_null())
        .then(pl.lit("chosen"))
        .when(pl.col("value_of_rival").is_null())
        .then(pl.lit("only"))
        .when(pl.col("fullness") > pl.col("fullness_of_rival"))
        .then(pl.lit("fullest"))
        .when(pl.col("votes") > pl.col("votes_of_rival"))
        .then(pl.lit("agreed"))
        .when(pl.col("seen").is_not_null() & pl.col("seen").ne_missing(pl.col("seen_of_rival")))
        .then(pl.lit("latest"))
        .otherwise(pl.lit("first"))
    )


def _joined(cards: pl.DataFrame, contacts: pl.DataFrame) -> pl.DataFrame:
    """client_id, phones, emails: every contact, the most agreed and latest first."""
    ranked = (
        contacts.join(
            cards.select(pl.col("id").alias("card_id"), "client_id", "seen"), on="card_id"
        )
        .group_by("client_id", "kind", "value")
        .agg(pl.len().alias("votes"), pl.col("seen").max(), pl.col("card_id").min())
        .sort(
            "client_id",
            "kind",
            "votes",
            "seen",
            "card_id",
            "value",
            descending=[False, False, True, True, False, False],
            nulls_last=True,
        )
    )
    lists = (
        ranked.filter(pl.col("kind") == kind)
        .group_by("client_id", maintain_order=True)
        .agg(pl.col("value").str.join("; ").alias(name))
        for kind, name in (("phone", "phones"), ("email", "emails"))
    )
    phones, emails = lists
    return phones.join(emails, on="client_id", how="full", coalesce=True)


def _sort_name() -> pl.Expr:
    person = pl.concat_str("last_name", "first_name", "patronymic", separator=" ")
    shown = pl.when(pl.col("company") != "").then("company").otherwise(person)
    return shown.str.strip_chars().str.to_lowercase().str.replace_all("ё", "е").alias("sort_name")
