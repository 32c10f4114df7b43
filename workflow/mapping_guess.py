"""A first guess of what the columns of a file mean, from their headers and their cells."""

import re
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from resources.texts import gettext, marked
from rules import source_kinds
from rules.field_titles import field_title
from rules.fields import MULTIPLE, PERSONAL_DOCUMENTS, Field
from workflow import content
from workflow.content import Content
from workflow.headers import Claim, claims, is_about_staff, is_row_counter, plain_header
from workflow.mapping_model import Chosen, Column, Mapping

SAMPLE = 200
_CONTENT_RANK = 5_000  # what only the cells say goes after what a header says
_DOUBTFUL_SHARE = 0.3
_FEW_VALUES = 3
_MANY_CELLS = 20
_FEW_DIGITS = 4  # of an engine's volume or power, or of a series
_BIRTH_YEARS = range(1925, 2009)
_KPP = re.compile(r"\d{4}[\dA-Z]{2}\d{3}")
_NAMELESS = re.compile(r"((column|колонка|столбец) ?\d*)?")

_DATES = frozenset(
    {
        *(Field.BIRTH_DATE, Field.CREATED_AT, Field.UPDATED_AT, Field.FIRST_VISIT),
        *(Field.LAST_VISIT, Field.CONSENT_PD_DATE, Field.CONSENT_PD, Field.PASSPORT_DATE),
        *(Field.MILEAGE_DATE, Field.FIRST_REG, Field.WARRANTY_START, Field.WARRANTY_END),
        *(Field.DEAL_DATE, Field.SALE_DATE, Field.RO_OPEN, Field.RO_CLOSE, Field.NEXT_DATE),
        *(Field.BK_DATE, Field.BK_FOR, Field.CLAIM_DATE, Field.SURVEY_DATE, Field.YEAR),
    }
)
_EVENT_DATES = {
    source_kinds.SALES: Field.SALE_DATE,
    source_kinds.BOOKINGS: Field.BK_DATE,
    source_kinds.CLAIMS: Field.CLAIM_DATE,
    source_kinds.SURVEYS: Field.SURVEY_DATE,
}
_NAMES = frozenset(
    {
        *(Field.FULL_NAME, Field.SHORT_NAME, Field.LAST_NAME, Field.FIRST_NAME, Field.COMPANY),
        *(Field.OWNER, Field.DRIVER, Field.PAYER, Field.CONTACT_PERSON, Field.MANAGER),
        *(Field.SELLER, Field.ADVISOR, Field.MECHANIC, Field.AUTHOR),
    }
)
_FITTING: dict[Content, frozenset[Field]] = {
    Content.VIN: frozenset({Field.VIN, Field.CHASSIS_NO, Field.TRADEIN}),
    Content.PLATE: frozenset({Field.PLATE}),
    Content.EMAIL: frozenset({Field.EMAIL}),
    Content.INN: frozenset({Field.INN}),
    Content.PHONE: frozenset({Field.PHONE, Field.MESSENGER}),
    Content.DATE: _DATES,
    Content.NAME: _NAMES,
}
_FIELDS = {
    Content.VIN: Field.VIN,
    Content.PLATE: Field.PLATE,
    Content.EMAIL: Field.EMAIL,
    Content.INN: Field.INN,
    Content.PHONE: Field.PHONE,
    Content.NAME: Field.FULL_NAME,
}
# What identifies a client or a car must not be missed under whatever header …
_IDENTIFYING = frozenset(_FIELDS) - {Content.NAME}
# … but a number that names a card or a document stays one, even if it is a phone or an ИНН:
# series and number of a passport are ten digits, as a phone without its 8.
_NUMBERS = PERSONAL_DOCUMENTS | {
    *(Field.SRC_ID, Field.CARD_NO, Field.DEAL_NO, Field.RO_NO, Field.KPP, Field.OGRN, Field.OKPO),
    *(Field.STS, Field.PTS, Field.EPTS, Field.ENGINE_NO, Field.CHASSIS_NO),
}
_NUMBER_LIKE = frozenset({Content.PHONE, Content.INN})
# A comment that is often a phone is still a comment; one that always is, is a phone.
_FREE_TEXTS = frozenset({Field.COMMENT, Field.REASON, Field.WORKS_TEXT, Field.RECOMMEND})
_NEARLY_ALL = 0.95

_CONTENT_NAMES = {
    Content.VIN: marked("VINs"),
    Content.PLATE: marked("plates"),
    Content.EMAIL: marked("e-mail addresses"),
    Content.INN: marked("ИНН numbers"),
    Content.PHONE: marked("phone numbers"),
    Content.DATE: marked("dates"),
    Content.NAME: marked("names of persons"),
}


