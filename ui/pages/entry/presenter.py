"""The Entry page without its widgets: the draft, what the rules say of it, who is alike."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from db.errors import KnownError
from resources.texts import gettext
from rules.finding import Severity
from ui.background import Background
from ui.look.colours import Tone
from ui.pages.entry.ports import Alike, EntryPort, FieldView, Kept, Looked
from workflow.entry_form import FIELDS, Draft, with_another_car
from workflow.entry_reason import Reason


class EntryPresenter:
    """Holds the state of the page, which listens to what it calls when something has changed.

    What the rules say of a field is told once the user has left it, or wants to save.
    """

    def __init__(self, port: EntryPort, background: Background) -> None:
        self._port = port
        self._background = background
        self.changed: Callable[[], None] = lambda: None
        self.filled: Callable[[], None] = lambda: None
        self.told: Callable[[Tone, str], None] = lambda _tone, _text: None
        self.stopped: Callable[[str], None] = lambda _field: None
        self.saved: Callable[[], None] = lambda: None
        self.lost: Callable[[str, Callable[[], None]], None] = lambda _why, _back: None
        self.draft = Draft()
        self.title = ""
        self.looked = Looked()
        self.alike: Sequence[Alike] = ()
        self.may_bypass = False
        self.saving = False
        self._left: set[str] = set()
        self._asked = self._sought = 0

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return bool(self.draft.changed)

    def refresh(self) -> None:
        """Read the user's rights, and what the base and its rules say now."""
        self._background.read(self._port.may_bypass, self._allowed)
        self._look()
        self.look_up()

    def start(self) -> None:
        """Begin with somebody new."""
        self._take(Draft(), "")

    def edit(self, client_id: int) -> None:
        """Open a client of the base."""
        self._background.read(
            partial(self._port.open, client_id), lambda found: self._take(*found), self._failed
        )

    def adopt(self, client_id: int) -> None:
        """Open a client who is the one that was typed; what his card lacks is taken over."""
        typed = self.draft.texts

        def take(found: tuple[Draft, str]) -> None:
            draft, title = found
            lacked = {name: typed[name] for name in typed if typed[name] and not draft.text(name)}
            self._take(replace(draft, texts={**draft.texts, **lacked}), title)

        self._background.read(partial(self._port.open, client_id), take, self._failed)

    def another_car(self) -> None:
        """Keep the client and begin with another car of his."""
        left = self._left
        self._take(with_another_car(self.draft), self.title)
        self._left = left

    def type(self, name: str, text: str) -> None:
        """Take what is in a field now."""
        if text != self.draft.texts.get(name, ""):
            self.draft = replace(self.draft, texts={**self.draft.texts, name: text})

    def leave(self, name: str) -> None:
        """The user goes on from a field: say what is wrong with it."""
        if name not in self._left and not self.draft.text(name):
            return
        self._left.add(name)
        self._look()

    def view(self, name: str) -> FieldView:
        """What is to be said of a field."""
        if name not in self._left:
            return FieldView()
        return self.looked.fields.get(name, FieldView())

    def whole(self) -> str:
        """What is said of no one field, once all of it was left."""
        if not self._left.issuperset(FIELDS):
            return ""
        return " ".join(one.sentence for one in self.looked.whole)

    @property
    def blocked(self) -> bool:
        """Whether the user has been told of something that stands against saving."""
        views = map(self.view, FIELDS)
        seen = any(view.severity is Severity.BLOCK for view in views)
        return seen or bool(self.whole() and self.looked.blocks)

    def repair(self, name: str) -> str:
        """Put the offered repair in place of what was typed; returns it, "" if there is none."""
        repair = self.view(name).repair
        if repair:
            self.type(name, repair)
            self._look()
            self.look_up()
        return repair

    def look_up(self) -> None:
        """Look for clients who may be meant by what is typed."""
        self._sought += 1
        ask, draft = self._sought, self.draft
        but = draft.apart | {draft.client_id} - {0}
        self._background.read(lambda: self._port.alike(draft.texts, but), partial(self._found, ask))

    def part(self, client_id: int) -> None:
        """Say that this is another person than a client of the base; recorded with the save."""
        self.draft = replace(self.draft, apart=self.draft.apart | {client_id})
        self.alike = [one for one in self.alike if one.client_id != client_id]
        self.told(Tone.INFO, gettext("Another person: recorded when you save."))
        self.changed()
        self.look_up()

    def save(self, reason: Reason | None = None) -> None:
        """Save the draft, unless something stands against it."""
        if self.saving:
            return
        self._left = set(FIELDS)
        self.saving = True
        self._background.read(
            partial(self._port.look, self.draft),
            partial(self._judged, reason),
            partial(self._refused, self.draft, self.title),
        )

    def _judged(self, reason: Reason | None, looked: Looked) -> None:
        self.looked = looked
        self.changed()
        if looked.blocks and reason is None:
            self.saving = False
            self._stop()
            return
        draft, title = self.draft, self.title
        self._take(Draft(), "")
        self.told(Tone.INFO, gettext("Saving. You can go on with the next client."))
        self._background.write(
            gettext("Saving the client"),
            lambda _progress: self._port.save(draft, reason),
            self._done,
            partial(self._refused, draft, title),
        )

    def _stop(self) -> None:
        """Lead the user to the first thing that stands against saving."""
        first = next((name for name in FIELDS if self.view(name).severity is Severity.BLOCK), "")
        said = self.view(first).said or self.looked.whole
        sentence = next((one.sentence for one in said if one.severity is Severity.BLOCK), "")
        self.told(Tone.BLOCK, gettext("Not saved yet. {what}").format(what=sentence))
        self.stopped(first)

    def _done(self, kept: Kept) -> None:
        self.saving = False
        text = gettext("{client} is saved. The journal can take this back.")
        if not kept.client_id:
            text = gettext("{client} is saved, but kept out of the unified base.")
        self.changed()
        self.look_up()
        self.told(Tone.GOOD, text.format(client=kept.title))
        self.saved()

    def _refused(self, draft: Draft, title: str, error: Exception) -> bool:
        """Bring the draft back that was not taken; ask first where another one is begun."""
        self.saving = False
        back = partial(self._take, draft, title)
        if not self.dirty:
            back()
            return self._failed(error)
        self.changed()
        self.lost(str(error) if isinstance(error, KnownError) else "", back)
        return isinstance(error, KnownError)

    def _failed(self, error: Exception) -> bool:
        if isinstance(error, KnownError):
            self.told(Tone.BLOCK, str(error))
            return True
        return False

    def _take(self, draft: Draft, title: str) -> None:
        """Begin with another draft."""
        self.draft, self.title = draft, title
        self.looked, self.alike = Looked(), ()
        self._left = {name for name in FIELDS if draft.text(name)}
        self.filled()
        self.changed()
        self._look()
        self.look_up()

    def _look(self) -> None:
        self._asked += 1
        ask = self._asked
        self._background.read(partial(self._port.look, self.draft), partial(self._seen, ask))

    def _seen(self, ask: int, looked: Looked) -> None:
        if ask == self._asked:
            self.looked = looked
            self.changed()

    def _found(self, ask: int, alike: Sequence[Alike]) -> None:
        if ask == self._sought:
            self.alike = alike
            self.changed()

    def _allowed(self, allowed: bool) -> None:  # noqa: FBT001 - an answer
        self.may_bypass = allowed
        self.changed()
