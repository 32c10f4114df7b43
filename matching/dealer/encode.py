"""Cards as columns of codes: all that comparing and blocking need, no text per row."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from matching.core.book import Codes, Floats, Index, Mask, book_of, numbered, recoded
from matching.core.frequency import rarity
from matching.core.progress import Stage
from matching.dealer.contacts import Contacts, emails, phones
from matching.dealer.frequency import company_rarity, in_country, key_of, spread
from matching.dealer.inputs import MatchInput
from matching.dealer.names import NameBook, name_book
from matching.dealer.timeline import Timelines, timelines
from resources import names as tables
from rules import name_forms

NO_DATE = np.int32(-(2**30))
SOLE_TRADER = "ИП"
MALE, FEMALE = 1, 2
_COMPANY_INN = 10
_HEAD = 3
_KIND_OF_STREET = r"(?:^|\s)(?:ул\.|пр-т|пер\.|проезд|ш\.|б-р|пл\.|наб\.|туп\.|аллея|тракт)(?:\s|$)"
PARTS = ("last", "first", "patronymic")
# A birthday on far more cards than chance gives is a default of the form (01.01.1970).
_BIRTHDAYS, _EXCESS, _ODD = 18_000, 20, 5
_DAYS, _MANY_NEW_YEARS = 365, 3


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards in order of their id; a card is known by its position from here on."""

    ids: Index
    person: Mask
    names: NameBook
    parts: dict[str, Codes]
    counts: dict[str, Codes]
    rarity: dict[str, Floats]
    gender: Codes
    company_latins: tuple[str, ...]
    company_latin: Codes
    company_skeleton: Codes
    company: Codes
    company_rarity: Floats
    form: Codes
    inn: Codes
    birth: Codes
    city: Codes
    street: Codes
    house: Codes
    phones: Contacts
    emails: Contacts
    timelines: Timelines

    def __len__(self) -> int:
        return len(self.ids)


def encode(inputs: MatchInput, stage: Stage) -> Cards:
    """The cards of the input as codes.

    Raises:
        ValueError: two cards have one id.
    """
    frame = inputs.cards.sort("card")
    if frame["card"].is_duplicated().any():
        msg = "a card id stands on two cards"
        raise ValueError(msg)
    frame = frame.with_columns(pl.col("birth").to_physical().alias("born"))
    frame = _with_kinds(frame)
    person = frame["person"].to_numpy()
    names = name_book(stage.part(0, 0.5), *(frame[part] for part in PARTS))
    parts = {part: names.book.codes(frame[part]) * person for part in PARTS}
    parts["patronymic"] = parts["patronymic"] * ~names.stray[parts["patronymic"]]
    country = {part: in_country(names, part) for part in PARTS}
    stage.at(50, 100)
    companies = book_of(frame["company"])
    company = companies.codes(frame["company"]) * ~person
    latin, latins = recoded(companies, name_forms.latin, stage.part(0.5, 0.6))
    skeleton, _ = recoded(companies, name_forms.skeleton, stage.part(0.6, 0.7))
    heads, _ = numbered(text[:_HEAD] for text in latins.texts)
    carrier = _carrier(names, parts, heads[latin[company]])
    owned = _Owned(frame["card"], stage)
    return Cards(
        ids=frame["card"].to_numpy().astype(np.int64),
        person=person,
        names=names,
        parts=parts,
        counts={part: spread(parts[part], country[part]) for part in PARTS},
        rarity={part: rarity(key_of(names, part), parts[part], country[part]) for part in PARTS},
        gender=_gender(frame["gender"]),
        company_latins=latins.texts,
        company_latin=latin,
        company_skeleton=skeleton,
        company=company,
        company_rarity=company_rarity(latin, company),
        form=_coded(frame["legal_form"]),
        inn=_coded(frame["inn"]),
        birth=_births(frame["born"]),
        city=_place(frame, "city"),
        street=_place(frame, "street"),
        house=_place(frame, "street", "house"),
        phones=phones(owned.rows(inputs.phones, 75, phone="value"), carrier, len(frame)),
        emails=emails(owned.rows(inputs.emails, 85, email="value"), carrier, len(frame)),
        timelines=timelines(owned.rows(inputs.events, 90), len(frame)),
    )


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


