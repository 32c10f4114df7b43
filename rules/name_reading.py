"""A text, or three cells, read as a person's name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rules import junk, name_faults
from rules.finding import Finding
from rules.letters import from_latin_layout, has_cyrillic, has_latin
from rules.name_draft import Draft
from rules.name_forms import folded
from rules.name_layout import fix_layout
from rules.name_order import assign
from rules.name_plain import plain_words
from rules.name_rules import LAYOUT, LEFT_OVER, ORDER, WRONG_COLUMNS
from rules.name_text import read
from rules.name_words import UNKNOWN_FIRST, Word, word

_ROLES = "sfm"
_OFFICIAL = frozenset(
    ("s", "f", "m", "sf", "sm", "fm", "sfm", "sff", "ssf", "sfff", "sffm", "ssfm")
)
_TRIES = 4


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's name, "" where unknown; initials end with a full stop.

    ``gender`` is "m", "f" or ""; ``remark`` holds what else stood in the field.
    """

    last: str = ""
    first: str = ""
    patronymic: str = ""
    gender: str = ""
    remark: str = ""

    @property
    def parts(self) -> tuple[str, str, str]:
        """Surname, first name and patronymic."""
        return self.last, self.first, self.patronymic

    @property
    def full(self) -> str:
        """Surname, first name and patronymic in one line."""
        return " ".join([part for part in (self.last, self.first, self.patronymic) if part])


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says about a person: the name, what belongs to other fields, the findings."""

    person: PersonName | None
    spare: tuple[str, ...]
    findings: tuple[Finding, ...]
    words: Sequence[Word] = ()
    roles: str = ""

    @property
    def known(self) -> bool:
        """Whether a word is known as part of a person's name."""
        several = len(self.words) > 1
        return any(one.known or (one.initial and several) for one in self.words)

    @property
    def sure(self) -> bool:
        """Whether the first name stands in the table or the patronymic ends as one does."""
        lone_letter = len(self.words) == 1 and self.words[0].initial
        return not lone_letter and any(map(_is_sure, self.words, self.roles))


def _is_sure(one: Word, role: str) -> bool:
    """Whether a first name stands in the table, or a patronymic ends as one does."""
    if role == "f":
        return one.initial or one.first > UNKNOWN_FIRST
    return role == "m" and bool(one.initial or one.patronymic_gender)


def read_plain(text: str) -> Reading | None:
    """The reading of a text that is surely nothing but a name, None for any other text."""
    reading = _read_plain_once(text)
    if reading is None or False not in [one.known or one.initial for one in reading.words]:
        return reading
    reading = _read_again(reading)
    if reading.person is None or not reading.sure or junk.kind(text):
        return None
    full = reading.person.full
    return None if full != text and junk.kind(full) else reading


def _read_plain_once(text: str) -> Reading | None:
    """The reading of plain words, without making sure that the name reads the same."""
    texts, words = plain_words(text)
    return _compose(Draft(text, text, words=texts), words) if words else None


def read_person(text: str) -> Reading:
    """The text read as a person's name, whether it is one or not."""
    return _read_again(_read_once(text))


def _read_again(reading: Reading) -> Reading:
    """The reading of a name that reads the same the next time."""
    for _ in range(_TRIES):
        if reading.person is None or _reads_the_same(reading.person):
            break
        again = _read_once(reading.person.full)
        if again.person and again.person.parts == reading.person.parts:
            break
        reading = _corrected(reading, again)
    return reading


def _reads_the_same(person: PersonName) -> bool:
    """Whether a name is one of plain words and gives its own parts when it is read."""
    _, words = plain_words(person.full)
    return bool(words) and _person(words, assign(words), "").parts == person.parts


def _read_once(text: str) -> Reading:
    """The text read as a person's name, without making sure that the name reads the same."""
    if plain := _read_plain_once(text):
        return plain
    draft = read(text)
    return _compose(draft, [word(one) for one in draft.words])


def read_plain_cells(cells: Sequence[str]) -> Reading | None:
    """The reading of three cells with one plain word each at most, None for any others."""
    texts: list[str] = []
    words: list[Word] = []
    claimed = ""
    for cell, role in zip(cells, _ROLES, strict=True):
        if cell:
            text, found = plain_words(cell)
            if len(found) != 1:
                return None
            texts += text
            words += found
            claimed += role
    raw = " ".join(texts)
    return _compose(Draft(raw, raw, words=texts), words, claimed) if words else None


