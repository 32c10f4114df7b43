"""The words that a client is found by: every word of every name on its cards, folded."""

import re

import polars as pl

from rules.letters import fold_lookalikes
from rules.name_forms import folded

_NAMES = ("last_name", "first_name", "patronymic", "company", "legal_form")
_WORD = re.compile(r"[^\W_]+")


def words(cards: pl.DataFrame) -> pl.DataFrame:
    """client_id, word: columns of the table, each word of a client once.

    Args:
        cards: columns of the table card, with client_id.
    """
    names = pl.concat_str(_NAMES, separator=" ")
    return (
        cards.select("client_id", _folded(names).str.extract_all(r"[\p{L}\p{N}]+").alias("word"))
        .explode("word")
        .drop_nulls("word")
        .unique()
        .sort("client_id", "word")
    )


def _folded(text: pl.Expr) -> pl.Expr:
    return text.str.to_lowercase().str.replace_all("ё", "е", literal=True)


def typed_words(text: str) -> tuple[str, ...]:
    """The words of a text that somebody looks for, folded as those of the clients are.

    >>> typed_words("Пётр ИВАНОВ-Водкин")
    ('петр', 'иванов', 'водкин')
    """
    return tuple(dict.fromkeys(_WORD.findall(folded(fold_lookalikes(text)))))
