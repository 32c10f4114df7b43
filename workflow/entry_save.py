"""An entered client becomes a card of the base: one decision, one transaction, undone as one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

import polars as pl

from db import cards as card_base
from db import client_pages, decisions, entered, journal, loads
from db import clients as client_base
from db.engine import Connection, Engine, writing
from db.errors import KnownError
from db.loads import SourceRow
from resources.texts import gettext
from rules.book import RuleBook
from workflow import entry_replace, rule_file, traces
from workflow.derive import derive_cards, settle, write
from workflow.entry_check import Judged, Place, Remark, checked, judged, today
from workflow.entry_form import HEADERS, PIECES, Draft, cells, mapping
from workflow.entry_reason import Reason
from workflow.entry_replace import Correction
from workflow.progress import Progress, Silent
from workflow.review import new_id
from workflow.unify import unify

_MOST_APART = 200  # cards that one save is judged to be different from
_HEAD = {"id": pl.Int64(), "source_id": pl.Int64(), "source_key": pl.String()}
_WORDS = ("left", "right", "verdict", "relation")
_CORRECTION = ("card_id", "field", "raw", "code", "action", "value")


class Blocked(KnownError):  # noqa: N818 - the rules did their work: nothing has failed
    """The card is not saved: ``remarks`` say what stands against it."""

    def __init__(self, remarks: Sequence[Remark], sentence: str) -> None:
        self.remarks = tuple(remarks)
        super().__init__(sentence)


@dataclass(frozen=True, slots=True)
class Saved:
    """A card that is in the base; ``client_id`` is 0 while it is kept out."""

    decision_id: str
    card_id: int
    client_id: int


def may_bypass(book: RuleBook, by: str) -> bool:
    """Whether somebody may save what a rule blocks."""
    return by in book.may_bypass


def save(
    engine: Engine,
    draft: Draft,
    *,
    by: str,
    reason: Reason | None = None,
    decision_id: str = "",
    progress: Progress | None = None,
) -> Saved:
    """Put what was entered into the base and compute anew what follows from it.

    Args:
        engine: the base.
        draft: what was entered.
        by: who entered it.
        reason: why it is saved although a rule blocks it; None to be refused then.
        decision_id: made by the caller to make a retry harmless; made here if "".
        progress: told of the stages.

    Raises:
        Blocked: a rule blocks it and there is no reason, or no right to give one.
        KnownError: the card has been changed since it was opened, or there is nothing to save.
    """
    progress = progress or Silent()
    progress.stage(gettext("Saving the client"))
    with writing(engine) as connection:
        return _Entry(connection, draft, by, decision_id or new_id()).save(reason, progress)


class _Entry:
    """One save, in the caller's transaction."""

    def __init__(self, connection: Connection, draft: Draft, by: str, decision_id: str) -> None:
        self._connection = connection
        self._draft = draft
        self._by = by
        self._decision_id = decision_id
        self._book = rule_file.book(connection)
        self._source = entered.source(connection)
        self._day = today()

    def save(self, reason: Reason | None, progress: Progress) -> Saved:
        """Check, write and compute."""
        connection, draft = self._connection, self._draft
        done = entered.entered_by(connection, self._decision_id)
        if done is not None:
            return self._saved(done)
        card_id, key = self._card()
        found = self._judged(card_id, key)
        waived = self._let_in(found.remarks, reason)
        self._check_opened()
        mates = self._mates(card_id)
        pieces = self._pieces() if mates else ()
        apart = self._apart()
        details: dict[str, str | list[int] | list[str]] = {"cards": [card_id]}
        if draft.client_id:
            details["client"] = "edited"
        if waived:
            details |= {"codes": sorted({one.code for one in waived}), "reason": str(reason)}
        decisions.record(
            connection, decision_id=self._decision_id, by=self._by, kind="entry", details=details
        )
        self._write_row(card_id, key)
        self._judge(card_id, mates, apart)
        for piece in pieces:
            decisions.write_golden_choice(
                connection, self._decision_id, card_id=card_id, field=piece
            )
        taken = entry_replace.corrections(connection, draft, mates)
        self._correct([*taken, *_waivers(card_id, waived)])
        before = traces.before(connection, {card_id, *(card for card, *_ in taken)})
        heads = card_base.heads(connection, {card for card, *_ in taken})
        if waived or draft.card_id:
            head = pl.DataFrame([(card_id, self._source.id, key)], schema=_HEAD, orient="row")
            heads = pl.concat([heads, head])
        else:
            write(connection, found.made)
        derive_cards(connection, heads, progress)
        unify(connection, {card_id, *mates, *apart} | settle(connection, before))
        return self._saved(card_id)

    def _judged(self, card_id: int, key: str) -> Judged:
        """What the rules make of the draft as the card that it is to be."""
        if not any(map(self._draft.text, HEADERS[2:])):
            raise KnownError(gettext("There is nothing to save: fill in the client first."))
        row_id, _ = loads.next_ids(self._connection)
        source = self._source
        place = Place(self._day, source.area_code, source.id, row_id, card_id, key)
        return judged(self._draft, self._book, place)

    def _let_in(self, said: Sequence[Remark], reason: Reason | None) -> list[Remark]:
        """What blocks the card and is bypassed."""
        blocking = [one for one in said if one.blocks]
        if not blocking:
            return []
        if reason is None:
            sentence = gettext("The card is not saved: {what}").format(what=blocking[0].message)
            raise Blocked(blocking, sentence)
        if not may_bypass(self._book, self._by):
            sentence = gettext(
                "You may not save what a rule blocks. Those who may are named in the rule file: "
                "[entry] may_bypass."
            )
            raise Blocked(blocking, sentence)
        return blocking

    def _check_opened(self) -> None:
        """Raise KnownError where the card is no longer the version that was opened."""
        if not self._draft.card_id:
            return
        found = entered.version(self._connection, self._draft.card_id)
        if found is None or found[0] != self._draft.version:
            raise KnownError(
                gettext("This card has been changed since you opened it. Open the client again.")
            )

    def _card(self) -> tuple[int, str]:
        """The card that takes the row, and its id in the source."""
        if card_id := self._draft.card_id:
            return card_id, entered.source_key(self._connection, card_id)
        _, card_id = loads.next_ids(self._connection)
        return card_id, str(card_id)

    def _mates(self, card_id: int) -> list[int]:
        """The cards that this one is judged to be one client with: those of a client edited."""
        if not self._draft.client_id:
            return []
        found = client_pages.card_ids(self._connection, self._draft.client_id)
        if not found:
            raise KnownError(
                gettext("This client is no longer in the base. Look for the person again.")
            )
        return [one for one in found if one != card_id]

    def _apart(self) -> list[int]:
        """The cards that this one is judged to be different from."""
        cards: list[int] = []
        for client_id in sorted(self._draft.apart - {self._draft.client_id}):
            cards += client_pages.card_ids(self._connection, client_id)
        return cards[:_MOST_APART]

    def _pieces(self) -> tuple[str, ...]:
        """The golden values that were typed anew."""
        draft = self._draft
        return tuple(
            piece
            for piece, name in PIECES.items()
            if draft.text(name)
            and _normal(name, draft.text(name)) != _normal(name, draft.opened.get(name, ""))
        )

    def _write_row(self, card_id: int, key: str) -> None:
        load_id = entered.load_of_day(self._connection, self._source.id, self._by, self._day)
        if load_id is None:
            load_id = _new_load(self._connection, self._source, self._by, self._day)
        count = entered.write(
            self._connection,
            decision_id=self._decision_id,
            load_id=load_id,
            source_id=self._source.id,
            card_id=card_id,
            cells=cells(self._draft, key=key, day=self._day),
        )
        loads.set_tally(self._connection, load_id, _tally(count))

    def _judge(self, card_id: int, mates: Iterable[int], apart: Iterable[int]) -> None:
        rows = [
            (min(pair), max(pair), verdict, "")
            for verdict, cards in (("same", mates), ("different", apart))
            for pair in product([card_id], cards)
        ]
        if rows:
            words = pl.DataFrame(sorted(rows), schema=list(_WORDS), orient="row")
            decisions.write_judgements(self._connection, self._decision_id, words)

    def _correct(self, rows: Sequence[Correction]) -> None:
        if rows:
            words = pl.DataFrame(rows, schema=list(_CORRECTION), orient="row")
            decisions.write_corrections(self._connection, self._decision_id, words)

    def _saved(self, card_id: int) -> Saved:
        client = client_base.client_of(self._connection, card_id)
        return Saved(self._decision_id, card_id, client)


def _waivers(card_id: int, waived: Sequence[Remark]) -> list[Correction]:
    """The words that let in what is bypassed."""
    rows = {(card_id, one.base_field, one.raw, one.code, "waive", "") for one in waived}
    return sorted(rows)


def _normal(name: str, text: str) -> str:
    """A text as it is compared: two spellings of one value are no change."""
    return checked(name, text).shown or text.strip()


def _new_load(connection: Connection, source: SourceRow, by: str, day: date) -> int:
    texts = {
        "layout": "{}",
        "headers": journal.dumps(HEADERS),
        "mapping": journal.dumps(mapping().to_json()),
    }
    return loads.new_load(
        connection,
        source_id=source.id,
        by=by,
        file_name="",
        sha256="",
        asof=day,
        texts=texts,
    )


def _tally(rows: int) -> str:
    """What a load of entered cards holds, as that of a file is kept."""
    return journal.dumps({"records": rows, "rows": rows, "new": rows, "cards": rows, "dropped": {}})
