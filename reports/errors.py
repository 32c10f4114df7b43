"""Where errors come from: findings by rule, source, author and month, and values nobody owns."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Integer, Select, String, cast, func, literal, select
from sqlalchemy.sql.elements import ColumnElement

from db import tables
from db.engine import Connection
from db.findings import RuleCount, by_rule
from reports import raw_cells
from resources.texts import gettext
from rules.across import COMMON_VALUE, DEALER_PHONE, SHARED_CONTACT
from rules.field_titles import field_title
from rules.fields import Field
from rules.registry import rule
from rules.titles import title

_MONTHS = 24
_PLACEHOLDERS_OF = ("phone", "email", "inn")


@dataclass(frozen=True, slots=True)
class Share:
    """The rows of one source, author or month, and how many findings they have by severity."""

    name: str
    rows: int
    block: int
    warn: int
    info: int

    @property
    def of_a_hundred(self) -> float:
        """How many blocks and warnings come on a hundred rows."""
        return 100 * (self.block + self.warn) / self.rows if self.rows else 0.0


@dataclass(frozen=True, slots=True)
class SharedValue:
    """A value that stands on the cards of many different clients, by the code that says so."""

    code: str
    field: str
    value: str
    cards: int


@dataclass(frozen=True, slots=True)
class Errors:
    """The findings of a base from every side."""

    rules: tuple[RuleCount, ...]
    sources: tuple[Share, ...]
    authors: tuple[Share, ...]
    months: tuple[Share, ...]
    values: tuple[SharedValue, ...]

    def as_json(self) -> dict[str, Any]:
        """The same for a script."""
        return asdict(self)

    def lines(self) -> list[str]:
        """The same for a person."""
        parts = [
            (gettext("By rule:"), [_rule_line(one) for one in self.rules]),
            (gettext("By source:"), _share_lines(self.sources)),
            (gettext("By the author of the record:"), _share_lines(self.authors)),
            (gettext("By month, the last two years:"), _share_lines(self.months[-_MONTHS:])),
            (gettext("Values on the cards of many clients:"), _value_lines(self.values)),
        ]
        return [line for head, lines in parts if lines for line in (head, *lines, "")][:-1]

    def toml(self) -> list[str]:
        """The values as the tables of a rule file, each with the number of its cards."""
        kinds = {
            ("dealer", "phones"): [one for one in self.values if one.code == DEALER_PHONE.code],
            ("known", "shared_phones"): self._shared(Field.PHONE),
            ("known", "shared_emails"): self._shared(Field.EMAIL),
            ("known", "placeholders"): [
                one
                for one in self.values
                if one.field in _PLACEHOLDERS_OF and one.code == COMMON_VALUE.code
            ],
        }
        lines = ["# " + gettext("Found by the data. Delete what a client may rightly have.")]
        named = ""
        for (table, key), values in kinds.items():
            if not values:
                continue
            if table != named:
                lines += ["", f"[{table}]"]
                named = table
            lines += [f"{key} = [", *_toml_values(values), "]"]
        return lines

    def _shared(self, field: str) -> list[SharedValue]:
        """The values of a field that many clients share without having invented them."""
        return [
            one for one in self.values if one.code == SHARED_CONTACT.code and one.field == field
        ]


def errors(connection: Connection) -> Errors:
    """The findings of a base, counted from every side."""
    return Errors(
        rules=tuple(by_rule(connection)),
        sources=_by_source(connection),
        authors=_by_author(connection),
        months=_by_month(connection),
        values=_values(connection),
    )


def _by_source(connection: Connection) -> tuple[Share, ...]:
    row, source = tables.row.c, tables.source.c
    name = select(source.name).where(source.id == row.source_id).scalar_subquery()
    return _shares(connection, name)


def _by_month(connection: Connection) -> tuple[Share, ...]:
    """By the month of the event a row tells of; rows without one, or with a day to come, last."""
    row, event = tables.row.c, tables.event.c
    month = func.substr(cast(event.date, String), 1, 7)
    today = select(func.max(tables.load.c.asof)).scalar_subquery()
    mine = select(month).where(event.row_id == row.id, event.date <= today)
    found = mine.scalar_subquery()
    shares = _shares(connection, func.coalesce(found, ""))
    return tuple(sorted(shares, key=lambda one: (not one.name, one.name)))


def _by_author(connection: Connection) -> tuple[Share, ...]:
    """By the author a row names, the one with the most errors first."""
    load = tables.load.c
    total: dict[str, Share] = {}
    for load_id, mapping in connection.execute(select(load.id, load.mapping).order_by(load.id)):
        place = raw_cells.author_place(mapping)
        if place is None:
            continue
        of_load = tables.row.c.load_id == load_id
        for one in _shares(connection, _author(connection, place), of_load):
            total[one.name] = _sum(total.get(one.name), one)
    named = [one for one in total.values() if one.name]
    return tuple(sorted(named, key=lambda one: (-one.block - one.warn, -one.info, one.name)))


def _author(connection: Connection, place: int) -> ColumnElement[Any]:
    return func.trim(func.coalesce(raw_cells.cell(connection, literal(place, Integer)), ""))


def _sum(one: Share | None, two: Share) -> Share:
    if one is None:
        return two
    return Share(
        two.name,
        one.rows + two.rows,
        one.block + two.block,
        one.warn + two.warn,
        one.info + two.info,
    )


def _shares(
    connection: Connection, name: ColumnElement[Any], *where: ColumnElement[bool]
) -> tuple[Share, ...]:
    """The rows and their findings, counted by what ``name`` is for each row."""
    row, of_row = tables.row.c, _of_rows()
    named: Select[Any] = (
        select(
            name.label("name"),
            *(of_row.c[severity].label(severity) for severity in ("block", "warn", "info")),
        )
        .join_from(tables.row, of_row, of_row.c.row_id == row.id, isouter=True)
        .where(*where)
    )
    each = named.subquery()
    counts = [func.coalesce(func.sum(each.c[kind]), 0) for kind in ("block", "warn", "info")]
    statement = select(each.c.name, func.count(), *counts).group_by(each.c.name)
    found = connection.execute(statement.order_by(each.c.name))
    return tuple(Share(str(name or ""), *map(int, counts)) for name, *counts in found)


def _of_rows() -> Any:  # noqa: ANN401 - a subquery with columns of its own
    """How many findings of each severity a row has."""
    f = tables.finding.c
    return (
        select(
            f.row_id,
            *(
                func.sum((f.severity == severity).cast(Integer)).label(severity)
                for severity in ("block", "warn", "info")
            ),
        )
        .group_by(f.row_id)
        .subquery()
    )


def _values(connection: Connection) -> tuple[SharedValue, ...]:
    """What many clients share and nobody has waived, the most frequent first."""
    f = tables.finding.c
    cards = func.count(f.card_id.distinct())
    codes = [rule.code for rule in (DEALER_PHONE, SHARED_CONTACT, COMMON_VALUE)]
    statement = (
        select(f.code, f.field, f.value, cards)
        .where(f.code.in_(codes), f.state == literal("open"))
        .group_by(f.code, f.field, f.value)
        .order_by(cards.desc(), f.value)
    )
    return tuple(SharedValue(*values) for values in connection.execute(statement))


def _rule_line(one: RuleCount) -> str:
    return f"  {one.count:>7}  {one.code:<6}  {one.severity:<5}  {title(rule(one.code))}"


def _share_lines(shares: Iterable[Share]) -> list[str]:
    rows = [
        (
            one.name or gettext("not said"),
            gettext(
                "rows: {rows}; blocked: {block}; doubtful: {warn}; noticed: {info}; on a hundred "
                "rows: {share:.1f}"
            ).format(
                rows=one.rows,
                block=one.block,
                warn=one.warn,
                info=one.info,
                share=one.of_a_hundred,
            ),
        )
        for one in shares
    ]
    width = max((len(name) for name, _ in rows), default=0)
    return [f"  {name:<{width}}  {counts}" for name, counts in rows]


def _value_lines(values: Iterable[SharedValue]) -> list[str]:
    return [
        f"  {one.cards:>7}  {one.value}  {field_title(one.field)}: {_called(one.code)}"
        for one in values
    ]


def _called(code: str) -> str:
    words = {
        DEALER_PHONE.code: gettext("the dealer's own"),
        SHARED_CONTACT.code: gettext("shared"),
        COMMON_VALUE.code: gettext("a placeholder"),
    }
    return words[code]


def _toml_values(values: Iterable[SharedValue]) -> Iterator[str]:
    for one in values:
        cards = gettext("cards: {count}").format(count=one.cards)
        yield f"    {json.dumps(one.value, ensure_ascii=False)},  # {cards}"
