"""The left side of the Review page: how much is done and left, the queue, bulk approval."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QProgressBar, QVBoxLayout
from typing_extensions import override

from resources.texts import gettext, marked
from ui import formats
from ui.pages.review.ports import QueueOrder
from ui.pages.review.presenter import ReviewPresenter
from ui.pages.review.queue_list import QueueList
from ui.parts.labels import button, card, label
from ui.parts.spoken import Spoken

_WIDTH = 222
ORDERS = {
    QueueOrder.LIKELY: marked("Most likely first"),
    QueueOrder.DOUBTFUL: marked("Most doubtful first"),
    QueueOrder.LARGE: marked("Largest groups first"),
}


class SidePanel(Spoken):
    """Counter, order, queue and the button of the bulk approval.

    Signals:
        order_chosen: the user wants another order (QueueOrder).
        unsure_chosen: the user wants the groups somebody was unsure of, or the others (bool).
    """

    order_chosen = Signal(object)
    unsure_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(_WIDTH)
        self.title = label("title")
        self.counter = label("muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.order = QComboBox()
        self.unsure = QCheckBox()
        self.queue = QueueList()
        self.bulk = button()
        self.search = button("flat")
        self.say(self.title.setText, marked("Review"))
        self.say(self.bulk.setText, marked("&Approve in bulk…"))
        self.say(self.search.setText, marked("Search again"))
        self.say(self.search.setToolTip, marked("Find the same clients"))
        self.say(self.order.setAccessibleName, marked("Order of the queue"))
        self.say(self.queue.setAccessibleName, marked("Groups that wait for a decision"))
        for order, title in ORDERS.items():
            self.order.addItem(gettext(title), order)
        self.order.activated.connect(
            lambda row: self.order_chosen.emit(QueueOrder(self.order.itemData(row)))
        )
        self.say(
            self.unsure.setToolTip, marked("Groups that were put aside with the verdict “Unsure”")
        )
        self.unsure.clicked.connect(self.unsure_chosen)
        self._lay_out()

    def show_state(self, presenter: ReviewPresenter) -> None:
        """Show the counter and the queue."""
        state = presenter.state
        self.counter.setText(
            gettext("{done} decided, {left} left").format(
                done=formats.number(state.done), left=formats.number(state.left)
            )
        )
        self.bar.setMaximum(max(state.done + state.left, 1))
        self.bar.setValue(state.done)
        self.search.setVisible(state.stale)
        count = formats.number(state.postponed)
        self.unsure.setText(gettext("Only the &unsure: {count}").format(count=count))
        self.unsure.setVisible(state.postponed > 0 or presenter.unsure)
        self.unsure.setChecked(presenter.unsure)
        group = presenter.group
        self.queue.show_queue(presenter.queue, group.group_id if group else None)

    @override
    def retranslate(self) -> None:
        for row, title in enumerate(ORDERS.values()):
            self.order.setItemText(row, gettext(title))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 0, 12)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.counter)
        layout.addWidget(self.bar)
        layout.addSpacing(4)
        layout.addWidget(self.search)
        layout.addWidget(self.order)
        layout.addWidget(self.unsure)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.queue)
        layout.addWidget(frame, 1)
        layout.addWidget(self.bulk)
