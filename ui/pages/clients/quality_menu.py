"""The lines of the export menu that tell how right the base is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from resources.texts import gettext, marked
from ui.pages.clients.figures_dialog import FiguresDialog
from ui.pages.clients.quality_presenter import QualityPresenter
from ui.parts.page import Page

_TABLES = "CSV, XLSX (*.csv *.xlsx)"


class QualityMenu:
    """Asks for files and shows what comes of them."""

    def __init__(self, page: Page, presenter: QualityPresenter, menu: QMenu) -> None:
        self._page = page
        self._presenter = presenter
        self.dialog: FiguresDialog | None = None
        presenter.shown = self.show
        menu.addSeparator()
        lines: tuple[tuple[str, Callable[[], None]], ...] = (
            (marked("Blind sample of pairs…"), self.ask_sample),
            (marked("Estimate from its answers…"), self.ask_answers),
            (marked("Compare with the truth…"), self.ask_truth),
        )
        for text, act in lines:
            action = menu.addAction("")
            page.say(action.setText, text)
            action.triggered.connect(act)

    def ask_sample(self) -> None:
        """Let the user name a new file and write a blind sample into it."""
        name, _ = QFileDialog.getSaveFileName(
            self._page,
            gettext("Blind sample"),
            "sample.xlsx",
            _TABLES,
            options=QFileDialog.Option.DontConfirmOverwrite,  # no file is written over anyway
        )
        if name:
            self._presenter.sample(Path(name))

    def ask_answers(self) -> None:
        """Let the user choose an answered sample and read it."""
        if path := self._chosen(gettext("The sample with its answers")):
            self._presenter.estimate(path)

    def ask_truth(self) -> None:
        """Let the user choose a file that tells the truth and compare the base with it."""
        if path := self._chosen(gettext("Which cards are one client")):
            self._presenter.evaluate(path)

    def show(self, title: str, lines: tuple[str, ...]) -> None:
        """Show figures in a dialog of their own."""
        self.dialog = FiguresDialog(title, lines, self._page)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.open()

    def _chosen(self, title: str) -> Path | None:
        files = gettext("Tables") + " (*.csv *.tsv *.txt *.xlsx *.xls *.ods)"
        name, _ = QFileDialog.getOpenFileName(self._page, title, "", files)
        return Path(name) if name else None
