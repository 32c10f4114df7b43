"""The rows under one source id become one card, with its contacts, findings and events."""

from dataclasses import dataclass

import polars as pl

from rules import card as card_rules
from rules import client
from rules.book import RuleBook
from rules.fields import Field
from rules.finding import Rule, Severity
from workflow.distinct import EXTENSION
from workflow.entries import NAME_PARTS
from workflow.fields import NAME
from workflow.read import FINDINGS, Block, Words

TAIL = 4  # digits that a phone is looked up by when only its end is known
_NAME_FIELDS = (Field.FULL_NAME, Field.COMPANY, NAME_PARTS)
_WHO = [name for name in NAME if name != "spare"]
_PLACE = ["zip", "region", "city", "street", "house", "flat"]


@dataclass(frozen=True, slots=True)
class Cards:
    """Frames with the columns of the tables card, contact and finding."""

    cards: pl.DataFrame
    contacts: pl.DataFrame
    findings: pl.DataFrame


def assemble(
    rows: pl.DataFrame,
    block: Block,
    words: Words,
    seen: pl.DataFrame,
    book: RuleBook,
    *,
    logged: bool,
) -> Cards:
    """The cards of a block of rows.

    Args:
        rows: row_id, card_id of every row of these cards.
        block: what the rules made of them.
        words: what people said about their texts.
        seen: card_id, seen: the latest dated fact of a card.
        book: what the dealer changes about the rules.
        logged: whether the rows are those of a log, which need not name a client.
    """
    contacts = _contacts(block)
    cards = rows.group_by("card_id", maintain_order=True).agg(pl.col("row_id").max())
    for part in (_who(block), *_singles(block), _place(block), _flags(block), seen):
        cards = cards.join(part, on="card_id", how="left", maintain_order="left")
    texts = [name for name, kind in cards.schema.items() if kind == pl.String]
    cards = cards.with_columns(pl.col(texts).fill_null("")).with_columns(
        pl.when(pl.col("gender") == "").then("stated_gender").otherwise("gender").alias("gender")
    )
    cards = _with_kind(cards)
    findings = block.all_findings()
    if logged:
        cards, findings = _logged(cards, contacts, findings)
    else:
        nameless = _nameless(cards, contacts, words, book)
        findings = pl.concat([findings, nameless.select(list(FINDINGS))])
        cards = cards.with_columns(pl.lit(value=False).alias("unnamed"))
    cards = _with_state(cards, findings)
    return Cards(
        cards.drop("row_id", "stated_gender", "junk", "unnamed").rename({"card_id": "id"}),
        contacts,
        _numbered(findings),
    )


def _names(block: Block) -> pl.DataFrame:
    columns = ["row_id", "card_id", "position", "blocked", *_WHO]
    return pl.concat([block.values[name].select(columns) for name in _NAME_FIELDS])


def _who(block: Block) -> pl.DataFrame:
    """The best name of each card: the fullest, then the latest; ``junk`` if there is but junk."""
    names = _names(block)
    full = [
        pl.col(part).is_not_null() & (pl.col(part).str.strip_chars(".").str.len_chars() > 1)
        for part in ("last_name", "first_name", "patronymic", "company")
    ]
    best = (
        names.filter(~pl.col("blocked") & pl.col("last_name").is_not_null())
        .with_columns(pl.sum_horizontal(full).alias("fullness"))
        .sort("fullness", "row_id", "position", descending=[True, True, False])
        .unique("card_id", keep="first", maintain_order=True)
    )
    junk = names.group_by("card_id").agg(
        (pl.col("blocked").any() & (pl.col("blocked") | pl.col("kind").is_null()).all()).alias(
            "junk"
        )
    )
    return junk.join(best.select("card_id", *_WHO), on="card_id", how="left")


def _singles(block: Block) -> list[pl.DataFrame]:
    """Fields with one value a card: the latest row that has one wins."""
    wanted = (
        (Field.INN, "normal", "inn"),
        (Field.BIRTH_DATE, "date", "birth_date"),
        (Field.GENDER, "normal", "stated_gender"),
    )
    return [_latest(block.values[name], [out], [alias]) for name, out, alias in wanted]


def _latest(values: pl.DataFrame, outputs: list[str], names: list[str]) -> pl.DataFrame:
    return (
        values.filter(pl.col(outputs[0]).is_not_null())
        .sort("row_id", "position", descending=[True, False])
        .unique("card_id", keep="first", maintain_order=True)
        .select(
            "card_id", *(pl.col(out).alias(name) for out, name in zip(outputs, names, strict=True))
        )
    )


def _place(block: Block) -> pl.DataFrame:
    """The latest address that says most, in parts and as it was typed."""
    values = block.values[Field.ADDRESS]
    parts = [pl.col(part).fill_null("") != "" for part in _PLACE]
    return (
        values.with_columns(pl.sum_horizontal(parts).alias("fullness"))
        .sort("fullness", "row_id", "position", descending=[True, True, False])
        .unique("card_id", keep="first", maintain_order=True)
        .select("card_id", *_PLACE, pl.col("text").alias("address"))
    )


def _flags(block: Block) -> pl.DataFrame:
    """Consent and black list; within a card the strictest word wins."""
    strictest = {
        "consent_pd": ((Field.CONSENT_PD,), "no"),
        "consent_ads": ((Field.CONSENT_ADS, Field.REFUSAL_ADS), "no"),
        "blacklist": ((Field.BLACKLIST,), "yes"),
    }
    flags = pl.DataFrame(schema={"card_id": pl.Int64()})
    for name, (fields, strict) in strictest.items():
        said = (
            pl.concat([block.values[field].select("card_id", "flag") for field in fields])
            .filter(pl.col("flag").is_not_null())
            .group_by("card_id")
            .agg(
                pl.when((pl.col("flag") == strict).any())
                .then(pl.lit(strict))
                .otherwise(pl.col("flag").first())
                .first()
                .alias(name)
            )
        )
        flags = flags.join(said, on="card_id", how="full", coalesce=True)
    return flags


