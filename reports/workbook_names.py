"""The names of a workbook's sheets, as Excel bears them."""

import re

_LONGEST = 31
_REFUSED = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")


class SheetNames:
    """Gives each sheet a name of its own; Excel tells no capitals from small letters."""

    def __init__(self) -> None:
        self._taken = {"", "history"}  # Excel keeps “History” for itself

    def of(self, title: str) -> str:
        """A name for a sheet of this title."""
        wanted = " ".join(_REFUSED.sub(" ", title).split()).strip("'")
        name, number = wanted[:_LONGEST].strip("' "), 1
        while name.lower() in self._taken:
            number += 1
            ending = f" ({number})" if wanted else f"{number}"
            name = f"{wanted[: _LONGEST - len(ending)].strip()}{ending}"
        self._taken.add(name.lower())
        return name
