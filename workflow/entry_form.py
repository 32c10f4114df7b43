"""What a clerk fills in about a client and his car, and how it stands in a row of the base."""

import json
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from rules.fields import Field
from workflow.mapping import Chosen, Column, Mapping

NAME = "full_name"
PHONES = ("phone", "phone_2")
CLIENT = (
    NAME, *PHONES, "email", "birth_date", "inn", "address", "consent_pd", "consent_ads", "comment",
)  # fmt: skip
CAR = ("vin", "make_model", "plate", "year", "body_no")
FIELDS = (*CLIENT, *CAR)
_SECOND = {"phone_2": Field.PHONE}
_KEY, _DAY = "src_id", "updated_at"
HEADERS = (_KEY, _DAY, *FIELDS)

# the pieces that a client's golden values are chosen by, and the field each is typed in
PIECES = {
    "name": NAME,
    "company": NAME,
    "inn": "inn",
    "birth_date": "birth_date",
    "address": "address",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed so far, and about whom.

    ``client_id`` is the client being edited, ``card_id`` the entered card of his that takes the
    new version, both 0 for somebody new; ``version`` is the row that the card was opened with.
    ``opened`` are the texts it was opened with. ``apart`` are clients that this is not.
    """

    texts: Dictionary[str, str] = field(default_factory=lambda: MappingProxyType({}))
    client_id: int = 0
    card_id: int = 0
    version: int = 0
    opened: Dictionary[str, str] = field(default_factory=lambda: MappingProxyType({}))
    apart: frozenset[int] = frozenset()

    def text(self, name: str) -> str:
        """What stands in a field."""
        return self.texts.get(name, "").strip()

    @property
    def changed(self) -> frozenset[str]:
        """The fields that differ from what the card was opened with."""
        return frozenset(
            name for name in FIELDS if self.text(name) != self.opened.get(name, "").strip()
        )


def with_another_car(draft: Draft) -> Draft:
    """The same client with an empty car: it becomes a card of its own, judged one with him."""
    texts = {name: text for name, text in draft.texts.items() if name not in CAR}
    return Draft(texts, draft.client_id, opened=draft.opened, apart=draft.apart)


def meaning(name: str) -> Field:
    """The field of the trade that a field of the form is."""
    return _SECOND.get(name) or Field(name)


def mapping() -> Mapping:
    """The columns of an entered row."""
    columns = (
        Column(place, header, meaning(header), Chosen.USER) for place, header in enumerate(HEADERS)
    )
    return Mapping("entry", tuple(columns))


def cells(draft: Draft, *, key: str, day: date) -> str:
    """The row of a draft as the base keeps it: every field verbatim."""
    texts = [key, day.isoformat(), *(draft.text(name) for name in FIELDS)]
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))


def texts_of(cells_: str, headers: str) -> dict[str, str]:
    """The fields of the form that an entered row holds."""
    found = dict(zip(json.loads(headers), json.loads(cells_), strict=False))
    return {name: found[name] for name in FIELDS if found.get(name)}
