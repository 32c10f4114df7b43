"""What another rule file would do to the base, before it does."""

from dataclasses import dataclass

import polars as pl

from db import findings, rule_books
from db.engine import Engine, trying
from resources.texts import gettext
from workflow.derive import derive_changed
from workflow.export import finding_message
from workflow.progress import Progress, Silent
from workflow.rule_file import checked

_SAMPLE = 5
_KEY = ["card_id", "field", "raw", "code"]


@dataclass(frozen=True, slots=True)
class Example:
    """One text that a rule would speak of."""

    source: str
    source_key: str
    row: int
    field: str
    raw: str
    message: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What a rule finds now and would find then.

    ``now`` and ``then`` count cards with an open finding; ``stopped`` those of them that the
    finding would newly keep out, whole or in part; ``freed`` those that it would no longer.
    """

    code: str
    field: str
    severity: str
    now: int
    then: int
    stopped: int
    freed: int
    sample: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What would change: the rules whose findings differ, and how many cards they concern."""

    effects: tuple[Effect, ...]
    stopped: int
    freed: int


def back_test(engine: Engine, text: str, *, progress: Progress | None = None) -> Trial:
    """Run the rules of a file over every card, and take all of it back.

    Raises:
        KnownError: the file is wrong; the sentence says where and what.
        Cancelled: the user cancelled.
    """
    checked(text)
    progress = progress or Silent()
    progress.stage(gettext("Trying the rules"))
    with trying(engine) as connection:
        before = findings.open_frame(connection)
        rule_books.add(connection, text, "")
        derive_changed(connection, progress)
        after = findings.open_frame(connection)
        return _compared(before, after)


def _compared(before: pl.DataFrame, after: pl.DataFrame) -> Trial:
    gone, come = _without(before, after), _without(after, before)
    stopped, freed = _cards(_blocking(come)), _cards(_blocking(gone))
    codes = sorted({*gone["code"], *come["code"]})
    return Trial(
        tuple(_effect(code, before, after, come, gone) for code in codes),
        len(stopped - _cards(_blocking(before))),
        len(freed - _cards(_blocking(after))),
    )


def _without(these: pl.DataFrame, those: pl.DataFrame) -> pl.DataFrame:
    """The findings that the other frame does not have with that severity."""
    return these.join(those, on=[*_KEY, "severity"], how="anti", maintain_order="left")


def _blocking(found: pl.DataFrame) -> pl.DataFrame:
    return found.filter(pl.col("severity") == "block")


def _cards(found: pl.DataFrame) -> set[int]:
    return set(found["card_id"])


def _effect(
    code: str,
    before: pl.DataFrame,
    after: pl.DataFrame,
    come: pl.DataFrame,
    gone: pl.DataFrame,
) -> Effect:
    was, will, new, old = (
        frame.filter(pl.col("code") == code) for frame in (before, after, come, gone)
    )
    shown = will if will.height else was
    return Effect(
        code=code,
        field=str(shown["field"][0]),
        severity=str(will["severity"][0]) if will.height else "off",
        now=was["card_id"].n_unique(),
        then=will["card_id"].n_unique(),
        stopped=len(_cards(_blocking(new)) - _cards(_blocking(was))),
        freed=len(_cards(_blocking(old)) - _cards(_blocking(will))),
        sample=tuple(
            map(_example, (new if new.height else old).head(_SAMPLE).iter_rows(named=True))
        ),
    )


def _example(found: dict[str, object]) -> Example:
    told = (str(found[name]) for name in ("code", "value", "suggestion", "params"))
    return Example(
        source=str(found["source"]),
        source_key=str(found["source_key"]),
        row=int(str(found["row"])),
        field=str(found["field"]),
        raw=str(found["raw"]),
        message=finding_message(*told),
    )
