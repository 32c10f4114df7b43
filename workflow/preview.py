"""What a client made of some cards would show, before anybody decides that they are one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from db import clients as base
from db.client_pages import ClientRow, GoldenRow
from db.engine import Connection
from workflow.survivorship import PIECES, survive

_LAST = 1 << 62  # later than every decision


@dataclass(frozen=True, slots=True)
class Shown:
    """A client and where its values come from."""

    client: ClientRow
    golden: tuple[GoldenRow, ...]


def preview(
    connection: Connection, cards: Sequence[int], golden: Mapping[str, int]
) -> Shown | None:
    """The client that these cards would make; None where none of them may enter the base.

    Args:
        connection: the base.
        cards: the ids of the cards.
        golden: by the name of a piece the card whose value is chosen by hand.
    """
    clean = base.clean_cards(connection, cards)
    if clean.is_empty():
        return None
    clean = clean.with_columns(pl.lit(clean["id"].min(), dtype=pl.Int64).alias("client_id"))
    survivors = survive(
        clean, base.contacts(connection, clean["id"]), _choices(connection, cards, golden)
    )
    values = survivors.clients.row(0, named=True)
    return Shown(
        ClientRow(**{name: values[name] for name in ClientRow.__slots__}),
        tuple(
            GoldenRow(*row)
            for row in survivors.golden.select("field", "card_id", "reason").iter_rows()
        ),
    )


def _choices(
    connection: Connection, cards: Sequence[int], golden: Mapping[str, int]
) -> pl.DataFrame:
    """The values chosen before, and those chosen now above them."""
    before = base.golden_choices(connection, cards)
    now = [(card, name, _LAST) for name, card in golden.items() if name in PIECES]
    return pl.concat([before, pl.DataFrame(now, schema=before.schema, orient="row")])