@dataclass(frozen=True, slots=True)
class _Wish:
    """A field a column would take, how well that is founded, and what to say about it."""

    field: Field
    rank: int
    chosen: Chosen
    note: str = ""


@dataclass(slots=True)
class _Seen:
    """A column as it is looked at: its filled cells and the fields it would take in turn."""

    index: int
    header: str
    cells: list[str]
    share: float = 0.0
    note: str = ""
    wishes: deque[_Wish] = field(default_factory=deque)


def guess(headers: Sequence[str], rows: Sequence[Sequence[str]], kind: str) -> Mapping:
    """The likeliest meaning of each column of a file of this kind, one of ``source_kinds``.

    ``rows`` are some of the file's data rows; where their cells contradict the header, they win.
    """
    sample = rows[:SAMPLE]
    columns = [_seen(index, header, sample, kind) for index, header in enumerate(headers)]
    _share_out(columns)
    mapped = [_column(seen) for seen in columns]
    return Mapping(kind, _with_stand_ins(mapped, columns))


def _seen(index: int, header: str, rows: Sequence[Sequence[str]], kind: str) -> _Seen:
    cells = [row[index] for row in rows if index < len(row) and row[index].strip()]
    seen = _Seen(index, header, cells)
    if is_row_counter(header) or (plain_header(header) == "номер" and _counts_rows(cells)):
        seen.note = gettext("Numbers the rows of the file.")
        return seen
    found, seen.share = content.content_of(cells)
    known = _decided(claims(header, kind), cells)
    if is_about_staff(header):
        found = None
        seen.note = "" if known else gettext("About the dealer's own people, not the client.")
    seen.wishes.extend(_wishes(seen, known, found, _date_field(cells, kind)))
    if found is None and seen.wishes:
        seen.share, seen.note = _doubt(seen.wishes[0].field, cells)
    return seen


def _wishes(
    seen: _Seen, known: Sequence[Claim], found: Content | None, date_field: Field
) -> list[_Wish]:
    """The fields a column would take, the likeliest first."""
    by_header = [_Wish(claim.field, claim.rank, Chosen.HEADER) for claim in known]
    if found is None:
        return by_header
    fitting = [wish for wish in by_header if wish.field in _FITTING[found]]
    if fitting:
        return fitting + [wish for wish in by_header if wish not in fitting]
    by_content = _Wish(_FIELDS.get(found, date_field), _CONTENT_RANK, Chosen.CONTENT)
    if not by_header:
        nameless = bool(_NAMELESS.fullmatch(plain_header(seen.header)))
        return [by_content] if found is not Content.DATE or nameless else []
    return _disputed(by_header, by_content, found, seen.share)


def _disputed(
    by_header: list[_Wish], by_content: _Wish, found: Content, share: float
) -> list[_Wish]:
    """The wishes of a column whose header says one thing and whose cells say another."""
    said = {wish.field for wish in by_header}
    if found in _NUMBER_LIKE and said & _NUMBERS:
        return by_header
    if said & _FREE_TEXTS and share < _NEARLY_ALL:
        return by_header
    formal = frozenset(_FIELDS.values()) - {Field.FULL_NAME}
    if found not in _IDENTIFYING and not said & formal:
        return by_header
    text = gettext("The header says “{field}”, but the cells hold {content}.")
    note = text.format(
        field=field_title(by_header[0].field), content=gettext(_CONTENT_NAMES[found])
    )
    won = replace(by_content, note=note)
    # A body number may be a VIN and still belong here when another column has the VIN.
    return [won, *(wish for wish in by_header if wish.field is Field.BODY_NO)]


def _share_out(columns: Sequence[_Seen]) -> None:
    """Let each single field be the first wish of one column only, whichever claims it best."""
    holders: dict[Field, _Seen] = {}
    waiting = deque(columns)
    while waiting:
        seen = waiting.popleft()
        if not seen.wishes or seen.wishes[0].field in MULTIPLE:
            continue
        wanted = seen.wishes[0].field
        holder = holders.setdefault(wanted, seen)
        if holder is seen:
            continue
        winner, loser = sorted((seen, holder), key=_strength)
        holders[wanted] = winner
        loser.wishes.popleft()
        if not loser.wishes:
            text = gettext("“{field}” is already read from the column “{header}”.")
            loser.note = text.format(field=field_title(wanted), header=winner.header)
        waiting.append(loser)


def _strength(seen: _Seen) -> tuple[int, int]:
    """The less, the stronger: how much the header says, then the place from the left."""
    return seen.wishes[0].rank, seen.index


