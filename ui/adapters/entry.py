"""The Entry page on a real base: drafts checked, clients alike, cards saved."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from db import client_pages, entered
from db.client_pages import CarName, ClientRow
from db.engine import Engine, reading
from db.lookup import Hit
from resources.texts import gettext, marked
from ui import formats
from ui.adapters.views import phone, title
from ui.pages.entry.ports import Alike, FieldView, Kept, Looked, Said
from workflow import rule_file
from workflow.entry_check import Remark, checked, examined
from workflow.entry_form import FIELDS, NAME, Draft
from workflow.entry_lookup import similar
from workflow.entry_open import opened
from workflow.entry_reason import Reason
from workflow.entry_save import may_bypass, save

_WHY = {
    "phone": marked("the same phone"),
    "vin": marked("the same VIN"),
    "phone_head": marked("the phone begins the same"),
    "vin_head": marked("the VIN begins the same"),
    "body_no": marked("the same body number"),
    "plate": marked("the same plate"),
    "inn": marked("the same ИНН"),
    "email": marked("the same e-mail"),
    "name": marked("the same name"),
}


class BaseEntry:
    """Checks, looks up and saves what is typed for one base."""

    def __init__(self, engine: Engine, by: str) -> None:
        self._engine = engine
        self._by = by

    def may_bypass(self) -> bool:
        """Whether the rule file names the user among those who may."""
        with reading(self._engine) as connection:
            return may_bypass(rule_file.book(connection), self._by)

    def look(self, draft: Draft) -> Looked:
        """What the rules say of a draft, by field."""
        with reading(self._engine) as connection:
            book = rule_file.book(connection)
            area_code = entered.area_code(connection)
        said = examined(draft, book, area_code=area_code)
        views: dict[str, FieldView] = {}
        for name in FIELDS:
            alone = checked(name, draft.text(name), book, area_code=area_code)
            mine = [one for one in said if one.field == name]
            repair = next((one.repair for one in mine if one.repair), "") or alone.repair
            views[name] = FieldView(alone.shown, _said(mine), repair)
        return Looked(views, _said(one for one in said if not one.field))

    def alike(self, texts: Mapping[str, str], but: Collection[int]) -> Sequence[Alike]:
        """The clients who may be meant, the surest first."""
        with reading(self._engine) as connection:
            book = rule_file.book(connection)
            hits = similar(connection, texts, book, but=but)
            ids = [hit.client_id for hit in hits]
            clients = {one.id: one for one in client_pages.clients(connection, ids)}
            cars = client_pages.cars(connection, ids)
        return [
            _alike(hit, clients[hit.client_id], cars.get(hit.client_id, []))
            for hit in hits
            if hit.client_id in clients
        ]

    def open(self, client_id: int) -> tuple[Draft, str]:
        """A client as a draft, and what he is called."""
        with reading(self._engine) as connection:
            draft = opened(connection, client_id)
        return draft, f"{draft.text(NAME) or gettext('Without a name')} · C{client_id:07}"

    def save(self, draft: Draft, reason: Reason | None) -> Kept:
        """Put the draft into the base as one decision."""
        done = save(self._engine, draft, by=self._by, reason=reason)
        name = checked(NAME, draft.text(NAME)).shown or draft.text(NAME)
        return Kept(done.client_id, name or gettext("Without a name"))


def _said(remarks: Iterable[Remark]) -> tuple[Said, ...]:
    return tuple(Said(one.severity, one.message) for one in remarks)


def _alike(hit: Hit, client: ClientRow, cars: Sequence[CarName]) -> Alike:
    phones = [phone(one) for one in client.phones.split("; ") if one]
    named = (" ".join(filter(None, (car.make, car.model, car.plate))) for car in cars)
    born = formats.day(client.birth_date)
    lines = (", ".join(phones[:2]), next(filter(None, named), ""), client.city, born)
    return Alike(
        client_id=client.id,
        title=title(client, next(iter(phones), "")),
        details=" · ".join(filter(None, lines)),
        why=gettext(_WHY[hit.way]),
    )
