"""Who may be contacted: consent and the black list, as a list's header tells them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import polars as pl

from reports.content import Bounds, certain
from reports.lists.book import Book
from reports.options import TITLES, Dimension, Options
from resources.texts import gettext

BLACKLIST, REFUSED, UNKNOWN, KEPT_OUT = "blacklist", "refused", "unknown", "kept_out"
_ONLY = {
    Dimension.KIND: "kind",
    Dimension.REGION: "region",
    Dimension.MODEL: "model",
    Dimension.BRANCH: "branch",
    Dimension.STAFF: "staff",
}
_NOBODY: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Rows with the columns of their clients, and how they were chosen.

    ``left_out``: how many clients are not among them, by reason. ``filters``: lines for the
    report's header.
    """

    rows: pl.DataFrame
    filters: tuple[str, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def figures(self) -> dict[str, Bounds]:
        """The clients left out, by the keys of a report's figures."""
        return {f"left_out.{name}": certain(count) for name, count in self.left_out.items()}


def named(rows: pl.DataFrame, book: Book, options: Options) -> Chosen:
    """The rows of clients (client_id) with what the book tells of these, in the slice asked for.

    A card in quarantine is no client yet: its rows are left out.
    """
    joined = rows.join(book.clients, on="client_id", how="left", maintain_order="left")
    known = pl.col("cards").is_not_null()
    left_out = {KEPT_OUT: joined.filter(~known)["client_id"].n_unique()}
    return _sliced(joined.filter(known), options, left_out)


def not_for_contacting(rows: pl.DataFrame, book: Book, options: Options) -> Chosen:
    """All the rows in the slice asked for, under a header that says why no consent limits them.

    Those of cards in quarantine are among them.
    """
    joined = rows.join(book.clients, on="client_id", how="left", maintain_order="left")
    told = gettext(
        "Not a list for contacting: it shows no phones and no e-mails, so neither consent nor "
        "the black list limits it."
    )
    chosen = _sliced(joined.with_columns(pl.col("kind", "region").fill_null("")), options)
    return replace(chosen, filters=(*chosen.filters, told))


def _sliced(rows: pl.DataFrame, options: Options, left_out: Mapping[str, int] = _NOBODY) -> Chosen:
    lines = []
    for dimension, value in options.only.items():
        column, told = _ONLY.get(dimension, ""), gettext(TITLES[dimension])
        if column in rows.columns:
            rows = rows.filter(pl.col(column) == value)
            lines.append(f"{told}: {_spoken(dimension, value)}")
        else:
            lines.append(gettext("“{name}” does not limit this list.").format(name=told))
    return Chosen(rows, tuple(lines), left_out)


def _spoken(dimension: Dimension, value: str) -> str:
    kinds = {"person": gettext("person"), "company": gettext("company")}
    return kinds.get(value, value) if dimension is Dimension.KIND else value


def contactable(chosen: Chosen, options: Options) -> Chosen:
    """Of the rows those of clients who may be called or written to."""
    ads, processing = pl.col("consent_ads"), pl.col("consent_pd")
    reasons = (
        pl.when(pl.col("blacklist") == "yes")
        .then(pl.lit(BLACKLIST))
        .when((ads == "no") | (processing == "no"))
        .then(pl.lit(REFUSED))
        .when((ads != "yes") & pl.lit(not options.without_consent))
        .then(pl.lit(UNKNOWN))
    )
    judged = chosen.rows.with_columns(reason=reasons)
    counts = judged.group_by("reason").agg(pl.col("client_id").n_unique())
    found = {str(reason): int(count) for reason, count in counts.drop_nulls("reason").iter_rows()}
    left_out = {name: found.get(name, 0) for name in (REFUSED, UNKNOWN, BLACKLIST)}
    rows = judged.filter(pl.col("reason").is_null()).drop("reason")
    return Chosen(
        rows,
        (*chosen.filters, _rule(options), _told({**left_out, **chosen.left_out})),
        {**left_out, **chosen.left_out},
    )


def _rule(options: Options) -> str:
    if options.without_consent:
        return gettext(
            "Consent: also clients whose consent to advertising is not known; nobody who refused "
            "advertising or the processing of his data, nobody on the black list."
        )
    return gettext(
        "Consent: only clients whose consent to advertising is proved; nobody who refused "
        "advertising or the processing of his data, nobody on the black list."
    )


def _told(left_out: Mapping[str, int]) -> str:
    return gettext(
        "Clients left out by it: refused – {refused}, consent not known – {unknown}, on the black "
        "list – {blacklist}; cards in quarantine – {kept_out}."
    ).format(**left_out)
