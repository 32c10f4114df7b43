"""What a card is compared as: a person, a company, or both where it names one of each."""

from functools import cache, lru_cache

import polars as pl

from matching.core.progress import Stage
from matching.dealer.firms import words_of
from matching.dealer.spoken_names import company_alone, person_inside
from resources import names as tables

SOLE_TRADER = "ИП"
PARTS = ("last", "first", "patronymic")
_COMPANY_INN = 10
_HOUSE = "ТД"
_FORMS = frozenset({"ооо", "оао", "зао", "пао", "ао", "нао", "ип"})


def with_kinds(
    frame: pl.DataFrame, known: tuple[str, ...] | None, stage: Stage
) -> tuple[pl.DataFrame, tuple[str, ...]]:
    """The cards with ``person`` and ``firm``: what each is compared as; the companies' names.

    ``known`` are those names where the cards are not of the whole base.

    An ИП is the person it names, and so is a company's card that holds a whole name.
    An ИНН of ten digits is a company's: what stands beside it without a patronymic is the
    company's name in the field of a person's. So are words that name one of the base's companies
    and hold no first name («Титан Эверест»). A surname with a first name beside a company,
    «Заря Петров Иван», may be the company's driver or a client with his employer: it is both.
    """
    frame = frame.with_columns(_trade_house(), legal_form=pl.col("legal_form").replace(_HOUSE, ""))
    companys = pl.col("inn").str.len_chars() == _COMPANY_INN
    trader = (pl.col("legal_form") == SOLE_TRADER) & (pl.col("last") != "")
    named = pl.min_horizontal(pl.col(PARTS).str.len_chars()) > len("И.")
    person = (pl.col("kind") == "person") | trader | (named & ~companys)
    if known is None:
        known = tuple(frame.filter(~person, pl.col("company") != "")["company"].unique().sort())
    firm = companys & (pl.col("patronymic") == "")
    words = pl.concat_str("last", "first", separator=" ").str.strip_chars().str.to_lowercase()
    words = words.str.replace_all("-", " ").str.replace_all("ё", "е")
    meant = _meant_by(frame.filter(person).select(words.alias("words"))["words"], known)
    stage.at(1, 3)
    fathers = pl.col("patronymic")
    fatherless = (fathers.str.len_chars() <= len("И.")) | fathers.str.to_lowercase().is_in(_FORMS)
    nameless = person & (pl.col("company") == "") & fatherless
    found = frame.with_columns(person.alias("person"), words.replace(meant).alias("words"))
    # each step by itself: an expression used twice is computed twice
    names_one = nameless & pl.col("words").is_in(pl.Series(known, dtype=pl.String).implode())
    found = found.with_columns(names_one.alias("names one"))
    odd = found.filter("names one").with_columns(_has_first_name().alias("first name"))
    people = odd.filter("first name")["card"]
    found = found.with_columns(
        firm=firm | (pl.col("names one") & ~pl.col("card").is_in(people.implode()))
    )
    misplaced = pl.col("person") & pl.col("firm") & (pl.col("company") == "")
    found = found.with_columns(misplaced.alias("misplaced"))
    found = found.with_columns(
        (pl.col("person") & ~pl.col("firm")).alias("person"),
        pl.when("misplaced").then("words").otherwise("company").alias("company"),
        *(pl.when("misplaced").then(pl.lit("")).otherwise(part).alias(part) for part in PARTS),
    ).drop("words", "names one", "misplaced")
    stage.at(2, 3)
    found = _told_apart(found, known)
    stage.at(1, 1)
    two = pl.min_horizontal(pl.col(PARTS[:2]).str.len_chars()) > len("И.")
    both = ~pl.col("person") & two & (pl.col("company") != "") & ~companys
    return found.with_columns(firm=~pl.col("person"), person=pl.col("person") | both), known


def _trade_house() -> pl.Expr:
    """The company's name with «тд», which is part of it and no legal form."""
    house = (pl.col("legal_form") == _HOUSE) & (pl.col("company") != "")
    plain = pl.col("company").str.strip_prefix("тд ")
    return pl.when(house).then(pl.lit("тд ") + plain).otherwise("company").alias("company")


def _meant_by(words: pl.Series, known: tuple[str, ...]) -> dict[str, str]:
    """The company that words in a person's cells name in another order, or with its legal form."""
    by_words = _by_words(known)
    said = pl.Series(sorted({word for key in by_words for word in key.split()}), dtype=pl.String)
    word = pl.element()
    known_word = word.is_in(said.implode()) | word.is_in(_FORMS) | (word.str.len_chars() == 1)
    distinct = words.unique()
    spoken = distinct.str.extract_all(r"[^\s.]+").list.eval(known_word)
    found = {}
    for text in distinct.filter(spoken.list.all()).to_list():
        kept = (word for word in text.replace(".", " ").split() if word not in _FORMS)
        key = " ".join(sorted(word for word in kept if len(word) > 1))
        name = by_words.get(key, text)
        if name != text:
            found[text] = name
    return found


@lru_cache(maxsize=1)
def _by_words(known: tuple[str, ...]) -> dict[str, str]:
    """The names of companies by their words in order; a search asks several times for one base."""
    return {" ".join(sorted(name.split())): name for name in known}


def _told_apart(frame: pl.DataFrame, known: tuple[str, ...]) -> pl.DataFrame:
    """The companies' cards with a person's name, or a remark, out of the company's."""
    mine = ~pl.col("person") & (pl.col("last") == "") & pl.col("company").str.contains(" ")
    names, companies = frame.filter(mine)["company"].unique().sort().to_list(), frozenset(known)
    spread = words_of(known)
    changed = []
    for name in names:
        inside = person_inside(name, spread)
        rest, parts = inside or (company_alone(name, companies), ("", "", ""))
        if rest != name:
            changed.append((name, "", rest, *parts))
    if not changed:
        return frame
    right = [f"{column}_right" for column in ("company", *PARTS)]
    table = pl.DataFrame(changed, ["company", "last", *right], orient="row")
    found = frame.join(table, on=["company", "last"], how="left", maintain_order="left")
    chosen = pl.col("person").not_() & pl.col(right[0]).is_not_null()
    return found.with_columns(
        pl.when(chosen).then(new).otherwise(old).alias(old)
        for old, new in zip(("company", *PARTS), right, strict=True)
    ).drop(right)


def _has_first_name() -> pl.Expr:
    """Whether one of the words is a first name, or one alone or with initials a surname."""
    first, last = (
        pl.col(part).str.to_lowercase().str.replace_all("ё", "е") for part in ("first", "last")
    )
    firsts = pl.Series(list(tables.first_names())).implode()
    alone = first.str.len_chars() <= len("И.")
    lone_surname = alone & last.is_in(_surnames().implode())
    return first.is_in(firsts) | last.is_in(firsts) | lone_surname


@cache
def _surnames() -> pl.Series:
    return pl.Series(list(tables.surnames()))