def _column(seen: _Seen) -> Column:
    share = round(seen.share, 3)
    if not seen.wishes:
        return Column(seen.index, seen.header, share=share, note=seen.note)
    wish = seen.wishes[0]
    if wish.field in PERSONAL_DOCUMENTS:
        text = gettext("“{field}”: personal documents are read only if you choose the field.")
        note = text.format(field=field_title(wish.field))
        return Column(seen.index, seen.header, share=share, note=note)
    return Column(seen.index, seen.header, wish.field, wish.chosen, share, wish.note or seen.note)


def _with_stand_ins(columns: Sequence[Column], seen: Sequence[_Seen]) -> tuple[Column, ...]:
    """A first name or a registered address stands for the whole where no other column has it."""
    fields = {column.field for column in columns}
    stands_in: dict[Field | None, Field] = {}
    if not fields & {Field.FULL_NAME, Field.LAST_NAME}:
        stands_in[Field.FIRST_NAME] = Field.FULL_NAME
    if not fields & {Field.ADDRESS, Field.CITY, Field.STREET}:
        stands_in[Field.ADDRESS_REG] = Field.ADDRESS
    return tuple(
        replace(column, field=stands_in[column.field])
        if column.field in stands_in and _are_several_words(seen[column.index].cells)
        else column
        for column in columns
    )


def _decided(known: Sequence[Claim], cells: Sequence[str]) -> list[Claim]:
    """The claims of a header, those first that its cells bear out where it may mean several."""
    if not cells:
        return list(known)
    return sorted(known, key=lambda claim: not _TELLING.get(claim.field, _anything)(cells))


def _anything(cells: Sequence[str]) -> bool:
    return bool(cells)


def _are_numbers(cells: Sequence[str]) -> bool:
    return _most(content.is_number, cells)


def _are_dates(cells: Sequence[str]) -> bool:
    return _most(content.is_date, cells)


def _are_tax_codes(cells: Sequence[str]) -> bool:
    return _most(lambda cell: bool(_KPP.fullmatch(cell.strip())), cells)


def _have_digits(cells: Sequence[str]) -> bool:
    return _most(lambda cell: any(map(str.isdigit, cell)), cells)


def _is_long_number(cell: str) -> bool:
    return sum(map(str.isdigit, cell)) > _FEW_DIGITS


def _is_series(cell: str) -> bool:
    return sum(map(str.isdigit, cell)) <= _FEW_DIGITS


def _are_several_words(cells: Sequence[str]) -> bool:
    return _most(lambda cell: len(cell.split()) > 1, cells)


def _vary(cells: Sequence[str]) -> bool:
    """Whether the cells differ: the dealer's own name stands in every row, a client's does not."""
    return len(set(cells)) > (_FEW_VALUES if len(cells) >= _MANY_CELLS else 1)


def _most(test: Callable[[str], bool], cells: Sequence[str]) -> bool:
    return sum(map(test, cells)) >= content.SURE_SHARE * len(cells)


# What the cells of a field must be like where a header leaves a choice.
_TELLING: dict[Field, Callable[[Sequence[str]], bool]] = {
    Field.SUM_WORK: _are_numbers,
    Field.SALE_DATE: _are_dates,
    Field.SOLD_FLAG: lambda cells: not _are_dates(cells),
    Field.COMPANY: _vary,
    Field.KPP: _are_tax_codes,
    Field.BODY_NO: _have_digits,
    Field.ENGINE_NO: lambda cells: _most(_is_long_number, cells),
    Field.PASSPORT_SERIES: lambda cells: _most(_is_series, cells),
}


def _date_field(cells: Sequence[str], kind: str) -> Field:
    """What a date without a header is: of birth where the years say so, else of the event."""
    found = content.years(cells)
    if found and int(median(found)) in _BIRTH_YEARS:
        return Field.BIRTH_DATE
    return _EVENT_DATES.get(kind, Field.RO_OPEN)


def _doubt(wanted: Field, cells: Sequence[str]) -> tuple[float, str]:
    """The share of cells that look like the field the header names, and a word if it is small."""
    test = next((one for one in _IDENTIFYING if _FIELDS[one] is wanted), None)
    if test is None and wanted in _DATES - {Field.YEAR, Field.CONSENT_PD, Field.BK_FOR}:
        test = Content.DATE
    if test is None or len(cells) < content.MIN_CELLS:
        return 0.0, ""
    share = content.share(test, cells)
    if share >= _DOUBTFUL_SHARE:
        return share, ""
    text = gettext("Only {percent} % of the cells look like {content}.")
    note = text.format(percent=round(share * 100), content=gettext(_CONTENT_NAMES[test]))
    return share, note


def _counts_rows(cells: Sequence[str]) -> bool:
    """Whether the cells count from one, without a gap."""
    numbers = [cell.strip() for cell in cells]
    return numbers == [str(number) for number in range(1, len(numbers) + 1)]
