"""Fields of one row set side by side, and fields that the dealer wants filled."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from rules import passport
from rules import within as rules
from rules.blanks import is_blank
from rules.book import RuleBook
from rules.fields import Field
from rules.finding import Finding
from rules.source_kinds import LOGS
from workflow.entries import CAR, ENTRIES, NAME_PARTS
from workflow.read import FINDINGS, Block

Decision = Callable[..., Finding | None]

_POSITION = 900  # after what the fields' own rules found in the row
_CELL = ["row_id", "card_id", "field", "raw"]
_CALENDAR = (Field.SALE_DATE, Field.DEAL_DATE, Field.RO_OPEN, Field.CREATED_AT)
_HAPPENED = (Field.SALE_DATE, Field.RO_OPEN)
_NAMES = (Field.FULL_NAME, Field.COMPANY, NAME_PARTS)
_CAR_PLATE = r"^[АВЕКМНОРСТУХ]\d{3}[АВЕКМНОРСТУХ]{2}(\d{2,3})$"
_ASKED_WHERE_THERE_IS_A_COLUMN = {"sales": (Field.NEXT_DATE,)}
"""What a record needs where the dealer's book says nothing: a sale, its next contact."""

_STANDS_IN: dict[str, tuple[str, ...]] = {
    **dict.fromkeys((Field.FULL_NAME, Field.COMPANY), _NAMES),
    **dict.fromkeys((Field.LAST_NAME, Field.FIRST_NAME, Field.MIDDLE_NAME), _NAMES),
    **dict.fromkeys((Field.MAKE_MODEL, Field.MAKE, Field.MODEL), (Field.MAKE_MODEL, CAR)),
    **dict.fromkeys((Field.ZIP, Field.REGION, Field.CITY, Field.STREET), (Field.ADDRESS,)),
    **dict.fromkeys((Field.HOUSE, Field.FLAT), (Field.ADDRESS,)),
}
_PIECES = {
    Field.LAST_NAME: "last_name",
    Field.FIRST_NAME: "first_name",
    Field.MIDDLE_NAME: "patronymic",
    Field.COMPANY: "company",
    Field.MAKE: "make",
    Field.MODEL: "model",
    Field.ZIP: "zip",
    Field.REGION: "region",
    Field.CITY: "city",
    Field.STREET: "street",
    Field.HOUSE: "house",
    Field.FLAT: "flat",
}
_WORDS = frozenset(
    (
        *(Field.VISIT_KIND, Field.REASON, Field.WORKS_TEXT, Field.RO_STATUS, Field.PAYER),
        *(Field.NEW_USED, Field.BK_RESULT, Field.CLAIM_KIND),
    )
)
"""Fields whose words count whatever a rule reads in them."""

_OF_THE_ROW = frozenset(list(Field)[list(Field).index(Field.VIN) :])
"""Fields of cars, sales and visits: each row needs its own, a client's stand once a card."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a block: row_id, card_id, load_id, asof; their kind; each load's fields."""

    rows: pl.DataFrame
    kind: str
    fields: Mapping[int, frozenset[Field]]

    def with_column(self, field: Field) -> pl.DataFrame:
        """row_id, card_id of the rows whose file has a column of that field."""
        loads = [load for load, fields in self.fields.items() if field in fields]
        return self.rows.filter(pl.col("load_id").is_in(loads)).select("row_id", "card_id")


def judge(block: Block, rows: Rows, waives: pl.DataFrame, book: RuleBook) -> None:
    """Add to a block what its fields say against each other, and keep out what that blocks."""
    found = pl.concat(
        [
            *_births(block, book),
            _passports(block, rows, book),
            *_years(block, book),
            _genders(block, book),
            _inns(block, book),
            _regions(block, book),
            _maintenance(block, rows, book),
            *_orders_of_dates(block, book),
            *_missing(block, rows, book),
        ]
    )
    findings = (
        found.join(waives, on=["card_id", "field", "raw", "code"], how="left")
        .with_columns(pl.col("state").fill_null("open"))
        .select(list(FINDINGS))
    )
    block.findings.append(findings)
    _keep_out(block, findings)


