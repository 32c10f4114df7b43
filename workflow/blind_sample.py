"""A blind sample of pairs as a file: both cards side by side, and nothing of what we think."""

import base64
import hashlib
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from db import card_details, files, journal, samples
from db.card_details import CardRow, Details
from db.engine import Connection, Engine, writing
from db.errors import KnownError
from db.samples import SampleRow
from reports import pairs_of_base
from reports.strata import Drawn, draw, strata
from resources.texts import gettext
from rules.field_titles import field_title
from rules.fields import Field
from workflow import propose
from workflow.progress import Progress, Silent

FEWEST, MOST = 20, 5_000
_READ = 1_000  # cards read at once
_WRITERS = {".csv": files.csv_writer, ".xlsx": files.xlsx_writer}


@dataclass(frozen=True, slots=True)
class Written:
    """A sample that was written: its file, its seed and how many pairs it holds."""

    path: Path
    seed: int
    pairs: int


def write(
    engine: Engine,
    path: Path,
    *,
    by: str,
    pairs: int = 200,
    seed: int | None = None,
    progress: Progress | None = None,
) -> Written:
    """Draw pairs at random and write them for a reviewer who sees only the cards.

    The base keeps which pairs they are; the same base and seed give the same file.

    Raises:
        KnownError: nothing was searched, nothing can be drawn, or the file cannot be written.
        Cancelled: the user cancelled.
    """
    progress = progress or Silent()
    progress.stage(gettext("Drawing a blind sample"))
    make = _writer(path)
    if not FEWEST <= pairs <= MOST:
        raise KnownError(
            gettext("A sample holds from {fewest} to {most} pairs.").format(
                fewest=FEWEST, most=MOST
            )
        )
    seed = secrets.randbelow(10**6) if seed is None else seed
    with writing(engine) as connection:
        drawn = _drawn(connection, pairs, seed)
        name = _name(drawn, seed)
        frame = _frame(connection, drawn, name, progress)
        files.replace_all(path.absolute().parent, {path.name: make(frame)})
        kept = [(left, right, str(stratum)) for left, right, stratum in drawn.pairs]
        sizes = {str(stratum): size for stratum, size in drawn.sizes.items()}
        samples.keep(
            connection, name, SampleRow(seed, tuple(kept), sizes, samples.state(connection)), by
        )
    return Written(path, seed, len(drawn.pairs))


def pair_id(name: str, number: int) -> str:
    """The id of a pair of a sample in its file."""
    return f"{name}-{number:04d}"


def _writer(path: Path) -> Callable[[pl.DataFrame], files.Writer]:
    """What writes a file of that name; there is none yet, for it would hold somebody's answers."""
    make = _WRITERS.get(path.suffix.casefold())
    if make is None:
        raise KnownError(
            gettext("“{file}”: the sample is written as .csv or .xlsx.").format(file=path.name)
        )
    if path.exists():
        raise KnownError(
            gettext(
                "“{file}” is there already and may hold answers: name another file, or remove it."
            ).format(file=path.name)
        )
    return make


def _drawn(connection: Connection, pairs: int, seed: int) -> Drawn:
    if not propose.searched(connection):
        raise KnownError(gettext("Nothing has been compared yet: search for duplicates first."))
    drawn = draw(strata(pairs_of_base.read(connection)), total=pairs, seed=seed)
    if not drawn.pairs:
        raise KnownError(gettext("There are no candidates and no joined cards to draw from."))
    return drawn


def _name(drawn: Drawn, seed: int) -> str:
    """The name of a sample: the same pairs drawn alike have the same."""
    said = journal.dumps([seed, drawn.pairs, dict(drawn.sizes)])
    seal = hashlib.blake2b(said.encode(), digest_size=5).digest()
    return base64.b32encode(seal).decode()


def _frame(connection: Connection, drawn: Drawn, name: str, progress: Progress) -> pl.DataFrame:
    """One line a pair: its id, room for the answer, and each field of both cards."""
    cards = sorted({card for left, right, _ in drawn.pairs for card in (left, right)})
    shown: dict[int, tuple[str, ...]] = {}
    for start in range(0, len(cards), _READ):
        progress.report(start, len(cards))
        details = card_details.read(connection, cards[start : start + _READ])
        shown |= {card.id: cells(details, card) for card in details.cards}
    titles = [title for field in _titles() for title in (f"{field} 1", f"{field} 2")]
    rows = [
        (
            pair_id(name, number),
            "",
            *(cell for both in zip(shown[left], shown[right], strict=True) for cell in both),
        )
        for number, (left, right, _) in enumerate(drawn.pairs, start=1)
    ]
    header = [gettext("pair"), gettext("same (yes/no)"), *titles]
    return pl.DataFrame(rows, schema=dict.fromkeys(header, pl.String), orient="row")


def _titles() -> tuple[str, ...]:
    """What the cells of a card are."""
    fields = (
        Field.FULL_NAME,
        Field.BIRTH_DATE,
        Field.INN,
        Field.PHONE,
        Field.EMAIL,
        Field.ADDRESS,
    )
    return (gettext("Source"), *map(field_title, fields), gettext("Cars"))


def cells(details: Details, card: CardRow) -> tuple[str, ...]:
    """A card as its readable fields, one cell each."""
    person = " ".join(filter(None, (card.last_name, card.first_name, card.patronymic)))
    company = card.company if card.company != person else ""  # a sole trader bears his own name
    contacts = details.contacts.get(card.id, ())
    # without the plus: a spreadsheet would take +7… for a formula
    phones = [one.value.lstrip("+") for one in contacts if one.kind == "phone"]
    emails = [one.value for one in contacts if one.kind == "email"]
    return (
        card.source,
        " ".join(filter(None, (card.legal_form, company, person))),
        card.birth_date.strftime("%d.%m.%Y") if card.birth_date else "",
        card.inn,
        "; ".join(phones),
        "; ".join(emails),
        card.address,
        "; ".join(_cars(details, card)),
    )


def _cars(details: Details, card: CardRow) -> Iterator[str]:
    """Each car of a card, with the days of its first and last event there."""
    days: dict[int, list[date]] = {}
    for event in details.events.get(card.id, ()):
        if event.vehicle_id is not None:
            days.setdefault(event.vehicle_id, []).extend([event.date] if event.date else [])
    for vehicle_id, known in days.items():
        car = details.vehicles[vehicle_id]
        named = " ".join(filter(None, (car.vin or car.body_no, car.plate, car.make, car.model)))
        span = dict.fromkeys(f"{day:%d.%m.%Y}" for day in (min(known), max(known))) if known else ()
        yield f"{named} ({' – '.join(span)})" if span else named
