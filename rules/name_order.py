"""Which word of a name is the surname, which the first name, which the patronymic.

Every order that people write in is weighed by how likely each word is in its place; among
equals the official order (surname, first name, patronymic) wins.
"""

from collections.abc import Sequence

from rules.name_words import Word

# Roles: s surname, f first name, m patronymic, x no part of the name. The figures are decimal
# logarithms, relative to the official order.
_ORDERS = {
    1: (("s", 0.0), ("f", -0.2), ("m", -2.0)),
    2: (("sf", 0.0), ("fs", -0.7), ("fm", -1.4), ("sm", -2.0), ("mf", -4.0), ("ms", -5.0)),
    3: (
        ("sfm", 0.0), ("fms", -0.7), ("sff", -3.2), ("fsm", -2.5), ("smf", -3.0), ("ffs", -3.0),
        ("ssf", -4.2), ("mfs", -3.5), ("msf", -3.5), ("fss", -6.0), ("fmx", -4.0), ("sfx", -4.5),
        ("xsf", -4.5), ("xfm", -4.0), ("fsx", -5.2),
    ),
    4: (
        ("ssfm", -2.6), ("sffm", -2.4), ("sfmx", -2.5), ("fmsx", -3.2), ("xsfm", -2.7),
        ("xfms", -3.4), ("fmss", -3.0), ("sfff", -3.0), ("sfxx", -5.0), ("sxfm", -3.0),
    ),
}  # fmt: skip
_PLAIN = frozenset(("sfm", "fms", "sf", "fs", "fm"))
_REST = -7.0
_WINDOW = 3
_GIVEN = 2.5
_ODD_PAIR, _GAP = -1.5, 3.0
_HIS_AND_HERS, _HIS_AND_HER_SURNAME = -3.0, -1.5


def assign(words: Sequence[Word], given: str = "") -> str:
    """The role of each word, one letter a word: s, f, m, or x for what belongs to no name.

    ``given`` holds the roles that the columns claim, and is followed unless clearly wrong.
    """
    roles = "".join([word.sure for word in words])
    if len(roles) == len(words) and roles in _PLAIN and not given:
        return roles
    if len(words) > max(_ORDERS):
        return _window(words)
    orders = _ORDERS[len(words)]
    if given and all(given != order for order, _ in orders):
        orders = (*orders, (given, -_GIVEN))
    return max(orders, key=lambda order: _weight(words, order[0], given) + order[1])[0]


def _window(words: Sequence[Word]) -> str:
    """The best three neighbours as a name, the others as none of it."""
    best, roles = -1e9, ""
    for start in range(len(words) - _WINDOW + 1):
        part = words[start : start + _WINDOW]
        for order, prior in _ORDERS[_WINDOW]:
            weight = _weight(part, order, "") + prior - start / 10
            if "x" not in order and weight > best:
                best, roles = weight, "x" * start + order
    return roles.ljust(len(words), "x")


def _weight(words: Sequence[Word], roles: str, given: str) -> float:
    """How well the words fit the roles."""
    weight = 0.0
    person = surname = ""
    for word, role in zip(words, roles, strict=True):
        if role == "s":
            weight += word.last
            surname += word.last_gender
        elif role == "f":
            weight += word.first
            person += word.first_gender
        elif role == "m":
            weight += word.patronymic
            person += word.patronymic_gender
        else:
            weight += _REST
    if roles.count("f") > 1 and _uneven(words, roles):
        weight += _ODD_PAIR
    if given:
        weight += _GIVEN * sum(map(str.__eq__, roles, given))
    return weight + _discord(person, surname)


def _uneven(words: Sequence[Word], roles: str) -> bool:
    """Whether a name nobody knows stands beside a very usual one."""
    firsts = [word.first for word, role in zip(words, roles, strict=True) if role == "f"]
    return max(firsts) - min(firsts) > _GAP


def _discord(person: str, surname: str) -> float:
    """What a man's part beside a woman's takes away."""
    if "m" in person and "f" in person:
        return _HIS_AND_HERS
    if surname and person and surname[0] not in person:
        return _HIS_AND_HER_SURNAME
    return 0.0
