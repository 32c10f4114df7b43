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
    clients = cards.group_by("client_id").agg(
        pl.when((pl.col("kind") == "company").any())
        .then(pl.lit("company"))
        .otherwise(pl.lit("person"))
        .alias("kind"),
        pl.len().alias("cards"),
        pl.col("seen").max(),
        *(_strictest(name, word) for name, word in _STRICTEST.items()),
    )
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


def _strictest(name: str, word: str) -> pl.Expr:
    said = pl.col(name).replace("", None)
    return (
        pl.when((said == word).any())
        .then(pl.lit(word))
        .otherwise(said.drop_nulls().first())
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
    return (
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
        .group_by("client_id", maintain_order=True)
        .agg(pl.col("id", *columns).first(), _reason().alias("reason"))
    )


def _weight(cards: pl.DataFrame, part: str) -> pl.Expr:
    """1 for a value that is there, a half for an initial."""
    column = pl.col(part)
    if cards.schema[part] != pl.String:
        return column.is_not_null().cast(pl.Float64)
    letters = column.str.strip_chars(".").str.len_chars()
    return pl.when(letters > 1).then(1.0).when(letters == 1).then(0.5).otherwise(0.0)


def _reason() -> pl.Expr:
    """Why the first of the sorted cards won over the second."""
    others = pl.col("value") != pl.col("value").first()
    rival = {name: pl.col(name).filter(others).first() for name in ("fullness", "votes", "seen")}
    return (
        pl.when(pl.col("seq").first().is_not_null())
        .then(pl.lit("chosen"))
        .when(~others.any())
        .then(pl.lit("only"))
        .when(pl.col("fullness").first() > rival["fullness"])
        .then(pl.lit("fullest"))
        .when(pl.col("votes").first() > rival["votes"])
        .then(pl.lit("agreed"))
        .when(
            pl.col("seen").first().is_not_null() & pl.col("seen").first().ne_missing(rival["seen"])
        )
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
    return ranked.group_by("client_id", maintain_order=True).agg(
        pl.col("value").filter(pl.col("kind") == kind).str.join("; ").alias(name)
        for kind, name in (("phone", "phones"), ("email", "emails"))
    )


def _sort_name() -> pl.Expr:
    person = pl.concat_str("last_name", "first_name", "patronymic", separator=" ")
    shown = pl.when(pl.col("company") != "").then("company").otherwise(person)
    return shown.str.strip_chars().str.to_lowercase().str.replace_all("ё", "е").alias("sort_name")
