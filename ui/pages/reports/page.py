"""The Reports page: the reports at the left, one of them at the right, what is behind it beside."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from resources.texts import gettext, marked
from ui.background import Background
from ui.look.colours import Tone
from ui.pages.reports.options_bar import OptionsBar
from ui.pages.reports.ports import ReportsPort
from ui.pages.reports.presenter import ReportsPresenter
from ui.pages.reports.progress_strip import ProgressStrip
from ui.pages.reports.report_list import ReportList
from ui.pages.reports.report_view import ReportView
from ui.pages.reports.side_list import SideList
from ui.parts.empty_state import EmptyState
from ui.parts.labels import button, card, label
from ui.parts.notice import Notice
from ui.parts.page import Page
from ui.report_form import Form

_LIST = 236
_ROOMY = 1400  # pixels from which the list of reports stays beside an open side list
_FORMS = (
    (Form.XLSX, marked("&Excel…")),
    (Form.PDF, marked("&PDF…")),
    (Form.HTML, marked("&HTML…")),
)


class ReportsPage(Page):
    """Shows what the base can tell.

    Signals:
        client_asked: a client is to be opened on the Clients page (the client's number).
        group_asked: a group is to be reviewed (its id).
        sources_asked: the Sources page is wanted, where a file can be added.
    """

    client_asked = Signal(int)
    group_asked = Signal(object)  # a group's id may be longer than Qt's int
    sources_asked = Signal()

    def __init__(
        self, port: ReportsPort, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.presenter = presenter = ReportsPresenter(port, background)
        self.notice = Notice()
        self.reports = ReportList()
        self.options = OptionsBar(presenter.values)
        self.progress = ProgressStrip()
        self.side = SideList()
        self.title = label("title", wrap=True)
        self.again, self.export = button(), button("primary")
        self.paper = QScrollArea()
        self.view: ReportView | None = None
        self.waiting = QWidget()
        self.missing = EmptyState(
            "reports", marked("This report has nothing to count yet"), "", marked("Go to &Sources")
        )
        self.nothing = EmptyState(
            "reports",
            marked("No report yet"),
            marked("Reports appear here once files are loaded on the Sources page."),
            marked("Go to &Sources"),
        )
        self._lay_out()
        self._connect()
        self.show_state()

    @override
    def refresh(self) -> None:
        """Count the report in hand again."""
        self.presenter.refresh()

    @override
    def leave(self) -> None:
        """Stop counting."""
        self.presenter.leave()

    @override
    def outdate(self) -> None:
        """Tell that the base has changed since the report was counted."""
        self.presenter.outdate()

    def show_state(self) -> None:
        """Show what the presenter holds."""
        presenter, report = self.presenter, self.presenter.report
        self.reports.show_reports(presenter.entries, presenter.name)
        entry = next((one for one in presenter.entries if one.name == presenter.name), None)
        self.title.setText(report.title if report else entry.title if entry else "")
        self.progress.show_counting(counting=presenter.counting)
        there = report is not None and not report.missing
        self.export.setEnabled(there)
        self.again.setVisible(presenter.outdated or presenter.unfinished)
        self._whole.setCurrentWidget(
            self.nothing if presenter.known and not presenter.entries else self._work
        )
        if report is None:
            self._below.setCurrentWidget(self.waiting)
        elif report.missing:
            self.missing.sentence.setText(report.missing)
            self._below.setCurrentWidget(self.missing)
        else:
            self._below.setCurrentWidget(self.paper)
        self._tell()

    def show_report(self) -> None:
        """Show another report, where the reader stood if it is the same one again."""
        report = self.presenter.report
        if report is None:
            self.view = None
            self.paper.setWidget(QWidget())
            return
        self.options.show_counted(report.day)
        same = self.view is not None and self.view.report.name == report.name
        place = self.paper.verticalScrollBar().value() if same else 0
        defined = self.view is not None and self.view.definition.head.isChecked()
        self.view = view = ReportView(report, defined=defined)
        view.behind_asked.connect(self.presenter.look_behind)
        view.client_asked.connect(self.client_asked)
        view.group_asked.connect(self.group_asked)
        self.paper.setWidget(view)
        self.paper.verticalScrollBar().setValue(place)

    def show_list(self) -> None:
        """Show the clients and cars behind a figure, or none."""
        wanted = bool(self.presenter.behind_key)
        if wanted:
            self.side.show_list(self.presenter.behind)
        self.side.setVisible(wanted)
        self._make_room()

    def ask_export(self, form: Form) -> None:
        """Let the user choose a file and write the report into it."""
        name = f"{self.title.text()}.{form.value}"
        chosen, _ = QFileDialog.getSaveFileName(
            self, gettext("Where to write the report"), name, f"*.{form.value}"
        )
        if chosen:
            path = Path(chosen)
            self.presenter.export(form, path if path.suffix else path.with_suffix(f".{form.value}"))

    def ask_save(self) -> None:
        """Let the user choose a file and write the list into it."""
        chosen, _ = QFileDialog.getSaveFileName(
            self, gettext("Where to write the list"), f"{self.side.title.text()}.csv", "*.csv"
        )
        if chosen:
            path = Path(chosen)
            self.presenter.save_behind(path if path.suffix else path.with_suffix(".csv"))

    def _tell(self) -> None:
        """Say that the report is out of date or was not counted."""
        presenter = self.presenter
        if presenter.outdated:
            text = gettext("The base has changed since this report was counted.")
        elif presenter.unfinished and not presenter.counting:
            text = gettext("The report was not counted to its end.")
        else:
            text = ""
        self.remark.setText(text)
        self.remark.setVisible(bool(text))

    def _make_room(self) -> None:
        """Hide the list of reports where the list of clients needs its place."""
        self.left.setVisible(self.side.isHidden() or self.width() >= _ROOMY)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.changed = self.show_state
        presenter.counted = self.show_report
        presenter.listed = self.show_list
        presenter.paced = lambda: self.progress.show_pace(presenter.pace)
        presenter.told = self.notice.tell
        self.reports.report_picked.connect(presenter.pick)
        self.options.asked.connect(presenter.ask)
        self.progress.cancel_asked.connect(presenter.cancel)
        self.again.clicked.connect(presenter.count)
        self.side.closed.connect(self._close_list)
        self.side.client_asked.connect(self.client_asked)
        self.side.export_asked.connect(self.ask_save)
        for state in (self.missing, self.nothing):
            state.action.clicked.connect(self.sources_asked)

    def _close_list(self) -> None:
        self.presenter.close_behind()
        if self.view is not None:
            self.view.setFocus()

    def _lay_out(self) -> None:
        self._work = QSplitter(Qt.Orientation.Horizontal)
        self._work.setChildrenCollapsible(False)
        self._work.setHandleWidth(14)
        self.left = self._left()
        for part in (self.left, self._right(), self.side):
            self._work.addWidget(part)
        self._work.setStretchFactor(1, 1)
        self._work.setSizes([_LIST, 700, 430])
        self.side.hide()
        holder = QWidget()
        self._whole = QStackedLayout(holder)
        self._whole.addWidget(self._work)
        self._whole.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 14)
        layout.setSpacing(10)
        layout.addWidget(self.notice)
        layout.addWidget(holder, 1)

    def _left(self) -> QWidget:
        made = QWidget()
        made.setMinimumWidth(180)
        title = label("title")
        self.say(title.setText, marked("Reports"))
        self.say(self.reports.setAccessibleName, marked("Reports"))
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.reports)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(frame, 1)
        return made

    def _right(self) -> QWidget:
        made = QWidget()
        self.remark = label("muted", wrap=True)
        self.remark.setProperty("tone", Tone.WARN.value)
        remarks = QHBoxLayout()
        remarks.addWidget(self.remark, 1)
        remarks.addWidget(self.again)
        self.paper.setWidgetResizable(True)
        self.paper.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        below = QWidget()
        self._below = QStackedLayout(below)
        for part in (self.paper, self.missing, self.waiting):
            self._below.addWidget(part)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(self.options)
        column.addLayout(remarks)
        column.addWidget(self.progress)
        column.addWidget(below, 1)
        return made

    def _head(self) -> QHBoxLayout:
        menu = QMenu(self)
        for form, text in _FORMS:
            action = menu.addAction("")
            self.say(action.setText, text)
            action.triggered.connect(partial(self.ask_export, form))
        self.export.setMenu(menu)
        self.say(self.export.setText, marked("&Export  ▾"))
        self.say(self.again.setText, marked("Count a&gain"))
        self.say(self.again.setToolTip, marked("Count the report again (F5)"))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.options.period.day_title)
        head.addWidget(self.options.period.day)
        head.addWidget(self.export)
        return head

    @override
    def retranslate(self) -> None:
        """Count the report in the other language, at once only if it is looked at."""
        if self.isVisible():
            self.presenter.refresh()
        else:
            self.presenter.forget()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        presenter = self.presenter
        if presenter.report is None and not presenter.counting and not presenter.unfinished:
            presenter.count()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F5:
            self.presenter.count()
        elif event.key() == Qt.Key.Key_Escape and self.presenter.behind_key:
            self._close_list()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