def _births(block: Block, book: RuleBook) -> list[pl.DataFrame]:
    births = _cells(block, Field.BIRTH_DATE, {"date": "birth"})
    # a day less than fifteen years later: what the rule would not even look at is left out
    near = pl.col("day") < pl.col("birth").dt.offset_by("15y")
    return [
        _decided(
            births.join(_days(block, field), on="row_id").filter(near),
            ["birth", "day"],
            rules.against_birth,
            book,
        )
        for field in _CALENDAR
    ]


def _passports(block: Block, rows: Rows, book: RuleBook) -> pl.DataFrame:
    issued = _cells(block, Field.PASSPORT_DATE, {"date": "issued"})
    births = _cells(block, Field.BIRTH_DATE, {"date": "birth"}).select("row_id", "birth")
    asof = rows.rows.select("row_id", "asof")
    dated = issued.join(births, on="row_id").join(asof, on="row_id")
    return _decided(dated, ["issued", "birth", "asof"], passport.against_birth, book)


def _years(block: Block, book: RuleBook) -> list[pl.DataFrame]:
    years = _cells(block, Field.YEAR, {"number": "year"})
    found = []
    for field in _HAPPENED:
        dated = years.join(_days(block, field), on="row_id")
        late = dated.filter(pl.col("year") > pl.col("day").dt.year())
        found.append(_decided(late, ["year", "day"], rules.year_against, book))
    called = _cells(block, Field.NEW_USED, {"text": "said"})
    old = called.join(years.select("row_id", "year"), on="row_id").join(
        _days(block, Field.SALE_DATE), on="row_id"
    )
    return [*found, _decided(old, ["said", "year", "day"], rules.new_against, book)]


def _genders(block: Block, book: RuleBook) -> pl.DataFrame:
    stated = _cells(block, Field.GENDER, {"text": "said", "normal": "stated"})
    telling = [pl.col(part).replace("", None) for part in ("patronymic", "first_name", "last_name")]
    named = _names(block).select("row_id", "gender", pl.coalesce(telling).alias("name"))
    both = stated.join(named, on="row_id").filter(pl.col("stated") != pl.col("gender"))
    return _decided(both, ["said", "stated", "gender", "name"], rules.gender_against, book)


def _inns(block: Block, book: RuleBook) -> pl.DataFrame:
    inns = _cells(block, Field.INN, {"normal": "inn"})
    both = inns.join(_names(block).select("row_id", "kind", "legal_form"), on="row_id")
    fits = ((pl.col("inn").str.len_chars() == 10) & (pl.col("kind") == "company")) | (  # noqa: PLR2004
        (pl.col("inn").str.len_chars() == 12) & (pl.col("kind") == "person")  # noqa: PLR2004
    )
    doubtful = both.filter(~fits)
    return _decided(doubtful, ["inn", "kind", "legal_form"], rules.inn_against, book)


def _regions(block: Block, book: RuleBook) -> pl.DataFrame:
    plates = _cells(block, Field.PLATE, {"normal": "plate"}).with_columns(
        pl.col("plate").str.extract(_CAR_PLATE).alias("code")
    )
    places = _cells(block, Field.ADDRESS, {"region": "region"}).select("row_id", "region")
    both = plates.join(places, on="row_id").filter(pl.col("code").is_not_null())
    pairs = both.select("code", "region").unique()
    apart = [
        pair
        for pair in pairs.iter_rows()
        if pair[1] and rules.region_against("", pair[0], pair[1]) is not None
    ]
    odd = pl.DataFrame(apart, schema=["code", "region"], orient="row") if apart else pairs.clear()
    odd = both.join(odd, on=["code", "region"], how="semi")
    return _decided(odd, ["plate", "code", "region"], rules.region_against, book)


