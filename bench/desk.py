"""A sitting in the real window, every job with its gaps; ``bench.window`` starts it."""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.stalls import Stalls
from bench.ticks import Gaps, Ticks
from ui.adapters.bases import LocalBases
from ui.pages.clients.page import ClientsPage
from ui.pages.review.approval import ApprovalDialog
from ui.pages.review.page import ReviewPage
from ui.pages.review.ports import GroupView
from ui.pages.sources.page import SourcesPage
from ui.pages.sources.ports import SourceKind
from ui.parts.page import Page
from ui.settings import Settings
from ui.window.application import application, start
from ui.window.main_window import MainWindow

_GROUPS = 50
_PAINT = 15
_SEARCHES = ("ив", "иванов", "912", "xta", "ооо")
Condition = Callable[[], bool]
Kind = TypeVar("Kind", bound=Page)


class Desk:
    """Works in the window step by step; each step waits for its condition in the event loop."""

    def __init__(self, options: argparse.Namespace, stalls: Stalls) -> None:
        self._files = {SourceKind.SALES: options.sales, SourceKind.SERVICE: options.service}
        self._out: Path = options.out
        self._started: float = options.started
        self._ticks = Ticks(stalls, options.stacks)
        self._story = self._work()
        self._until: Condition = lambda: True
        self._window: MainWindow

    def begin(self) -> None:
        """Take the window that was just painted, and begin."""
        print(json.dumps({"painted": time.time() - self._started}), flush=True)
        tops = QApplication.topLevelWidgets()
        self._window = next(widget for widget in tops if isinstance(widget, MainWindow))
        self._window.runner.failed.connect(self._failed)
        sys.excepthook = lambda _kind, error, _at: self._failed(error)
        self._ticks.then = self._go_on

    def _go_on(self) -> None:
        if self._until():
            self._until = lambda: False  # a step may let the event loop run
            self._until = next(self._story, lambda: False)

    def _failed(self, error: object) -> None:
        print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
        QApplication.exit(1)

    def _idle(self) -> bool:
        return not self._window.busy

    def _page(self, kind: type[Kind]) -> Kind:
        return next(page for page in self._window.pages if isinstance(page, kind))

    def _show(self, kind: type[Page]) -> Iterator[Condition]:
        self._window.show_page(self._window.pages.index(self._page(kind)))
        yield self._idle

    def _work(self) -> Iterator[Condition]:
        window, base = self._window, str(self._out / "bench.sverka")
        yield from self._job("imports after the first paint", lambda: None)
        yield from self._job("new base", lambda: window.create_base(base))
        for kind, path in self._files.items():
            yield from self._load(path, kind)
        yield from self._measured(f"pages × {len(window.pages)}", self._look_round())
        yield from self._show(ReviewPage)
        yield from self._job("propose", self._page(ReviewPage).presenter.propose)
        yield from self._measured("bulk approval", self._approve())
        yield from self._measured(f"next group × {_GROUPS}", self._skip())
        yield from self._show(ClientsPage)
        yield from self._measured(f"search × {len(_SEARCHES)}", self._search())
        yield from self._measured("theme and back", self._change_theme())
        target, clients = self._out / "export", self._page(ClientsPage)
        target.mkdir()
        yield from self._job("export", lambda: clients.presenter.export(target, xlsx=True))
        window.close()
        QApplication.exit(0)

    def _job(self, name: str, work: Callable[[], object]) -> Iterator[Condition]:
        """Measure a piece of work until nothing is being done any more."""

        def steps() -> Iterator[Condition]:
            work()
            yield self._idle

        yield from self._measured(name, steps())

    def _measured(self, name: str, steps: Iterator[Condition]) -> Iterator[Condition]:
        self._ticks.begin()
        yield from steps
        yield _painted()
        gaps: Gaps = self._ticks.end(name)
        print(json.dumps(gaps.plain()), flush=True)

    def _load(self, path: Path, kind: SourceKind) -> Iterator[Condition]:
        yield from self._show(SourcesPage)
        page = self._page(SourcesPage)
        yield from self._job(f"preview {kind}", lambda: page.take(path, kind))
        yield from self._job(f"load {kind}", page.preview.load.click)

    def _look_round(self) -> Iterator[Condition]:
        for place in range(len(self._window.pages)):
            self._window.show_page(place)
            yield self._idle

    def _approve(self) -> Iterator[Condition]:
        page = self._page(ReviewPage)
        page.ask_approval()
        dialog = page.dialog
        if isinstance(dialog, ApprovalDialog):
            yield dialog.confirm.isEnabled
            dialog.confirm.click()
        yield self._idle

    def _skip(self) -> Iterator[Condition]:
        page = self._page(ReviewPage)
        for _ in range(_GROUPS):
            before = page.presenter.group
            QTest.keyClick(page, Qt.Key.Key_N)
            yield self._other_than(before)

    def _other_than(self, before: GroupView | None) -> Condition:
        presenter = self._page(ReviewPage).presenter
        return lambda: presenter.group not in (None, before) and self._idle()

    def _search(self) -> Iterator[Condition]:
        box = self._page(ClientsPage).search
        for text in (*_SEARCHES, ""):
            box.setText(text)
            box.asked.emit(text)
            yield self._idle

    def _change_theme(self) -> Iterator[Condition]:
        for _ in range(2):
            self._window.change_theme()
            yield _painted()


def _painted() -> Condition:
    """Some ticks later: the window paints a few milliseconds after the last change."""
    ticks = iter(range(_PAINT))
    return lambda: next(ticks, None) is None


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sales", type=Path, required=True)
    parser.add_argument("--service", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="an empty folder")
    parser.add_argument("--started", type=float, default=time.time(), help="seconds of the epoch")
    parser.add_argument(
        "--stacks",
        type=float,
        default=0,
        help="write where every thread is in a gap of so many ms; it may crash the process",
    )
    return parser.parse_args()


def main() -> int:
    """Work, and print a line of JSON for every job."""
    options = _options()
    application()
    settings = Settings(QSettings(str(options.out / "window.ini"), QSettings.Format.IniFormat))
    with Stalls(options.out) as stalls:
        desk = Desk(options, stalls)
        QTimer.singleShot(0, desk.begin)
        return start(LocalBases("Bench"), language="en", settings=settings)


if __name__ == "__main__":
    sys.exit(main())