def read_cells(cells: Sequence[str], raw: str) -> Reading:
    """The cells of surname, first name and patronymic read together, mixed up or not."""
    reading = _read_cells_once(cells, raw)
    for _ in range(_TRIES):
        if reading.person is None:
            break
        parts = reading.person.parts
        again = read_plain_cells(parts) or _read_cells_once(parts, reading.person.full)
        if again.person and again.person.parts == parts:
            break
        reading = _corrected(reading, again)
    return reading


def _read_cells_once(cells: Sequence[str], raw: str) -> Reading:
    """The cells read together, without making sure that the name reads the same."""
    typed = _in_other_layout(cells)
    drafts = [read(cell) if cell else Draft("", "") for cell in typed or cells]
    whole, claimed = _merged(drafts, raw)
    if typed:
        whole.note(LAYOUT, raw)
    return _compose(whole, [word(one) for one in whole.words], claimed)


def _in_other_layout(cells: Sequence[str]) -> list[str]:
    """The cells as meant where all of them together tell that the layout was wrong, else []."""
    joined = " ".join(cells)
    if not has_latin(joined) or has_cyrillic(joined) or fix_layout(joined) == joined:
        return []
    return list(map(from_latin_layout, cells))


def _corrected(reading: Reading, again: Reading) -> Reading:
    """The second reading of a name that did not read the same twice, with all the first found."""
    if reading.person is None or again.person is None:
        return replace(reading, person=None, findings=())
    before, after = reading.person.full, again.person.full
    findings = tuple(
        replace(one, suggestion=after if one.suggestion == before else one.suggestion)
        for one in reading.findings
    )
    remarks = [part for part in (reading.person.remark, again.person.remark) if part]
    person = replace(again.person, remark="; ".join(remarks))
    return Reading(person, reading.spare + again.spare, findings, again.words, again.roles)


def _merged(drafts: Sequence[Draft], raw: str) -> tuple[Draft, str]:
    """One draft from the drafts of three cells, and the roles that the cells claim."""
    whole = Draft(raw, raw)
    roles = ""
    for number, (draft, role) in enumerate(zip(drafts, _ROLES, strict=True)):
        earlier = [one for one in drafts[:number] if len(one.words) > 1]
        fresh = [text for text in draft.words if not _repeats(text, earlier)]
        whole.words += fresh
        roles += role * len(fresh)
        whole.noted += draft.noted
        whole.remarks += draft.remarks
        whole.spare += draft.spare
    claimed = len(drafts[0].words) < len(_ROLES)
    return whole, roles if claimed else ""


def _repeats(text: str, earlier: Sequence[Draft]) -> bool:
    """Whether a cell before holds the word among others («Иванов Иван» | «Иван»)."""
    key = folded(text)
    return any(key in map(folded, one.words) for one in earlier)


def _compose(draft: Draft, words: list[Word], claimed: str = "") -> Reading:
    """The reading of a draft's words."""
    if not words:
        return Reading(None, tuple(draft.spare), ())
    roles = assign(words, claimed)
    if "x" in roles:
        rest = " ".join(text for text, role in zip(draft.words, roles, strict=True) if role == "x")
        draft.remarks.append(rest)
        draft.note(LEFT_OVER, rest)
    if claimed and roles != claimed:
        draft.note(WRONG_COLUMNS, draft.raw)
    elif not claimed and roles not in _OFFICIAL and roles.replace("x", "") not in _OFFICIAL:
        draft.note(ORDER, draft.raw)
    person = _person(words, roles, "; ".join(draft.remarks))
    findings = name_faults.findings(draft, words, roles, person.full)
    return Reading(person, tuple(draft.spare), findings, words, roles)


def _person(words: list[Word], roles: str, remark: str) -> PersonName:
    """The name that words make in their roles."""
    last = first = patronymic = ""
    for one, role in zip(words, roles, strict=True):
        if role == "s":
            shown = one.shown[0] if one.initial else one.shown
            last = f"{last} {shown}" if last else shown
        elif role == "f":
            first = f"{first} {one.shown}" if first else one.shown
        elif role == "m":
            patronymic = f"{patronymic} {one.shown}" if patronymic else one.shown
    return PersonName(last, first, patronymic, name_faults.gender_of(words, roles), remark)
