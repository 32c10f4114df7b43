"""The bar at the bottom: what is being done, how fast, for how long, and a way to stop it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar
from typing_extensions import override

from resources.texts import gettext, marked, ngettext
from ui import formats
from ui.background import Pace
from ui.jobs import Job, JobRunner
from ui.parts.labels import button, label
from ui.parts.spoken import Spoken

HEIGHT = 38
_PATIENCE = 300


class JobBar(Spoken):
    """Shows the running job of a ``JobRunner``.

    A job shorter than a blink (a decision) never shows.
    """

    def __init__(self, runner: JobRunner) -> None:
        super().__init__()
        self.setObjectName("jobbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._runner = runner
        self._pace: Pace | None = None
        self.stage = label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(240)
        self.figures = label("muted")
        self.cancel = button("flat")
        self.say(self.cancel.setText, marked("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        self._idle = label("muted")
        self.say(self._idle.setText, marked("Ready"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 12, 0)
        layout.setSpacing(12)
        for widget in (self._idle, self.stage, self.bar, self.figures):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.cancel)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PATIENCE)
        self._pause.timeout.connect(self._appear)
        runner.started.connect(self._started)
        runner.progressed.connect(self._progressed)
        runner.finished.connect(self._finished)
        self._show_busy(busy=False)

    def _started(self, _job: Job) -> None:
        if not self.cancel.isVisibleTo(self) and not self._pause.isActive():
            self._pause.start()

    def _progressed(self, _job: Job, pace: Pace) -> None:
        self._pace = pace
        if self.cancel.isVisibleTo(self):
            self._show()

    def _finished(self, _job: Job) -> None:
        self._pace = None
        if self._runner.writing:
            self._show()
        else:
            self._pause.stop()
            self._show_busy(busy=False)

    def _appear(self) -> None:
        if self._runner.writing:
            self._show_busy(busy=True)
            self._show()

    def _show_busy(self, *, busy: bool) -> None:
        self._idle.setVisible(not busy)
        for widget in (self.stage, self.bar, self.figures, self.cancel):
            widget.setVisible(busy)

    def _show(self) -> None:
        if not self._runner.writing:
            return
        job, pace = self._runner.writing[0], self._pace
        title = gettext("Stopping…") if job.cancelling else job.title
        stage = pace.stage if pace and not job.cancelling else ""
        self.stage.setText(f"{title}: {stage}" if stage else title)
        self.bar.setMaximum(pace.total if pace else 0)
        self.bar.setValue(pace.done if pace else 0)
        self.figures.setText(_figures(pace) if pace else "")
        self.cancel.setEnabled(not job.cancelling)

    def _cancel(self) -> None:
        for job in self._runner.writing[:1]:
            job.cancel()
        self._show()

    @override
    def retranslate(self) -> None:
        self._show()


def _figures(pace: Pace) -> str:
    """Done of total, rate and what remains, as far as they are known."""
    parts = []
    if pace.total:
        parts.append(
            gettext("{done} of {total}").format(
                done=formats.number(pace.done), total=formats.number(pace.total)
            )
        )
    if pace.rate >= 1:
        rate = round(pace.rate)
        parts.append(
            ngettext("{rate} a second", "{rate} a second", rate).format(rate=formats.number(rate))
        )
    if pace.remaining is not None and pace.remaining >= 1:
        parts.append(gettext("about {time} left").format(time=formats.duration(pace.remaining)))
    return " · ".join(parts)