def _contacts(block: Block) -> pl.DataFrame:
    """The usable phones and e-mails of each card, in the order of their first row."""
    phones = block.values[Field.PHONE].explode("phones").rename({"phones": "value"})
    parts = pl.col("value").str.split_exact(EXTENSION, 1).struct
    frames = [
        phones.with_columns(
            pl.lit("phone").alias("kind"),
            parts.field("field_0").alias("value"),
            parts.field("field_0").str.tail(TAIL).alias("tail"),
            parts.field("field_1").fill_null("").alias("extension"),
        ),
        block.values[Field.EMAIL]
        .explode("emails")
        .rename({"emails": "value"})
        .with_columns(
            pl.lit("email").alias("kind"),
            pl.lit("").alias("tail"),
            pl.lit("").alias("extension"),
        ),
    ]
    columns = ["card_id", "kind", "value", "tail", "extension", "row_id", "position"]
    return (
        pl.concat([frame.select(columns) for frame in frames])
        .filter(pl.col("value").is_not_null())
        .with_row_index("order")
        .sort("card_id", "kind", "row_id", "position", "order")
        .unique(["card_id", "kind", "value"], keep="first", maintain_order=True)
        .with_columns(pl.int_range(pl.len()).over("card_id", "kind").alias("position"))
        .drop("row_id", "order")
    )


def _with_kind(cards: pl.DataFrame) -> pl.DataFrame:
    company = (pl.col("kind") == "company") | (
        (pl.col("kind") == "") & (pl.col("inn").str.len_chars() == 10)  # noqa: PLR2004 - of a firm
    )
    return cards.with_columns(
        pl.when(company).then(pl.lit("company")).otherwise(pl.lit("person")).alias("kind"),
        pl.col("junk").fill_null(value=False),
    )


def _of_nobody(cards: pl.DataFrame, contacts: pl.DataFrame) -> pl.DataFrame:
    """The cards that have neither a name nor a contact left."""
    named = pl.concat_str("last_name", "first_name", "company", "inn") != ""
    return cards.filter(~named).join(contacts.select("card_id").unique(), on="card_id", how="anti")


def _logged(
    cards: pl.DataFrame, contacts: pl.DataFrame, findings: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The cards of a log, with ``unnamed``, and the findings of what must be right there.

    Nobody expects a client's name in a log: «-» and «Аноним» are as good as an empty cell. A test
    card is junk there as well.
    """
    wrong = (pl.col("severity") == "block") & (pl.col("state") == "open")
    empty = wrong & (pl.col("code") == client.PLACEHOLDER.code)
    named = pl.col("field").is_in([str(name) for name in _NAME_FIELDS])
    junk = pl.col("card_id").is_in(findings.filter(named & wrong & ~empty)["card_id"].implode())
    nobody = pl.col("card_id").is_in(_of_nobody(cards, contacts)["card_id"].implode())
    return (
        cards.with_columns(pl.col("junk") & junk, (nobody & ~junk).alias("unnamed")),
        findings.filter(~empty),
    )


def _nameless(
    cards: pl.DataFrame, contacts: pl.DataFrame, words: Words, book: RuleBook
) -> pl.DataFrame:
    """The finding of each card that has neither a name nor a contact left."""
    severity = book.severity(card_rules.NAMELESS)
    if severity is None:
        return pl.DataFrame(schema=FINDINGS)
    waived = words.waives.filter(pl.col("code") == card_rules.NAMELESS.code)
    return (
        _of_nobody(cards, contacts)
        .filter(~pl.col("junk"))
        .join(waived.select("card_id", pl.lit("waived").alias("state")), on="card_id", how="left")
        .with_columns(*_literal(card_rules.NAMELESS, severity), pl.col("state").fill_null("open"))
    )


def _literal(rule: Rule, severity: Severity) -> list[pl.Expr]:
    texts = {"field": rule.field, "code": rule.code, "severity": str(severity)}
    blanks = dict.fromkeys(("raw", "value", "suggestion", "params"), "")
    return [
        *(pl.lit(text).alias(name) for name, text in (texts | blanks).items()),
        pl.lit(999, dtype=pl.Int64).alias("position"),
        pl.lit(value=False).alias("repaired"),
    ]


def _with_state(cards: pl.DataFrame, findings: pl.DataFrame) -> pl.DataFrame:
    """The cards with their states; what blocks but is about no text keeps the whole card out.

    An unnamed card is no client and nothing to work on: nobody expects a name there.
    """
    block = (pl.col("severity") == "block") & (pl.col("state") == "open") & (pl.col("raw") == "")
    out = findings.filter(block)["card_id"].unique()
    return cards.with_columns(
        pl.when("junk")
        .then(pl.lit("junk"))
        .when(pl.col("card_id").is_in(out.implode()))
        .then(pl.lit("quarantined"))
        .when("unnamed")
        .then(pl.lit("unnamed"))
        .otherwise(pl.lit("clean"))
        .alias("state")
    )


def _numbered(findings: pl.DataFrame) -> pl.DataFrame:
    return findings.sort(
        "row_id", "field", "position", "raw", "code", maintain_order=True
    ).with_columns(pl.int_range(pl.len()).over("row_id").alias("position"))
