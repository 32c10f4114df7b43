"""The gender written in a column, in whatever way.

>>> normalise("Мужской"), normalise("жен."), normalise("1")
('m', 'f', '')
"""

from rules.letters import as_cyrillic

_WORDS = {
    "m": "м муж мужской мужчина мужчины мужик мальчик г-н господин самец m male man mr herr",
    "f": "ж жен женский женщина женщины девушка девочка г-жа госпожа f w female woman mrs ms frau",
}
_GENDERS = {word: gender for gender, words in _WORDS.items() for word in words.split()}


def normalise(text: str) -> str:
    """The gender a cell names: "m", "f", or "" where it names none.

    Bare figures are no answer: some systems count men first, some women.
    """
    word = text.strip().strip(".").lower()
    return _GENDERS.get(word) or _GENDERS.get(as_cyrillic(word), "")


def of_name(*, patronymic: str, first: str, last: str) -> str:
    """The gender of a person from what each part of the name says: the first that knows."""
    return patronymic or first or last
