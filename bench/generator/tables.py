"""The lists that names, streets, cars and towns are drawn from."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.generator.draw import Weighted

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class MaleName:
    """A man's first name with the patronymics of his children."""

    first: str
    son: str
    daughter: str


@dataclass(frozen=True, slots=True)
class Town:
    """Where the dealer is: what local addresses, phones and plates look like."""

    city: str
    region: str
    index: str
    area_code: str
    plate_codes: tuple[str, ...]
    neighbours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CarModel:
    """A model on the market: how its VIN begins, its names and its years."""

    prefix: str
    make: str
    model: str
    make_ru: str
    model_ru: str
    first_year: int
    last_year: int
    price: int
    framed: bool = False


def _lines(name: str) -> list[str]:
    return (_DATA / name).read_text(encoding="utf-8").splitlines()


@cache
def surnames() -> Weighted[str]:
    """Men's surnames by frequency, with a long tail."""
    pairs = [line.split(" ") for line in _lines("surnames.txt")]
    return Weighted([name for name, _ in pairs], [float(count) for _, count in pairs])


@cache
def male_names() -> Weighted[MaleName]:
    """Men's first names by frequency."""
    rows = [line.split(" ") for line in _lines("first_male.txt")]
    return Weighted([MaleName(*row[:3]) for row in rows], [float(row[3]) for row in rows])


@cache
def female_names() -> Weighted[str]:
    """Women's first names by frequency."""
    pairs = [line.split(" ") for line in _lines("first_female.txt")]
    return Weighted([name for name, _ in pairs], [float(count) for _, count in pairs])


@cache
def diminutives() -> dict[str, tuple[str, ...]]:
    """The short forms of first names."""
    rows = (line.split(" ") for line in _lines("diminutives.txt"))
    return {row[0]: tuple(row[1:]) for row in rows}


@cache
def streets() -> tuple[str, ...]:
    """Names of streets."""
    return tuple(_lines("streets.txt"))


@cache
def towns() -> tuple[Town, ...]:
    """The towns a dealer may stand in."""
    rows = (line.split("|") for line in _lines("towns.txt"))
    return tuple(
        Town(row[0], row[1], row[2], row[3], tuple(row[4].split(",")), tuple(row[5].split(",")))
        for row in rows
    )


@cache
def car_models() -> tuple[CarModel, ...]:
    """The models that have a VIN."""
    return tuple(
        CarModel(row[0], row[1], row[2], row[3], row[4], int(row[5]), int(row[6]), int(row[7]))
        for row in (line.split("|") for line in _lines("models.txt"))
    )


@cache
def framed_models() -> tuple[CarModel, ...]:
    """Right-hand-drive imports, known by a frame number only."""
    return tuple(
        CarModel(row[0], row[1], row[2], row[3], row[4], int(row[5]), int(row[6]), 600, framed=True)
        for row in (line.split("|") for line in _lines("frames.txt"))
    )


@cache
def company_words() -> tuple[str, ...]:
    """Words a company may be named by."""
    return tuple(_lines("company_words.txt"))


@cache
def company_tails() -> tuple[str, ...]:
    """What makes a second company's name out of the first one's."""
    return tuple(_lines("company_tails.txt"))


def feminine(surname: str) -> str:
    """A woman's form of a man's surname."""
    if surname.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return surname + "а"
    if surname.endswith(("ский", "цкий", "ой", "ый")):
        return surname[:-2] + "ая"
    return surname