def _with_kinds(frame: pl.DataFrame) -> pl.DataFrame:
    """The cards with ``person``: what each is compared as.

    An ИП is the person it names, and so is a company's card that holds a whole name.
    An ИНН of ten digits is a company's: what stands beside it without a patronymic is the
    company's name in the field of a person's. So are words that name one of the base's companies
    and hold no first name («Титан Эверест»).
    """
    companys = pl.col("inn").str.len_chars() == _COMPANY_INN
    trader = (pl.col("legal_form") == SOLE_TRADER) & (pl.col("last") != "")
    named = pl.min_horizontal(pl.col(PARTS).str.len_chars()) > len("И.")
    person = (pl.col("kind") == "person") | trader | (named & ~companys)
    firm = companys & (pl.col("patronymic") == "")
    words = pl.concat_str("last", "first", separator=" ").str.strip_chars().str.to_lowercase()
    words = words.str.replace_all("-", " ").str.replace_all("ё", "е")
    nameless = person & (pl.col("company") == "") & (pl.col("patronymic") == "")
    known = frame.filter(~person, pl.col("company") != "")["company"].unique()
    firm = firm | (nameless & words.is_in(known.implode()) & ~_has_first_name())
    misplaced = person & firm & (pl.col("company") == "")
    return frame.with_columns(
        (person & ~firm).alias("person"),
        pl.when(misplaced).then(words).otherwise("company").alias("company"),
    )


def _has_first_name() -> pl.Expr:
    """Whether one of the words is a first name, or a lone one a surname."""
    first, last = (
        pl.col(part).str.to_lowercase().str.replace_all("ё", "е") for part in ("first", "last")
    )
    firsts = pl.Series(list(tables.first_names())).implode()
    lone_surname = (first == "") & last.is_in(pl.Series(list(tables.surnames())).implode())
    return first.is_in(firsts) | last.is_in(firsts) | lone_surname


def _coded(column: pl.Series) -> Codes:
    return book_of(column).codes(column)


def _place(frame: pl.DataFrame, *fields: str) -> Codes:
    """Codes of the place the fields name together; missing if one of them is.

    A street's kind («ул.», «пр-т») is typed or left out as it comes.
    """
    whole = pl.all_horizontal(pl.col(field) != "" for field in fields)
    joined = frame.select(
        pl.when(whole)
        .then(pl.concat_str(*(_place_name(field) for field in fields), separator="|"))
        .otherwise(pl.lit(""))
        .alias("place")
    ).to_series()
    return _coded(joined)


def _place_name(field: str) -> pl.Expr:
    text = pl.col(field).str.to_lowercase().str.replace_all("ё", "е")
    return text.str.replace_all(_KIND_OF_STREET, "").str.strip_chars()


def _gender(column: pl.Series) -> Codes:
    return column.replace_strict(
        {"m": MALE, "f": FEMALE}, default=0, return_dtype=pl.Int32
    ).to_numpy()


def _births(born: pl.Series) -> Codes:
    """Days of birth; dates on too many cards to be birthdays are missing.

    So is every New Year's Day where there are too many of them: only the year was known.
    """
    days = born.fill_null(int(NO_DATE)).to_numpy().astype(np.int32)
    values, where, counts = np.unique(days, return_inverse=True, return_counts=True)
    known = int((days != NO_DATE).sum())
    values = np.where(counts > _ODD + _EXCESS * known / _BIRTHDAYS, NO_DATE, values)
    dates = values.astype("datetime64[D]")
    new_year = (dates == dates.astype("datetime64[Y]")) & (values != NO_DATE)
    if counts[new_year].sum() > _ODD + _MANY_NEW_YEARS * known / _DAYS:
        values = np.where(new_year, NO_DATE, values)
    return values[where].astype(np.int32)


def _carrier(names: NameBook, parts: dict[str, Codes], firm: Codes) -> Codes:
    """A code for who carries a phone: both initials of a person, the beginning of a company.

    Initials outlive misprints, swapped parts and other alphabets; 0 where they are not known.
    """
    last, first = names.latin_letter[parts["last"]], names.latin_letter[parts["first"]]
    low, high = np.minimum(last, first).astype(np.int64), np.maximum(last, first)
    who = np.where((last == 0) | (first == 0), 0, low << 32 | high)
    who = np.where(firm == 0, who, -firm)
    _, codes = np.unique(who, return_inverse=True)
    return np.where(who == 0, 0, codes + 1).astype(np.int32)
