"""The Reports page without its widgets: the report in hand, what is asked of it, what is behind."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from reports.content import Report, Table
from reports.options import Dimension, Options
from resources.texts import gettext
from ui.background import Background, Pace
from ui.look.colours import Tone
from ui.pages.reports.ports import ReportEntry, ReportsPort
from ui.report_form import Form
from workflow.progress import Cancelled


class ReportsPresenter:
    """Holds the state of the page, which listens to what it calls when something has changed.

    ``changed``: anything; ``paced``: how far the counting is; ``counted``: another report is there;
    ``listed``: other clients and cars are to be shown beside it, or none.
    """

    def __init__(self, port: ReportsPort, background: Background) -> None:
        self._port = port
        self._background = background
        self.changed: Callable[[], None] = lambda: None
        self.counted: Callable[[], None] = lambda: None
        self.listed: Callable[[], None] = lambda: None
        self.paced: Callable[[], None] = lambda: None
        self.told: Callable[[Tone, str], None] = lambda _tone, _text: None
        self.entries: Sequence[ReportEntry] = ()
        self.known = False
        self.name = ""
        self.options = Options()
        self.report: Report | None = None
        self.outdated = False
        self.unfinished = False
        self.pace: Pace | None = None
        self.behind: Table | None = None
        self.behind_key = ""
        self._request = 0
        self._stop: Callable[[], None] | None = None

    @property
    def counting(self) -> bool:
        """Whether a report is being counted."""
        return self._stop is not None

    def refresh(self) -> None:
        """Read which reports there are, and count the one in hand again."""
        self._background.read(self._port.entries, self._entered)

    def forget(self) -> None:
        """Drop the report in hand, which is to be counted again once somebody looks at it."""
        self._halt()
        self.report = None
        self.close_behind()
        self.counted()
        self._background.read(self._port.entries, self._listed)

    def pick(self, name: str) -> None:
        """Take another report in hand."""
        if name != self.name:
            self.name = name
            self.report = None
            self.close_behind()
            self.count()

    def ask(self, options: Options) -> None:
        """Ask for something else of the report in hand."""
        if options != self.options:
            self.options = options
            self.count()

    def count(self) -> None:
        """Count the report in hand; a counting under way gives place to it."""
        if not self.name:
            return
        self._halt()
        self.outdated = self.unfinished = False
        request, name, options = self._request, self.name, self.options
        stop = self._background.follow(
            lambda progress: self._port.report(name, options, progress),
            partial(self._came, request),
            told=partial(self._heard, request),
            failed=partial(self._failed, request),
        )
        if request == self._request:
            self._stop = stop
        self.changed()

    def cancel(self) -> None:
        """Stop counting; what was shown before stays."""
        if self._stop is not None:
            self._halt()
            self.unfinished = True
            self.changed()

    def leave(self) -> None:
        """Stop counting for good: the page is no more, and must hear of nothing."""
        self._halt()
        for name in ("changed", "counted", "listed", "paced"):
            setattr(self, name, lambda: None)

    def outdate(self) -> None:
        """The base has changed since the report was counted."""
        if self.report is not None:
            self.outdated = True
            self.changed()

    def look_behind(self, key: str) -> None:
        """List the clients and cars behind a figure of the report."""
        behind = self.report.behind if self.report is not None else None
        if key and behind is not None:
            self.behind_key, self.behind = key, None
            self._background.read(partial(behind, key), partial(self._found, key))
            self.listed()

    def close_behind(self) -> None:
        """Show no list any more."""
        if self.behind_key:
            self.behind_key, self.behind = "", None
            self.listed()

    def values(self, dimension: Dimension, then: Callable[[Sequence[str]], None]) -> None:
        """Read what the report can be limited to in a dimension."""
        self._background.read(partial(self._port.values, dimension), then)

    def export(self, form: Form, path: Path) -> None:
        """Write the report in hand into a file."""
        name, options = self.name, self.options
        self._background.write(
            gettext("Writing the report"),
            lambda progress: self._port.export(name, options, form, path, progress),
            lambda _done: self._written(path),
        )

    def save_behind(self, path: Path) -> None:
        """Write the list of clients and cars into a file."""
        table = self.behind
        if table is not None:
            self._background.write(
                gettext("Writing the list"),
                lambda progress: self._port.save(table, path, progress),
                lambda _done: self._written(path),
            )

    def _entered(self, entries: Sequence[ReportEntry]) -> None:
        self._listed(entries)
        self.count()

    def _listed(self, entries: Sequence[ReportEntry]) -> None:
        self.known = True
        self.entries = entries
        names = [entry.name for entry in entries]
        if self.name not in names:
            self.name = names[0] if names else ""
            self.report = None
        self.close_behind()
        self.changed()

    def _halt(self) -> None:
        """Let nothing of the counting under way arrive."""
        if self._stop is not None:
            self._stop()
        self._request += 1
        self._stop = self.pace = None

    def _heard(self, request: int, pace: Pace) -> None:
        if request == self._request:
            self.pace = pace
            self.paced()

    def _came(self, request: int, report: Report) -> None:
        if request != self._request:
            return
        self._request += 1
        self._stop = self.pace = None
        self.report = report
        self.close_behind()
        self.counted()
        self.changed()

    def _failed(self, request: int, error: Exception) -> bool:
        if request != self._request:
            return True  # nobody waits for it any more
        self._request += 1
        self._stop = self.pace = None
        self.unfinished = True
        self.changed()
        return isinstance(error, Cancelled)

    def _found(self, key: str, table: Table) -> None:
        if key == self.behind_key:
            self.behind = table
            self.listed()

    def _written(self, path: Path) -> None:
        self.told(Tone.GOOD, gettext("Written to {path}.").format(path=path))
