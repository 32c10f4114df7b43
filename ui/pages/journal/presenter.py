"""The Journal page without its widgets: the list of entries and taking decisions back."""

from collections.abc import Callable
from dataclasses import replace

from resources.texts import gettext, marked
from ui import cells, formats
from ui.background import Background
from ui.look.colours import Tone
from ui.pages.journal.ports import JournalPort, JournalQuery, Undone
from ui.paging import Column, PageSource, Tag

_STATES = {
    "stands": (Tone.GOOD, "✓", marked("stands")),
    "undone": (Tone.PLAIN, "↶", marked("taken back")),
}
STATE = 6
DECISION = 5


def _state(value: object) -> str | Tag:
    if value not in _STATES:
        return cells.text(value)
    tone, sign, word = _STATES[str(value)]
    return Tag(tone, sign, gettext(word))


def _short(value: object) -> str:
    return cells.text(value)[:8]


ENTRIES = (
    Column("at", marked("When"), 150, cells.moment),
    Column("by", marked("Who"), 150, cells.text),
    Column("what", marked("What"), 250, cells.text, sortable=False),
    Column("about", marked("About"), 310, cells.text, sortable=False),
    Column("decision", marked("Decision"), 100, _short, sortable=False),
    Column("state", marked("State"), 120, _state, sortable=False),
)


class JournalPresenter:
    """Holds the state of the page; ``listed``, ``asked`` and ``told`` are listened to."""

    def __init__(self, port: JournalPort, background: Background) -> None:
        self._port = port
        self._background = background
        self.listed: Callable[[PageSource], None] = lambda _source: None
        self.asked: Callable[[str, str], None] = lambda _decision, _sentence: None
        self.told: Callable[[Tone, str], None] = lambda _tone, _text: None
        self.settled: Callable[[], None] = lambda: None
        self.query = JournalQuery()

    def refresh(self) -> None:
        """Read the list again."""
        self.listed(self._port.entries(self.query))

    def search(self, text: str) -> None:
        """List the entries that hold a text."""
        self._ask(replace(self.query, text=text))

    def only_undoable(self, wanted: bool) -> None:  # noqa: FBT001 - a check box
        """List only what can be taken back."""
        self._ask(replace(self.query, undoable=wanted))

    def ask(self, decision_id: str) -> None:
        """Find out what taking a decision back would change, then ask the user."""
        self._background.read(
            lambda: self._port.consequence(decision_id),
            lambda sentence: self.asked(decision_id, sentence),
        )

    def undo(self, decision_id: str) -> None:
        """Take a decision back."""
        self._background.write(
            gettext("Taking the decision back"),
            lambda progress: self._port.undo(decision_id, progress),
            self._undone,
        )

    def _ask(self, query: JournalQuery) -> None:
        if query != self.query:
            self.query = query
            self.refresh()

    def _undone(self, undone: Undone) -> None:
        if undone.accepted:
            self.told(Tone.GOOD, gettext("The decision is taken back."))
        elif undone.by:
            self.told(
                Tone.WARN,
                gettext("{name} took this back first ({when}).").format(
                    name=undone.by, when=formats.moment(undone.at)
                ),
            )
        else:
            self.told(Tone.WARN, undone.why)
        self.settled()