def _maintenance(block: Block, rows: Rows, book: RuleBook) -> pl.DataFrame:
    """Marks of maintenance on rows with neither a sum, nor a work order, that say how it ended.

    A log tells what was wanted, or is complained of: it marks nothing as done.
    """
    if rows.kind in LOGS:
        return pl.DataFrame(schema={name: FINDINGS[name] for name in _ORDER})
    numbers = _cells(block, Field.TO_NO, {"normal": "number"})
    kinds = _cells(block, Field.VISIT_KIND, {"visit_kind": "kind", "to_no": "kinds_number"})
    only_kinds = kinds.join(numbers, on="row_id", how="anti")
    cells = pl.concat([numbers.select(_CELL), only_kinds.select(_CELL)])
    paid = (
        _cells(block, Field.SUM_TOTAL, {"normal": "sum"})
        .filter(pl.col("sum").cast(pl.Float64, strict=False) > 0)
        .select("row_id")
    )
    unpaid = rows.with_column(Field.SUM_TOTAL).join(paid, on="row_id", how="anti")
    ordered = _cells(block, Field.RO_NO, {"text": "no"}).select("row_id")
    unordered = rows.with_column(Field.RO_NO).join(ordered, on="row_id", how="anti")
    marked = cells.join(pl.concat([unpaid, unordered]), on="row_id", how="semi")
    for frame in (
        kinds.select("row_id", "kind", "kinds_number"),
        numbers.select("row_id", "number"),
        _cells(block, Field.PAYER, {"text": "payer"}).select("row_id", "payer"),
        _cells(block, Field.RO_STATUS, {"text": "status"}).select("row_id", "status"),
    ):
        marked = marked.join(frame, on="row_id", how="left", maintain_order="left")
    inputs = ["kind", "number", "payer", "status"]
    told = marked.with_columns(pl.coalesce("number", "kinds_number").alias("number"))
    return _decided(told.with_columns(pl.col(inputs).fill_null("")), inputs, rules.unpaid, book)


def _orders_of_dates(block: Block, book: RuleBook) -> list[pl.DataFrame]:
    pairs: list[tuple[Field, Field, Decision]] = [
        (Field.RO_CLOSE, Field.RO_OPEN, rules.closed_against),
        (Field.SALE_DATE, Field.DEAL_DATE, rules.handed_over_against),
    ]
    found = []
    for later, earlier, decision in pairs:
        ends = _cells(block, later, {"date": "end"}).join(_days(block, earlier), on="row_id")
        wrong = ends.filter(pl.col("end") < pl.col("day"))
        found.append(_decided(wrong, ["end", "day"], decision, book))
    return found


def _missing(block: Block, rows: Rows, book: RuleBook) -> list[pl.DataFrame]:
    """A finding for each card and field it lacks, on the first row that lacks it."""
    severity = book.severity(rules.MISSING)
    if severity is None:
        return []
    asked = [
        (field, rows.rows.select("row_id", "card_id"))
        for field in map(Field, book.required.get(rows.kind, ()))
    ] or [
        (field, rows.with_column(field))
        for field in _ASKED_WHERE_THERE_IS_A_COLUMN.get(rows.kind, ())
    ]
    return [
        _lacking(needed, _filled(block, field), field)
        .with_columns(
            pl.lit(rules.MISSING.code).alias("code"),
            pl.lit(str(severity)).alias("severity"),
            *(pl.lit("").alias(name) for name in ("raw", "value", "suggestion", "params")),
            *_constants(),
        )
        .select(_ORDER)
        for field, needed in asked
    ]


def _lacking(needed: pl.DataFrame, filled: pl.DataFrame, field: Field) -> pl.DataFrame:
    on = "row_id" if field in _OF_THE_ROW else "card_id"
    return (
        needed.join(filled, on=on, how="anti")
        .sort("row_id")
        .unique("card_id", keep="first", maintain_order=True)
        .with_columns(pl.lit(str(field)).alias("field"))
    )


def _filled(block: Block, field: Field) -> pl.DataFrame:
    """row_id, card_id of the rows where a field has a value that counts."""
    parts = [pl.DataFrame(schema={"row_id": pl.Int64(), "card_id": pl.Int64()})]
    for name in _STANDS_IN.get(field, (field,)):
        values = block.values.get(name)
        if values is None:
            continue
        outputs = _outputs(values)
        if not outputs or name in _WORDS:
            texts = values["text"].unique().to_list()
            said = [text for text in texts if not is_blank(text)]
            parts.append(values.filter(pl.col("text").is_in(said)).select("row_id", "card_id"))
            continue
        piece = _PIECES.get(field, "")
        wanted = [piece] if piece in outputs else outputs
        some = pl.any_horizontal(_says(pl.col(name), values.schema[name]) for name in wanted)
        parts.append(values.filter(~pl.col("blocked") & some).select("row_id", "card_id"))
    return pl.concat(parts)


