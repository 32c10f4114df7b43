"""The fields of an address filled with the words that its marks tell apart."""

import re

from rules import address_names, subjects
from rules.address_fields import Parts
from rules.address_names import titled
from rules.address_words import ABROAD

ADJECTIVE = re.compile(r".*(?:ая|ий|ый|ой|ое|яя)$")


class Filling:
    """Gives words to the fields of an address, each of which keeps what it was given first."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def house(self, number: str) -> None:
        """A house; of a second one nobody knows what it is."""
        if self._parts.house:
            self._parts.rest.append(number.upper())
        else:
            self._parts.house = number.upper()

    def region(self, words: list[str]) -> None:
        """A subject or a neighbouring country; what is none is told and kept aside."""
        name = subjects.by_name(" ".join(words))
        name = name or ABROAD.get(" ".join(words).lower(), "")
        if not name and len(words) > 1 and (name := subjects.by_name(words[-1])):
            self.unmarked(words[:-1])  # «Химки Московская обл»
        if name and not self._parts.region:
            self._parts.region = name
        elif not name:
            self._parts.unknown_region = titled(words)
            self._parts.rest.append(titled(words))

    def district(self, words: list[str]) -> None:
        """A district, kept aside; a subject's okrug is its subject."""
        name = subjects.by_name(" ".join(words))
        if name:
            self._parts.region = self._parts.region or name
        else:
            self._parts.rest.append(f"р-н {titled(words)}")

    def okrug(self, words: list[str]) -> None:
        """A town with the country around it; what follows its known name is read on."""
        length = address_names.town_length(words) or len(words)
        name = " ".join(words[:length])
        self._parts.okrug = self._parts.okrug or subjects.town_name(name) or titled(words[:length])
        if rest := words[length:]:
            self.unmarked(rest)

    def settlement(self, words: list[str]) -> None:
        """A marked town; what follows its known name is a street without its mark."""
        length = address_names.town_length(words)
        name = words[:length] if length else words
        if length < len(words) and length:
            self._set_city(name)
            self.unmarked(words[length:])
            return
        while len(name) > 1 and name[-1][0].isdigit():
            self.house(name.pop())
        self._set_city(name)

    def _set_city(self, words: list[str]) -> None:
        name = subjects.town_name(" ".join(words)) or titled(words)
        city = self._parts.city
        if not city or city == name:
            self._parts.city = name
        elif subjects.by_town(city) == city:
            self._parts.region, self._parts.city = self._parts.region or city, name
        else:
            self._parts.rest.append(name)

    def street(self, words: list[str], kind: str) -> None:
        """A street; a number after its name is the house, a known town before it the town."""
        length = address_names.town_length(words[:-1]) if not self._parts.city else 0
        if length:
            self._set_city(words[:length])
            words = words[length:]
        elif len(words) > 2 and words[-2][0].isdigit() and address_names.town_length(words[-1:]):  # noqa: PLR2004
            self._set_city(words[-1:])
            words = words[:-1]
        words = self._without_house(words)
        name = f"{kind} {titled(words)}".strip()
        if self._parts.street:
            self._parts.rest.append(name)
        else:
            self._parts.street = name

    def _without_house(self, words: list[str]) -> list[str]:
        """The words without the house and the flat that end them."""
        name = list(words)
        numbers: list[str] = []
        while len(name) > 1 and name[-1][0].isdigit() and name[-1][-1:].lower() not in "йяе":
            numbers.insert(0, name.pop())
        for number in numbers:
            self.bare_number(number)
        return name

    def bare_number(self, number: str) -> None:
        """A number without a mark: the house, then the flat."""
        if not self._parts.house:
            house, dash, flat = number.partition("-")
            self._parts.house = house.upper()
            if dash:
                self._parts.flat = self._parts.flat or flat.upper()
        elif not self._parts.flat:
            self._parts.flat = number.upper()
        else:
            self._parts.rest.append(number)

    def unmarked(self, words: list[str]) -> None:
        """Words without a mark: numbers, a subject, a known town, or something to name later."""
        if all(word[0].isdigit() for word in words):
            for word in words:
                self.bare_number(word)
            return
        length = address_names.town_length(words)
        if length and (not self._parts.city or self._is_part_of_city(words[:length])):
            self._set_city(words[:length])
            if rest := words[length:]:
                self.unmarked(rest)
            return
        length = address_names.subject_length(words)
        if length and not self._parts.region:
            self._parts.region_typed = " ".join(words[:length])
            self._parts.region = subjects.by_name(self._parts.region_typed)
            self.unmarked(words[length:])
            return
        name = subjects.by_name(" ".join(words))
        # «Москва, Тверская 1»: behind a town that tells its subject, an adjective is a street.
        adjective = len(words) == 1 and ADJECTIVE.fullmatch(words[0].lower())
        if name and not (adjective and subjects.by_town(self._parts.city)):
            self._bare_subject(words, name, adjective=bool(adjective))
            return
        if name := titled(self._without_house(words)):
            self._parts.unnamed.append(name)

    def _bare_subject(self, words: list[str], name: str, *, adjective: bool) -> None:
        """A subject without its mark; a city of that rank behind another town is a second town."""
        if self._parts.city and name == subjects.by_town(name) != self._parts.city:
            self._parts.rest.append(name)  # «Тула/Москва»
            return
        if adjective and not self._parts.region:
            self._parts.adjective = titled(words)
        if not self._parts.region:
            self._parts.region, self._parts.region_typed = name, " ".join(words)

    def _is_part_of_city(self, words: list[str]) -> bool:
        """Whether the town lies in the city read before («Москва, Зеленоград»)."""
        around = subjects.by_town(" ".join(words))
        return around == self._parts.city != subjects.town_name(" ".join(words))
