"""The cell of a phone column, cut into the numbers it holds and the rest.

Several numbers, extensions, names and remarks around them, letters typed for digits and
floats of a spreadsheet: all of it is taken apart here, so that ``phone`` judges one number
at a time.

>>> [run.digits for run in split("8 916 123-45-67 мама, 84951234567 доб. 12").runs]
['89161234567', '84951234567']
"""

import re
import unicodedata
from dataclasses import dataclass

from rules.excel import without_tails

_CONFUSABLE = "OОoоlIіІ|ЗзбБ"
_MEANT = "0000111113366"
# Each letter has a digit of its own beyond ASCII, which NFKC leaves in no text: after a cell is
# taken apart it is still known which digits of a run were letters.
_STAND_INS = "".join(
    chr(0x1D7CE + 10 * _MEANT[:place].count(digit) + int(digit))
    for place, digit in enumerate(_MEANT)
)
_TO_STAND_IN = str.maketrans(_CONFUSABLE, _STAND_INS)
_TO_LETTER = str.maketrans(_STAND_INS, _CONFUSABLE)
_TO_DIGIT = str.maketrans(_STAND_INS, _MEANT)
_MIXED_TOKEN = re.compile(
    rf"(?<=\d-)[{_CONFUSABLE}]{{2}}(?!\w)|(?<![^\W\d_])[0-9{_CONFUSABLE}]+(?![^\W\d_])"
)
_MAY_BE_MIXED = re.compile(rf"[0-9-][{_CONFUSABLE}]|[{_CONFUSABLE}][0-9]")
_PAIR = 2
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－_~", "-"))

# A VIN, an e-mail address or a date in the cell is no phone, whatever digits it holds.
_NOT_A_PHONE = re.compile(
    r"[^\s@]{1,64}@[^\s@]{1,255}"
    r"|(?<![^\W_])(?=[A-Za-z0-9]{17}(?![^\W_]))(?:[0-9]*[A-Za-z]){3}[A-Za-z0-9]*"
    r"|(?<![\d.])\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?![\d.])"
    r"|(?<![^\W_])(?:[Пп]асп\w*|[Сс]ерия|ИНН|инн|СНИЛС|снилс|ОГРН\w*|КПП|ВУ|р/с)"
    r"(?![^\W_])(?:[.:\s]|No)*(?=\d)(?:[\d\s-]|No)+"
)
_EXTENSION = re.compile(
    r"(?<=[\d)])[\s,;.-]*(?:\(\s*)?(?:в\s+)?"
    r"(?:доб[а-яё]*|доп[а-яё]*(?=\D{0,12}\d{1,4}(?!\d))|вн(?:утр[а-яё]*)?|ext[a-z]*|тон[а-яё]*|д(?![а-яё])|x(?![a-z])|х(?![а-яё])|[#*])"
    r"(?:[\s.:#-]|No|номер[а-яё]*|тел[а-яё]*|набор[а-яё]*)*"
    r"(?![78][\s(-]+\d{3})(\d{1,3}-\d{2}|\d{1,7})(?!\d|-\d)\s*\)?",
    re.IGNORECASE,
)
_BRACKETED_TAIL = re.compile(r"(?<=\d)\s*\(\s*(\d{1,6})\s*\)\s*(?=$|[,;/\n]|[^\W\d_])")
_MARK = "\x01"
_RUN = re.compile(
    rf"(\+*)\s*(\(?\d[\d\s().-]*)(?:{_MARK}(?P<ext>[\d-]+){_MARK}|\x02(?P<tail>\d+)\x02)?"
)
_BREAK = re.compile(r"[,;/\\\n\r\t|]+|\s[иИ]\s|\sили\s")
_SLASHED_CODE = re.compile(r"(?<![\d/])([78])/(\d{3,5})/(?=\d)")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_DIGITS = re.compile(r"\d+")
# What a cell of numbers alone lacks: it holds no words, no extension and nothing but numbers.
_MORE_THAN_NUMBERS = re.compile(r"[^\W\d_]|[@.#*|]")
_LABEL = re.compile(
    r"(?<![^\W\d_])(?:тел\w*|т|моб\w*|м|сот\w*|с|дом\w*|раб\w*|р|гор\w*|конт\w*|номер|"
    r"tel|phone|mob\w*|доб\w*|вн|ext|и|или)(?![^\W\d_])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of digits that may be a number.

    ``groups`` are the digits as the typist grouped them, ``tail`` digits in brackets after them;
    ``lettered`` says that letters became digits.
    """

    raw: str
    digits: str
    plus: bool
    groups: tuple[str, ...]
    extension: str = ""
    tail: str = ""
    lettered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """The runs of digits of a cell and the words beside them."""

    runs: tuple[Run, ...]
    words: str


def split(text: str) -> Cell:
    """The cell taken apart."""
    whole = unicodedata.normalize("NFKC", text).translate(_DASHES)
    if _MORE_THAN_NUMBERS.search(whole):
        return split_whole(whole)
    runs, _ = _runs(_without_slashes(without_tails(whole)))
    return Cell(tuple(runs), "")


def split_whole(whole: str) -> Cell:
    """What ``split`` gives, looked through for all that can stand in a cell."""
    strangers = [found[0] for found in _NOT_A_PHONE.finditer(whole)]
    plain = without_tails(_NOT_A_PHONE.sub(",", whole) if strangers else whole)
    if _MAY_BE_MIXED.search(plain):
        plain = _MIXED_TOKEN.sub(_with_stand_ins, plain)
    marked = _EXTENSION.sub(rf"{_MARK}\1{_MARK}", _without_slashes(plain))
    runs, words = _runs(marked)
    remark = " ".join((_remark(words), *strangers)).strip()
    return Cell(tuple(runs), remark)


def _without_slashes(text: str) -> str:
    """The text without the slashes of «8/916/240-35-81»."""
    return _SLASHED_CODE.sub(r"\1 \2 ", text) if "/" in text else text


def _runs(text: str) -> tuple[list[Run], str]:
    """The runs of digits in a text with its extensions marked, and what stands beside them."""
    marked = _BRACKETED_TAIL.sub("\x02\\1\x02", text) if "(" in text else text
    runs: list[Run] = []
    words: list[str] = []
    for part in _BREAK.split(marked):
        runs.extend(_run(found) for found in _RUN.finditer(part))
        words.append(_RUN.sub(" ", part))
    return runs, " ".join(words)


def _with_stand_ins(found: re.Match[str]) -> str:
    """The token with digits for its letters if it has a digit of its own or follows one."""
    token = found[0]
    joined = found.string[found.start() - 1 : found.start()] == "-" and len(token) == _PAIR
    if token.isdigit() or not (joined or any(character.isdigit() for character in token)):
        return token
    return token.translate(_TO_STAND_IN)


def _run(found: re.Match[str]) -> Run:
    typed = found[0] if found[0].isascii() else found[0].translate(_TO_LETTER)
    lettered = typed != found[0]
    number, extension, tail = found[2], found["ext"] or "", found["tail"] or ""
    if lettered:
        number, extension, tail = (
            piece.translate(_TO_DIGIT) for piece in (number, extension, tail)
        )
    groups = tuple(_DIGITS.findall(number))
    return Run(
        raw=typed.replace(_MARK, " ").replace("\x02", " ").strip(),
        digits="".join(groups),
        plus=bool(found[1]),
        groups=groups,
        extension=extension.replace("-", ""),
        tail=tail,
        lettered=lettered,
    )


def _remark(text: str) -> str:
    """The words that are neither labels of a phone nor signs, joined."""
    return " ".join(_WORDS.findall(_LABEL.sub(" ", text)))