def _says(column: pl.Expr, kind: pl.DataType) -> pl.Expr:
    return column.fill_null("") != "" if kind == pl.String else column.is_not_null()


def _outputs(values: pl.DataFrame) -> list[str]:
    """The columns that a rule gave a field's values."""
    return [name for name in values.columns if name not in {*ENTRIES, "blocked", "freed"}]


def _names(block: Block) -> pl.DataFrame:
    """The name each row goes by."""
    columns = [
        *("row_id", "position", "blocked", "kind", "last_name", "first_name", "patronymic"),
        *("gender", "legal_form"),
    ]
    return (
        pl.concat([block.values[name].select(columns) for name in _NAMES if name in block.values])
        .filter(~pl.col("blocked") & pl.col("kind").is_not_null())
        .sort("row_id", "position")
        .unique("row_id", keep="first", maintain_order=True)
    )


def _days(block: Block, field: Field) -> pl.DataFrame:
    """row_id, day of the rows with a date in that field."""
    return _cells(block, field, {"date": "day"}).select("row_id", "day")


def _cells(block: Block, field: Field, outputs: dict[str, str]) -> pl.DataFrame:
    """The first cell of each row that has the outputs, with these under their new names."""
    values = block.values.get(field)
    if values is None or not set(outputs) <= set(values.columns):
        empty = {name: ENTRIES[name] for name in _CELL}
        kinds = {"date": pl.Date(), "number": pl.Int64()}
        news = {name: kinds.get(out, pl.String()) for out, name in outputs.items()}
        return pl.DataFrame(schema={**empty, **news})
    there = pl.all_horizontal(pl.col(name).is_not_null() for name in outputs)
    return (
        values.filter(there)
        .sort("row_id", "position")
        .unique("row_id", keep="first", maintain_order=True)
        .select(*_CELL, *(pl.col(out).alias(name) for out, name in outputs.items()))
    )


def _decided(
    cells: pl.DataFrame, inputs: Sequence[str], decision: Decision, book: RuleBook
) -> pl.DataFrame:
    """The findings of a decision, taken once for each distinct set of its inputs."""
    kinds = {name: cells.schema[name] for name in inputs}
    said = ("code", "severity", "value", "suggestion", "params")
    schema = {**kinds, **dict.fromkeys((f"its_{name}" for name in said), pl.String())}
    rows = []
    for values in cells.select(inputs).unique().sort(inputs).iter_rows():
        found = decision(*values)
        severity = None if found is None else book.severity(found.rule)
        if found is None or severity is None:
            continue
        params = json.dumps(dict(found.params), ensure_ascii=False) if found.params else ""
        texts = (found.code, str(severity), found.value, found.suggestion, params)
        rows.append((*values, *texts))
    findings = pl.DataFrame(rows, schema=schema, orient="row")
    return (
        cells.select(*_CELL, *inputs)
        .join(findings, on=list(inputs))
        .select(*_CELL, *(pl.col(f"its_{name}").alias(name) for name in said), *_constants())
        .select(_ORDER)
    )


_ORDER = [name for name in FINDINGS if name != "state"]


def _constants() -> list[pl.Expr]:
    return [
        pl.lit(_POSITION, dtype=pl.Int64).alias("position"),
        pl.lit(value=False).alias("repaired"),
    ]


def _keep_out(block: Block, findings: pl.DataFrame) -> None:
    """Take the values away that an open blocking finding speaks of."""
    blocking = (pl.col("severity") == "block") & (pl.col("state") == "open")
    spoken_of = findings.filter(blocking & (pl.col("raw") != ""))
    for (field,), cells in spoken_of.group_by("field"):
        values = block.values[str(field)]
        out = cells.select("row_id", "raw", pl.lit(value=True).alias("out")).unique()
        marked = values.join(out, on=["row_id", "raw"], how="left", maintain_order="left")
        kept = [pl.when(pl.col("out").is_null()).then(name) for name in _outputs(values)]
        flags = [pl.col("blocked") | pl.col("out").is_not_null()] if kept else []
        block.values[str(field)] = marked.with_columns(*kept, *flags).drop("out")
