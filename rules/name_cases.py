"""A person's name in the case that a letter needs: «Иванову Ивану Ивановичу».

Initials, names in Latin and names whose gender is not known stay as they are: a letter to
«Ким Ир Сену» is worse than one to «Ким Ир Сен».

>>> from rules.name_reading import PersonName
>>> declined(PersonName("Сорока", "Лев", "Ильич", "m"), Case.DATIVE)
'Сороке Льву Ильичу'
"""

from enum import StrEnum
from functools import cache

from pytrovich import enums
from pytrovich.maker import PetrovichDeclinationMaker

from rules.letters import has_latin
from rules.name_forms import is_initial
from rules.name_reading import PersonName


class Case(StrEnum):
    """The cases of a name other than the one it is kept in."""

    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


_GENDERS = {"m": enums.Gender.MALE, "f": enums.Gender.FEMALE}


def declined(name: PersonName, case: Case) -> str:
    """Surname, first name and patronymic in the case, in one line."""
    parts = (
        (enums.NamePart.LASTNAME, name.last),
        (enums.NamePart.FIRSTNAME, name.first),
        (enums.NamePart.MIDDLENAME, name.patronymic),
    )
    gender = _GENDERS.get(name.gender)
    return " ".join(
        _declined(part, gender, case, text) if gender else text for part, text in parts if text
    )


def _declined(part: enums.NamePart, gender: enums.Gender, case: Case, text: str) -> str:
    if is_initial(text) or has_latin(text):
        return text
    return _maker().make(part, gender, enums.Case[case.name], text)


@cache
def _maker() -> PetrovichDeclinationMaker:
    return PetrovichDeclinationMaker()
