"""The public labelled sets: records in columns, what each column is, and who is who.

A set says of each column what *kind of field* it is, and no more: that is all that the engine
is told.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from matching.general.kinds import Kind


@dataclass(frozen=True, slots=True)
class PublicSet:
    """Records (``unique_id``, ``source``, a text column a field) and the person of each.

    Records of two sources are linked, those of one are freed from duplicates.
    """

    name: str
    records: pl.DataFrame
    persons: pl.DataFrame
    fields: dict[str, Kind]

    @property
    def linked(self) -> bool:
        """Whether only pairs between two sources count."""
        return self.records["source"].n_unique() > 1

    @property
    def true_pairs(self) -> int:
        """How many pairs that count are one person."""
        sizes = self.persons.join(self.records, left_on="card", right_on="unique_id")
        within = sizes.group_by("person").agg(pl.len(), *_sides())
        whole, left, right = (within[name].cast(pl.Int64) for name in ("len", "left", "right"))
        pairs = left * right if self.linked else whole * (whole - 1) // 2
        return int(pairs.sum())


def _sides() -> list[pl.Expr]:
    source = pl.col("source")
    return [(source == 1).sum().alias("left"), (source == 2).sum().alias("right")]  # noqa: PLR2004


_FEBRL = {
    "given_name": Kind.NAME_PART,
    "surname": Kind.NAME_PART,
    "street_number": Kind.TEXT,
    "address_1": Kind.TEXT,
    "address_2": Kind.TEXT,
    "suburb": Kind.TEXT,
    "postcode": Kind.CATEGORY,
    "state": Kind.CATEGORY,
    "date_of_birth": Kind.DATE,
    "soc_sec_id": Kind.IDENTIFIER,
}
_HISTORICAL = {
    "full_name": Kind.FULL_NAME,
    "dob": Kind.DATE,
    "birth_place": Kind.TEXT,
    "postcode_fake": Kind.CATEGORY,
    "gender": Kind.CATEGORY,
    "occupation": Kind.CATEGORY,
}
_FAKE_1000 = {
    "first_name": Kind.NAME_PART,
    "surname": Kind.NAME_PART,
    "dob": Kind.DATE,
    "city": Kind.TEXT,
    "email": Kind.CONTACT,
}
_RLDATA = {
    "fname_c1": Kind.NAME_PART,
    "fname_c2": Kind.NAME_PART,
    "lname_c1": Kind.NAME_PART,
    "lname_c2": Kind.NAME_PART,
    "birth": Kind.DATE,
}
FIELDS = {
    "febrl3": _FEBRL,
    "febrl4": _FEBRL,
    "historical_50k": _HISTORICAL,
    "fake_1000": _FAKE_1000,
    "RLdata10000": _RLDATA,
}
"""What kind of field each column of a set is that our matching compares."""


def _febrl(folder: Path, name: str, *files: str) -> PublicSet:
    parts = [
        _text(folder / file).with_columns(source=pl.lit(place, dtype=pl.Int32))
        for place, file in enumerate(files, start=1)
    ]
    frame = pl.concat(parts).with_columns(person=pl.col("rec_id").str.extract(r"rec-(\d+)"))
    return _built(name, frame)


def _febrl3(folder: Path) -> PublicSet:
    return _febrl(folder, "febrl3", "febrl3.csv")


def _febrl4(folder: Path) -> PublicSet:
    return _febrl(folder, "febrl4", "febrl4a.csv", "febrl4b.csv")


def _historical(folder: Path) -> PublicSet:
    frame = pl.read_parquet(folder / "historical_50k.parquet").rename({"cluster": "person"})
    return _built("historical_50k", frame, "first_name", "surname", "first_and_surname")


def _fake_1000(folder: Path) -> PublicSet:
    frame = _text(folder / "fake_1000.csv").rename({"cluster": "person"})
    return _built("fake_1000", frame)


def _rldata(folder: Path) -> PublicSet:
    frame = _text(folder / "RLdata10000.csv").rename({"ent_id": "person"})
    frame = frame.with_columns(pl.col(pl.Utf8).replace("NA", ""))
    padded = [pl.col(name).str.zfill(width) for name, width in (("by", 4), ("bm", 2), ("bd", 2))]
    frame = frame.with_columns(birth=pl.concat_str(padded))
    return _built("RLdata10000", frame, "by", "bm", "bd")


SETS: dict[str, Callable[[Path], PublicSet]] = {
    "febrl3": _febrl3,
    "febrl4": _febrl4,
    "historical_50k": _historical,
    "fake_1000": _fake_1000,
    "RLdata10000": _rldata,
}


def _text(path: Path) -> pl.DataFrame:
    """A CSV file with every cell as text; headers and cells may have spaces around them."""
    frame = pl.read_csv(path, infer_schema=False)
    return frame.rename({name: name.strip() for name in frame.columns}).with_columns(
        pl.all().str.strip_chars()
    )


def _built(name: str, frame: pl.DataFrame, *extra: str) -> PublicSet:
    """The set with lower-case texts, ids in the order of the file, and null for what is missing.

    ``extra`` are columns that only a peer reads.
    """
    fields = FIELDS[name]
    if "source" not in frame.columns:
        frame = frame.with_columns(source=pl.lit(1, dtype=pl.Int32))
    texts = [
        pl.col(field).str.to_lowercase().str.strip_chars().alias(field)
        for field in dict.fromkeys((*fields, *extra))
    ]
    frame = frame.select(
        "source", "person", *texts, unique_id=pl.int_range(1, pl.len() + 1, dtype=pl.Int64)
    ).with_columns(pl.when(pl.col(pl.Utf8) != "").then(pl.col(pl.Utf8)))
    return PublicSet(
        name=name,
        records=frame.drop("person"),
        persons=frame.select(card="unique_id", person="person"),
        fields=fields,
    )
