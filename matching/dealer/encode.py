"""Cards as columns of codes: all that comparing and blocking need, no text per row."""

from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from matching.core.book import Codes, Floats, Index, Mask
from matching.core.content import Hashes, hashes_of, mixed, numbers, summed
from matching.core.key import owners_of
from matching.core.progress import Stage
from matching.core.tally import Tally
from matching.dealer.card_kinds import PARTS, with_kinds
from matching.dealer.contacts import Contacts, emails, phones
from matching.dealer.firms import Firms, firms_of
from matching.dealer.frequency import by_table, company_rarity, in_country, rarity, spread
from matching.dealer.inputs import MatchInput
from matching.dealer.names import NameBook, name_book
from matching.dealer.statistics import NO_DATE, Statistics, taken
from matching.dealer.tidy_names import tidied
from matching.dealer.timeline import Timelines, timelines

MALE, FEMALE = 1, 2
_KIND_OF_STREET = r"(?:^|\s)(?:ул\.|пр-т|пер\.|проезд|ш\.|б-р|пл\.|наб\.|туп\.|аллея|тракт)(?:\s|$)"


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards in order of their id; a card is known by its position from here on.

    ``carrier`` says by initials who a card is of. ``content`` is of all that matching sees of it
    but the ids of cards and cars, ``fingerprint`` of those of the cars, too.
    """

    ids: Index
    person: Mask
    firm: Mask
    names: NameBook
    parts: dict[str, Codes]
    counts: dict[str, Codes]
    rarity: dict[str, Floats]
    gender: Codes
    firms: Firms
    company: Codes
    company_rarity: Floats
    form: Hashes
    inn: Hashes
    birth: Codes
    city: Hashes
    street: Hashes
    house: Hashes
    carrier: Hashes
    phones: Contacts
    emails: Contacts
    timelines: Timelines
    content: Hashes
    fingerprint: Hashes
    statistics: Statistics

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Beside:
    """What the rest of a base says of cards that are only some of it.

    ``statistics`` are those of the whole base; ``phones`` and ``emails`` tell how many people
    carry each value that matters, ``sales`` (vehicle, date) when each such car was sold. What is
    None the cards themselves tell.
    """

    statistics: Statistics | None = None
    phones: Tally | None = None
    emails: Tally | None = None
    sales: pl.DataFrame | None = None


_ALONE = Beside()


def encode(inputs: MatchInput, stage: Stage, beside: Beside = _ALONE) -> Cards:
    """The cards of the input as codes; those of a whole base where nothing is given ``beside``.

    Raises:
        ValueError: two cards have one id.
    """
    named = beside.statistics.named if beside.statistics else None
    frame, named = _prepared(inputs.cards, named, stage)
    person, firm = frame["person"].to_numpy(), frame["firm"].to_numpy()
    names = name_book(stage.part(0.01, 0.5), *(frame[part] for part in PARTS))
    written = {part: names.book.codes(frame[part]) for part in PARTS}
    parts = {part: codes * person for part, codes in written.items()}
    parts["patronymic"] = parts["patronymic"] * ~names.stray[parts["patronymic"]]
    stage.at(50, 100)
    firms = firms_of(frame["company"], named, stage.part(0.5, 0.7))
    company = firms.book.codes(frame["company"]) * firm
    stage.at(70, 100)
    inn = hashes_of(frame["inn"])
    days = frame["born"].fill_null(int(NO_DATE)).to_numpy().astype(np.int32)
    tabled = {part: by_table(names, part) for part in PARTS}
    statistics = beside.statistics or taken(
        names,
        parts,
        tabled,
        firms=firms.counted(company, inn),
        named=named,
        days=days,
        person=person,
    )
    country = {
        part: in_country(names, part, statistics.forms[part], tabled[part]) for part in PARTS
    }
    carrier = _carrier(names, parts, np.where(person, 0, firms.head[company]))
    stage.at(72, 100)
    owned = _Owned(frame["card"], stage)
    called = phones(owned.rows(inputs.phones, 75, phone="value"), carrier, beside.phones)
    mailed = emails(owned.rows(inputs.emails, 85, email="value"), carrier, beside.emails)
    events = owned.rows(inputs.events, 90)
    cards = Cards(
        ids=frame["card"].to_numpy().astype(np.int64),
        person=person,
        firm=firm,
        names=names,
        parts=parts,
        counts={part: spread(names, statistics.texts[part], country[part]) for part in PARTS},
        rarity={part: rarity(names, part, statistics.forms[part], country[part]) for part in PARTS},
        gender=_gender(frame["gender"]),
        firms=firms,
        company=company,
        company_rarity=company_rarity(statistics.firms, firms.hashes["latin"]),
        form=hashes_of(frame["legal_form"]),
        inn=inn,
        birth=statistics.odd.without(days),
        city=_place(frame, "city"),
        street=_place(frame, "street"),
        house=_place(frame, "street", "house"),
        carrier=carrier,
        phones=called,
        emails=mailed,
        timelines=timelines(events, len(frame), beside.sales),
        content=carrier,
        fingerprint=carrier,
        statistics=statistics,
    )
    stage.at(99, 100)
    own = [names.hashes["text"][codes] for codes in written.values()]
    own += [firms.hashes["text"][firms.book.codes(frame["company"])], numbers(days)]
    return _printed(cards, own, events)


def _prepared(
    cards: pl.DataFrame, named: tuple[str, ...] | None, stage: Stage
) -> tuple[pl.DataFrame, tuple[str, ...]]:
    """The cards by id, their names put right and their kinds told; and the names of companies."""
    frame = cards.sort("card")
    if frame["card"].is_duplicated().any():
        msg = "a card id stands on two cards"
        raise ValueError(msg)
    frame = frame.with_columns(pl.col("birth").to_physical().alias("born"))
    stage.at(0, 100)
    frame = tidied(frame)
    stage.at(0, 100)
    return with_kinds(frame, named, stage.part(0, 0.01))


def _printed(cards: Cards, own: list[Hashes], events: pl.DataFrame) -> Cards:
    """The cards with the hashes of all that matching sees of them; ``own``: of what they say."""
    own = [
        *own,
        numbers(cards.person),
        numbers(cards.firm),
        numbers(cards.gender),
        cards.form,
        cards.inn,
    ]
    own += [cards.city, cards.street, cards.house]
    for contacts in (cards.phones, cards.emails):
        bag = contacts.bag
        own.append(summed(owners_of(bag), mixed(contacts.hashes[bag.values]), len(cards)))
    owners = events["owner"].to_numpy().astype(np.int64)
    sold = numbers((events["kind"] == "sale").to_numpy())
    days = numbers(events["date"].to_physical().fill_null(int(NO_DATE)).to_numpy())
    content = mixed(*own, summed(owners, mixed(sold, days), len(cards)))
    cars = numbers(events["vehicle"].to_numpy())
    about = summed(owners, mixed(cars, sold, days), len(cards))
    return replace(cards, content=content, fingerprint=mixed(content, about))


@dataclass(frozen=True, slots=True)
class _Owned:
    """Finds the positions of cards by their ids."""

    ids: pl.Series
    stage: Stage

    def rows(self, frame: pl.DataFrame, percent: int, **renamed: str) -> pl.DataFrame:
        """The rows of known cards, with the card's position as ``owner``."""
        self.stage.at(percent, 100)
        frame = frame.filter(pl.col("card").is_in(self.ids.implode())).rename(renamed)
        owner = self.ids.search_sorted(frame["card"]).cast(pl.Int64)
        return frame.with_columns(owner.alias("owner"))


