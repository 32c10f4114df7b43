"""The data entry of a made-up base."""

from db.errors import KnownError
from rules.finding import Severity
from ui.pages.entry.ports import Alike, FieldView, Kept, Looked, Said
from workflow.entry_check import checked
from workflow.entry_form import FIELDS, Draft

NEIGHBOUR = Alike(7, "Сорокина Анна Львовна", "+7 916 000-33-44 · Kia Rio", "the same phone")
OLEG = Alike(9, "Шапошников Олег", "", "the same name")
NOBODY = Said(Severity.BLOCK, "The client has no name.")


class FakeEntry:
    """Judges each field by its own rule, and wants a name."""

    def __init__(self, *, may_bypass=False):
        self.allowed = may_bypass
        self.saved = []
        self.sought = []
        self.refusal = ""

    def may_bypass(self):
        return self.allowed

    def look(self, draft):
        views = {}
        for name in FIELDS:
            found = checked(name, draft.text(name))
            said = tuple(Said(one.severity, one.message) for one in found.remarks)
            views[name] = FieldView(found.shown, said, found.repair)
        if not draft.text("full_name"):
            views["full_name"] = FieldView(said=(NOBODY,))
        return Looked(views)

    def alike(self, texts, but):
        self.sought.append(dict(texts))
        found = []
        if "000-33-44" in texts.get("phone", ""):
            found.append(NEIGHBOUR)
        if texts.get("full_name", "").startswith("Шапошников"):
            found.append(OLEG)
        return [one for one in found if one.client_id not in but]

    def open(self, client_id):
        texts = {"full_name": "Сорокина Анна Львовна", "phone": "+7 916 000-33-44"}
        return Draft(texts, client_id, opened=texts), f"Сорокина Анна Львовна · C{client_id:07}"

    def save(self, draft, reason):
        if self.refusal:
            raise KnownError(self.refusal)
        self.saved.append((draft, reason))
        return Kept(draft.client_id or 100, draft.text("full_name"))
