"""Which encoding the bytes of a text file are in."""

import codecs
import math
from pathlib import Path

UTF_8 = "utf-8"
UTF_16_BOM = "utf-16"
SINGLE_BYTE = ("cp1251", "cp866", "koi8-r")
ENCODINGS = (UTF_8, "utf-8-sig", UTF_16_BOM, "utf-16-le", "utf-16-be", *SINGLE_BYTE)

_SAMPLE = 256 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, UTF_16_BOM),
    (codecs.BOM_UTF16_BE, UTF_16_BOM),
)
# How often a letter stands in Russian text, per ten thousand letters.
_LETTERS = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
_COUNTS = (
    *(1097, 845, 801, 735, 670, 626, 547, 473, 454, 440, 349, 321, 298, 281, 262, 201, 190),
    *(174, 170, 165, 159, 144, 121, 97, 94, 73, 64, 48, 36, 32, 26, 4, 4),
)
_LETTER_SCORE = {
    letter: math.log(count / 10_000) for letter, count in zip(_LETTERS, _COUNTS, strict=True)
}
_MARKS = frozenset("№«»—–…’“”„°\xa0•§©®€")
_MARK_SCORE = math.log(0.01)
_ALIEN_SCORE = math.log(0.0002)
_CASE_PENALTY = math.log(0.05)  # "иВАНОВ": koi8-r read as cp1251 swaps the case of every word
_SURE_MARGIN = 12.0  # nats by which the best reading must beat the next one
_UTF_16_SHARE = 0.8
_DAMAGED_SHARE = 0.02


def guess(path: Path) -> str:
    """The encoding of the file, one of ``ENCODINGS``; "cp1251" when nothing speaks for another."""
    return guess_bytes(_telling_sample(path))


def guess_bytes(sample: bytes) -> str:
    """The encoding of the sample, which starts at the file's start or at its first odd byte."""
    for bom, encoding in _BOMS:
        if sample.startswith(bom):
            return encoding
    wide = _wide_encoding(sample)
    if wide:
        return wide
    if _is_utf_8(sample):
        return UTF_8
    return _single_byte_encoding(sample)


def contradiction(path: Path, encoding: str) -> str:
    """The encoding the file is surely in when that is not ``encoding``; else ""."""
    sample = _telling_sample(path)
    found = guess_bytes(sample)
    same = codecs.lookup(found).name.removesuffix("-sig") == codecs.lookup(
        encoding
    ).name.removesuffix("-sig")
    if same or sample.isascii():
        return ""
    if found in SINGLE_BYTE and encoding in SINGLE_BYTE:
        return found if _margin(sample, found, encoding) > _SURE_MARGIN else ""
    return found


def _telling_sample(path: Path) -> bytes:
    """The start of the file, or, where that is plain ASCII, its first stretch that is not."""
    with path.open("rb") as file:
        head = sample = file.read(_SAMPLE)
        while sample and sample.isascii() and b"\0" not in sample:
            sample = file.read(_SAMPLE)
    return sample or head


def _wide_encoding(sample: bytes) -> str:
    """UTF-16 without a byte order mark, told by the high bytes of Latin and Cyrillic letters."""
    even, odd = sample[0::2], sample[1::2]
    for high, low, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if not high or not (high.count(0) and low):
            continue
        share = (high.count(0) + high.count(4)) / len(high)
        if share >= _UTF_16_SHARE and low.count(0) < len(low) / 10:
            return encoding
    return ""


def _is_utf_8(sample: bytes) -> bool:
    """Whether the sample is UTF-8, be it with a few damaged characters."""
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(sample)
    wide = sum(map(str.isalpha, filter(lambda char: char > "\x7f", text)))
    return text.count("\ufffd") <= wide * _DAMAGED_SHARE


def _single_byte_encoding(sample: bytes) -> str:
    scores = {encoding: _russian_score(sample, encoding) for encoding in SINGLE_BYTE}
    best, second = sorted(scores, key=scores.__getitem__, reverse=True)[:2]
    if scores[best] - scores[second] > _SURE_MARGIN:
        return best
    return _library_guess(sample) or best


def _library_guess(sample: bytes) -> str:
    import chardet  # noqa: PLC0415 - costs 60 ms, and few files need it

    found = chardet.detect(sample)["encoding"] or ""
    name = {"windows-1251": "cp1251", "ibm866": "cp866"}.get(found.lower(), found.lower())
    return name if name in SINGLE_BYTE else ""


def _margin(sample: bytes, left: str, right: str) -> float:
    return _russian_score(sample, left) - _russian_score(sample, right)


def _russian_score(sample: bytes, encoding: str) -> float:
    """How likely the bytes above ASCII are Russian text in this encoding, in nats."""
    text = sample[:16_384].decode(encoding, "replace")
    score = 0.0
    before = ""
    for char in text:
        if char > "\x7f":
            score += _char_score(char)
            if before.islower() and char.isupper():
                score += _CASE_PENALTY
        before = char
    return score


def _char_score(char: str) -> float:
    if char in _MARKS:
        return _MARK_SCORE
    return _LETTER_SCORE.get(char.lower(), _ALIEN_SCORE)
