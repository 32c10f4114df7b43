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
        ("ssf", -4.2), ("mfs", -3.5), ("msf", -3.5), ("fss", -5.0), ("fmx", -4.0), ("sfx", -4.5),
        ("xsf", -4.5), ("xfm", -4.0), ("fsx", -5.2),
    ),
    4: (
        ("ssfm", -2.6), ("sffm", -2.4), ("sfmx", -2.5), ("fmsx", -3.2), ("xsfm", -2.7),
        ("xfms", -3.4), ("fmss", -3.0), ("sfff", -3.0), ("sfxx", -5.0), ("sxfm", -3.0),
    ),
}  # fmt: skip
# What the words surely are (i an initial), and the roles that follow without weighing.
_EVIDENT = {order: order for order in ("sfm", "fms", "sf", "fs", "fm")} | {
    "sii": "sfm",
    "iis": "fms",
    "si": "sf",
    "is": "fs",
    "sfi": "sfm",
    "fis": "fms",
}
_OFFICIAL = "sfmx"
_STEADY = frozenset(("sfm", "sf", "fm", "s", "f", "m"))
_REST = -7.0
_WINDOW = 3
_GIVEN = 2.5
_ODD_PAIR, _GAP = -1.5, 3.0
# No Russian has two men's names: the second is the father's, or a patronymic cut short.
_TWO_MENS_NAMES = -3.5
# «Ли Мин Хо»: two words that no table has for a patronymic and a surname.
_FOREIGN = -1.0
_HIS_AND_HERS, _HIS_AND_HER_SURNAME = -3.0, -1.5


def assign(words: Sequence[Word], given: str = "") -> str:
    """The role of each word, one letter a word: s, f, m, or x for what belongs to no name.

    ``given`` holds the roles that the columns claim, and is followed unless clearly wrong.
    """
    sure = [word.sure for word in words]
    if "" not in sure:
        roles = _EVIDENT.get("".join(sure))
        if roles and given in ("", roles):
            return roles
    if len(words) > max(_ORDERS):
        return _window(words)
    if not given and not any(word.known or word.initial for word in words):
        return "s".ljust(len(words), "f")
    orders = _ORDERS[len(words)]
    if given and all(given != order for order, _ in orders):
        orders = (*orders, (given, -_GIVEN))
    if given and len(set(given)) == len(given):
        # In columns the usual order of writing says nothing about which cells were exchanged.
        same = sorted(given)
        orders = tuple((one, 0.0 if sorted(one) == same else prior) for one, prior in orders)
    roles = _best(words, orders, given)[0]
    if not given and roles not in _STEADY:
        return _settled(words, roles)
    return roles


def _settled(words: Sequence[Word], roles: str) -> str:
    """The roles, unless the words in the official order would be read in another way."""
    order = sorted(range(len(words)), key=lambda at: _OFFICIAL.index(roles[at]))
    again = _best([words[at] for at in order], _ORDERS[len(words)], "")[0]
    return "".join(again[order.index(at)] for at in range(len(words)))


def _window(words: Sequence[Word]) -> str:
    """The best three neighbours as a name, the others as none of it."""
    orders = tuple(order for order in _ORDERS[_WINDOW] if "x" not in order[0])
    best, roles = -1e9, ""
    for start in range(len(words) - _WINDOW + 1):
        order, weight = _best(words[start : start + _WINDOW], orders, "")
        if weight - start / 10 > best:
            best, roles = weight - start / 10, "x" * start + order
    return roles.ljust(len(words), "x")


def _best(
    words: Sequence[Word], orders: tuple[tuple[str, float], ...], given: str
) -> tuple[str, float]:
    """The order that fits the words best, and how well."""
    likely = [{"s": one.last, "f": one.first, "m": one.patronymic, "x": _REST} for one in words]
    best, found = -1e9, ""
    for order, prior in orders:
        weight = prior
        for fits, role in zip(likely, order, strict=True):
            weight += fits[role]
        if given:
            weight += _GIVEN * sum(map(str.__eq__, order, given))
        if weight > best:
            weight += _discord(words, order)
            if weight > best:
                best, found = weight, order
    return found, best


def _discord(words: Sequence[Word], roles: str) -> float:
    """What speaks against the roles as a whole: genders that clash, an unlikely pair."""
    person = surname = ""
    for one, role in zip(words, roles, strict=True):
        if role == "s":
            surname += one.last_gender
        elif role == "f":
            person += one.first_gender
        elif role == "m":
            person += one.patronymic_gender
    weight = 0.0
    if "m" in person and "f" in person:
        weight += _HIS_AND_HERS
    elif surname and person and surname[0] not in person:
        weight += _HIS_AND_HER_SURNAME
    if roles.count("f") > 1 and _uneven(words, roles):
        weight += _ODD_PAIR
    weight += _of_three(words, roles, person)
    if "ss" in roles and any(map(_is_lone_letter, words, roles)):
        weight += _REST
    return weight


def _of_three(words: Sequence[Word], roles: str, genders: str) -> float:
    """What speaks against an order of three words that no Russian name has."""
    if roles == "fms" and not (words[1].patronymic_gender or words[2].known):
        return _FOREIGN
    return _TWO_MENS_NAMES if roles == "sff" and genders == "mm" else 0.0


def _is_lone_letter(one: Word, role: str) -> bool:
    """Whether a single letter is to be half of a double surname."""
    return role == "s" and one.initial


def _uneven(words: Sequence[Word], roles: str) -> bool:
    """Whether a name nobody knows stands beside a very usual one."""
    firsts = [word.first for word, role in zip(words, roles, strict=True) if role == "f"]
    return max(firsts) - min(firsts) > _GAP
