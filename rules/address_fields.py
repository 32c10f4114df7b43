"""The fields of an address, and what is decided once all of its words are read."""

from dataclasses import dataclass, field

from rules import subjects

_INITIALS = 2


@dataclass(slots=True)
class Parts:
    """The fields of an address as far as they have been read."""

    index: str = ""
    region: str = ""
    unknown_region: str = ""
    city: str = ""
    street: str = ""
    house: str = ""
    flat: str = ""
    okrug: str = ""
    adjective: str = ""
    region_typed: str = ""
    rest: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)


def settle(parts: Parts) -> None:
    """Name what has no mark, and tell region and town by each other."""
    _name_the_unnamed(parts)
    town = subjects.by_town(parts.city)
    if town and len(parts.region_typed) == _INITIALS:
        parts.region = town  # «ЧР, Чебоксары», «РК, Петрозаводск»: the town tells which
    if not parts.region:
        parts.region = town or subjects.by_index(parts.index)
    if not parts.city and subjects.by_town(parts.region) == parts.region:
        parts.city = parts.region


def _name_the_unnamed(parts: Parts) -> None:
    """Give the words without a mark to the town and the street that are still missing."""
    unnamed = parts.unnamed
    if parts.adjective and parts.house and not (parts.city or parts.street or unnamed):
        parts.region, parts.street = "", parts.adjective  # «Московская, 5»
    if parts.okrug and not parts.city:
        parts.city = parts.okrug
    elif parts.okrug and parts.okrug != parts.city:
        parts.rest.append(f"г.о. {parts.okrug}")
    if not parts.city and unnamed and (len(unnamed) > 1 or parts.street or not parts.house):
        parts.city = unnamed.pop(0)
    if not parts.street and unnamed:
        parts.street = unnamed.pop(0)
    parts.rest.extend(unnamed)
    unnamed.clear()
