"""What a column's header says, by the table of synonyms in ``resources/headers.toml``."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from rules.fields import MULTIPLE, Field
from rules.source_kinds import KINDS

JOINT = " / "
"""What stands between the two parts of a header that takes two rows."""

_CUTOFF = 92.0  # of a hundred: one typing slip in a word of a dozen letters
_MIN_FUZZY = 6
_KIND_RANK = 1_000  # bare words of one kind of file go after every word that says more

_CAMEL = re.compile(r"(?<=[a-zа-яё0-9])(?=[A-ZА-ЯЁ])|(?<=[^\W\d_])(?=\d)")
_SCRIPTS = re.compile(r"(?<=[a-z])(?=[а-яё])|(?<=[а-яё])(?=[a-z])", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[^\w]|_")
_NUMBERED = re.compile(r" \d{1,2}$")

# Words that add nothing to a header that is known without them.
_NEUTRAL = frozenset(
    "клиента покупателя заказчика контрагента авто автомобиля тс а м руб рублей р км г "
    "основной текущий client customer rub".split()
)
# Bare words mean something else once a neutral word is added: «код автомобиля» is no client's.
_BARE = frozenset(
    "код номер дата сумма id ид имя name наименование статус состояние категория группа вид тип "
    "стоимость итого всего документ description number no date total amount описание".split()
)
# The dealer's own people: their phones and names are not the client's.
_STAFF = re.compile(
    r"\b(менеджер|продавц|консультант|мастер|сотрудник|приемщик|диспетчер|исполнител|механик|"
    r"ответственн|автор|пользовател|салон|дилер|филиал|manager|advisor|seller|dealer|employee|"
    r"staff|author)"
)
_ROW_COUNTERS = frozenset(
    (
        *("номер п п", "п п", "номер пп", "пп", "нпп", "n п п", "n пп", "номер строки"),
        *("строка", "row", "row no", "row number"),
    )
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A field a header may mean, and how much it says so (the least rank is the best)."""

    field: Field
    rank: int


@cache
def plain_header(header: str) -> str:
    r"""The header as it is compared: words in lower case, without punctuation and camelCase.

    >>> plain_header("ДатаПродажи"), plain_header(" Гос. №\xa0"), plain_header("VINкод")
    ('дата продажи', 'гос номер', 'vin код')
    """
    text = header.replace("№", " номер ")
    text = unicodedata.normalize("NFKC", text)
    text = _SCRIPTS.sub(" ", _CAMEL.sub(" ", text))
    return " ".join(_PUNCTUATION.sub(" ", text).casefold().replace("ё", "е").split())


def claims(header: str, kind: str) -> tuple[Claim, ...]:
    """The fields the header may mean in a file of this kind, the likeliest first."""
    return _claims(header, _table(kind))


def _claims(header: str, table: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
    for form in _forms(header):
        found = table.get(form)
        if found:
            return found
    return _similar(plain_header(header), table)


def is_known(header: str) -> bool:
    """Whether the header is one of the table's, in any kind of file."""
    return bool(_claims(header, _known())) or is_row_counter(header)


def is_row_counter(header: str) -> bool:
    """Whether the header names the running number of the rows («№ п/п»)."""
    return plain_header(header) in _ROW_COUNTERS


def is_about_staff(header: str) -> bool:
    """Whether the column tells of the dealer's own people, whatever it holds."""
    return bool(_STAFF.search(plain_header(header)))


def _forms(header: str) -> list[str]:
    """Ways to read the header: whole, the lower of two header rows, without needless words."""
    wholes = [header]
    lower = header.rsplit(JOINT, 1)[-1]
    if lower != header and plain_header(lower) not in _BARE:
        wholes.append(lower)
    forms = []
    for whole in wholes:
        plain = plain_header(whole)
        short = " ".join(word for word in plain.split() if word not in _NEUTRAL)
        forms.append(plain)
        outside = plain_header(re.sub(r"\([^)]*\)", " ", whole))
        forms += [form for form in (outside, short) if form not in _BARE]
    return forms


def _similar(plain: str, table: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
    """The claims of the one entry that differs by a typing slip or the order of its words."""
    unnumbered = _NUMBERED.sub("", plain)
    if unnumbered != plain:
        several = tuple(claim for claim in table.get(unnumbered, ()) if claim.field in MULTIPLE)
        if several:
            return several
    if len(plain) < _MIN_FUZZY:
        return ()
    found = process.extractOne(
        plain, table.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=_CUTOFF
    )
    return table[found[0]] if found else ()


@cache
def _table(kind: str) -> dict[str, tuple[Claim, ...]]:
    """Every known header with its claims, those that hold for this kind of file first."""
    table: dict[str, list[Claim]] = {}
    for section, start in ((kind, _KIND_RANK), ("any", 0)):
        for field, names in _sections().get(section, {}).items():
            for rank, name in enumerate(names, start):
                entry = table.setdefault(plain_header(name), [])
                if all(claim.field != field for claim in entry):
                    entry.append(Claim(Field(field), rank))
    return {name: tuple(entry) for name, entry in table.items()}


@cache
def _known() -> dict[str, tuple[Claim, ...]]:
    """The headers known in any kind of file."""
    return {name: claimed for kind in KINDS for name, claimed in _table(kind).items()}


@cache
def _sections() -> dict[str, dict[str, list[str]]]:
    """The table of synonyms: the names of each field in each kind of file."""
    text = files("resources").joinpath("headers.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