def _place(frame: pl.DataFrame, *fields: str) -> Hashes:
    """Hashes of the place the fields name together; missing if one of them is.

    A street's kind («ул.», «пр-т») is typed or left out as it comes.
    """
    whole = pl.all_horizontal(pl.col(field) != "" for field in fields)
    joined = frame.select(
        pl.when(whole)
        .then(pl.concat_str(*(_place_name(field) for field in fields), separator="|"))
        .otherwise(pl.lit(""))
        .alias("place")
    ).to_series()
    return hashes_of(joined)


def _place_name(field: str) -> pl.Expr:
    text = pl.col(field).str.to_lowercase().str.replace_all("ё", "е")
    return text.str.replace_all(_KIND_OF_STREET, "").str.strip_chars()


def _gender(column: pl.Series) -> Codes:
    return column.replace_strict(
        {"m": MALE, "f": FEMALE}, default=0, return_dtype=pl.Int32
    ).to_numpy()


def _carrier(names: NameBook, parts: dict[str, Codes], firm: Hashes) -> Hashes:
    """A hash of who carries a phone: both initials of a person, the beginning of a company.

    Initials outlive misprints, swapped parts and other alphabets; 0 where they are not known.
    """
    letter = names.hashes["letter"]
    last, first = letter[parts["last"]], letter[parts["first"]]
    who = mixed(np.minimum(last, first), np.maximum(last, first))
    who[(last == 0) | (first == 0)] = 0
    return np.where(firm == 0, who, firm)
