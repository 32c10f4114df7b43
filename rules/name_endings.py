"""What the ending of a word tells: a patronymic's or a surname's, a man's or a woman's.

Tuples of endings, not patterns: these run for every new word and are several times as quick.
"""

from resources import names


def _table(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


OGLY = frozenset(
    _table("оглы оглу огли угли углы улы уулу кызы кизи гызы кызи ogly oglu qizi kyzy")
)
"""«Son of» and «daughter of», which follow the father's name."""

_DAUGHTERS = frozenset(_table("кызы кизи гызы qizi kyzy"))
_SONS_ENDS = _table("ович евич оглы оглу огли уулу угли улы ovich evich ovic evic ovitch evitch")
_DAUGHTERS_ENDS = _table("овна евна ична ишна кызы гызы кизи ovna evna ichna")
_SPOKEN = frozenset(_table("палыч саныч михалыч ваныч колаич сергеич"))
_SLIPPED = _table("ови еви овн евн ичн вич виич вч оич еич ована евана овнва авна ивна")
_CUT = _table("овн евн ови еви ов ев о е")
_SURNAMES = _table(
    "ов ова ев ева ин ина ын ына ский ская ской цкий цкая цкой их ых ко ук юк ак як ик ец ович"
    " евич швили дзе ян янц ная лая рая тая дая ый ой заде берг штейн ман ури иани"
    " ov ova ev eva in ina yn yna sky skiy skii skij ski skaya skaia skaja enko chuk ian yan dze"
    " shvili off eff"
)
_MANS = _table("ов ев ин ын ский цкий ный стой ov ev sky skiy skii skij")
_WOMANS = _table("ова ева ская цкая ная лая рая тая дая ova eva skaya skaia skaja")
_PATRONYMIC_LENGTH, _SURNAME_LENGTH = 6, 4
_SHORTENED, _SHORTENED_LENGTH = "вна", 7


def patronymic_gender(key: str) -> str:
    """Whose a patronymic with this ending is, "" if the ending is no patronymic's.

    >>> patronymic_gender("ильинична"), patronymic_gender("гасан оглы"), patronymic_gender("ли")
    ('f', 'm', '')
    """
    if " " in key:
        tail = key.rpartition(" ")[2]
        return "f" if tail in _DAUGHTERS else "m" if tail in OGLY else ""
    if len(key) >= _PATRONYMIC_LENGTH:
        if key.endswith(_DAUGHTERS_ENDS):
            return "f"
        if key.endswith(_SONS_ENDS):
            return "m"
        if _is_spoken(key):
            return "m"
        if len(key) >= _SHORTENED_LENGTH and key.endswith(_SHORTENED):
            return "f"
    return "m" if key in names.patronymics() else ""


def is_patronymic_only(key: str) -> bool:
    """Whether the ending is never a surname's."""
    return len(key) >= _PATRONYMIC_LENGTH and (key.endswith(_DAUGHTERS_ENDS) or _is_spoken(key))


def _is_spoken(key: str) -> bool:
    """Whether it is a son's patronymic as spoken: Семёныч, Сергеич, Васильич, Палыч."""
    if not key.endswith(("ыч", "аич", "еич", "ьич")):
        return False
    stem = key[:-2]
    fathers = (stem, stem + "й", stem[:-1] + "ий")
    return key in _SPOKEN or any(father in names.first_names() for father in fathers)


def is_slipped_patronymic(key: str) -> bool:
    """Whether the ending is a patronymic's with a letter lost or changed."""
    return len(key) >= _PATRONYMIC_LENGTH and (key.endswith(_SLIPPED) or key[:-1].endswith("вич"))


def is_cut_after_father(key: str) -> bool:
    """Whether it is a man's name with the beginning of -ович, -евич or -овна behind it."""
    if not key.endswith(_CUT):
        return False
    stem = key[: -len(next(filter(key.endswith, _CUT)))]
    return any(father in names.first_names() for father in (stem, stem + "й", stem + "ь") if stem)


def has_known_father(key: str) -> bool:
    """Whether a patronymic in -ович, -евич, -овна, -евна comes from a known first name.

    >>> has_known_father("игоревич"), has_known_father("васильевна"), has_known_father("адамович")
    (True, True, True)
    >>> has_known_father("верболович")
    False
    """
    if not key.endswith(("вич", "вна")):
        return True
    stem = key[:-4]
    fathers = (stem, stem + "й", stem + "ь", stem.rstrip("ь") + "ий", stem + "ий")
    return any(father in names.first_names() for father in fathers)


def is_surname(key: str) -> bool:
    """Whether surnames often end like this."""
    return len(key) >= _SURNAME_LENGTH and key.endswith(_SURNAMES)


def surname_gender(key: str) -> str:
    """Whose a surname with this ending is, "" if the ending does not tell.

    >>> surname_gender("иванова"), surname_gender("иванов"), surname_gender("ким")
    ('f', 'm', '')
    """
    if len(key) < _SURNAME_LENGTH:
        return ""
    if key.endswith(_WOMANS):
        return "f"
    if key.endswith(_MANS):
        return "m"
    known = names.surnames()
    feminine = key.endswith(("ина", "ына")) and key not in known and key[:-1] in known
    return "f" if feminine else ""
