"""The spellings under which a searched text may stand in the base."""


def spellings(text: str) -> tuple[str, ...]:
    """The text as typed, in small, capital and title letters; none of an empty one.

    A base compares letters as they are: of Cyrillic it does not know which is the capital.
    """
    typed = " ".join(text.split())
    forms = (typed, typed.lower(), typed.upper(), typed.title())
    return tuple(dict.fromkeys(form for form in forms if form))
