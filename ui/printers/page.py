"""The printers' page: the printers with a form for the one that is looked at, and the queue."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.printers.form import PrinterForm
from ui.printers.presenter import PrinterDesk
from ui.printers.queue import Queue
from ui.printers.state import PrintersState, Tab
from ui.printers.table import QueueTable
from ui.printers.wording import NONE_WAITING
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.frame import foot, frame
from ui.widgets.labels import label
from ui.widgets.lists import ListPane
from ui.widgets.nothing import Nothing
from ui.widgets.signs import Sign
from ui.widgets.strip import Strip
from ui.words import tr
from ui.work import Work

LIST_PX = 270


class QueuePane(Card):
    def __init__(self) -> None:
        super().__init__(margin=8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Print queue"))
        self.table, self._nothing = QueueTable(), Nothing(Sign.PRINTER, tr(NONE_WAITING))
        self.rows.addWidget(self.table, 1)
        self.rows.addWidget(self._nothing, 1)

    def show_queue(self, state: PrintersState) -> None:
        has_focus = self.hasFocus() or self.table.hasFocus()
        self.table.setVisible(bool(state.waiting))
        self._nothing.setVisible(not state.waiting)
        self.table.show_rows(state.waiting, state.waiting_marked)
        if has_focus:
            self.take_focus()

    def take_focus(self) -> None:
        (self if self.table.isHidden() else self.table).setFocus()


class PrintersPage(QWidget):
    """`waiting` is the queue, which is counted whether there is a page or not."""

    def __init__(self, context: CounterContext, work: Work, commands: Commands, waiting: Queue) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Printers"))
        self.strip, self.form = Strip(), PrinterForm()
        self.printers, self.queue = ListPane(commands, tr("Printers")), QueuePane()
        self.printers.setFixedWidth(LIST_PX)
        self._tabs = {
            Tab.PRINTERS: ActionButton(commands, Do.SHOW_PRINTERS),
            Tab.QUEUE: ActionButton(commands, Do.SHOW_QUEUE),
        }
        self._keys = {
            Tab.PRINTERS: [
                ActionButton(commands, Do.NEW_PRINTER),
                ActionButton(commands, Do.REMOVE_PRINTER),
                ActionButton(commands, Do.TEST_PRINTER),
                ActionButton(commands, Do.SAVE_PRINTER, main=True),
            ],
            Tab.QUEUE: [ActionButton(commands, Do.GIVE_UP), ActionButton(commands, Do.PRINT_AGAIN, main=True)],
        }
        self._stack = QStackedWidget()
        self._tab: Tab | None = None
        self._is_new = False
        self._lay_out(commands)
        self.desk = PrinterDesk(context, work, self, waiting)
        self._connect()
        commands.listen(self, Scope.PRINTERS)

    def open(self, tab: Tab) -> None:
        self._tab = None
        self.desk.open(tab)

    def show_state(self, state: PrintersState) -> None:
        """The queue is also counted while another page is open, which keeps its focus."""
        if self.isVisible():
            self._show(state)

    def _show(self, state: PrintersState) -> None:
        self.strip.show_notice(state.notice)
        quiet = QSignalBlocker(self.printers)
        self.printers.show_rows(state.printers, state.marked)
        self.printers.list.setCurrentRow(state.marked if state.marked < len(state.printers) else -1)
        quiet.unblock()
        self.form.show_printer(state)
        self.queue.show_queue(state)
        self._tabs[Tab.QUEUE].say(tr("Print queue ({n})", n=len(state.waiting)) if state.waiting else tr("Print queue"))
        _, remove, test, _ = self._keys[Tab.PRINTERS]
        remove.setEnabled(state.can_remove)
        test.setEnabled(not state.is_busy)
        for button in self._keys[Tab.QUEUE]:
            button.setEnabled(bool(state.waiting))
        self._turn(state.tab)
        self._begin(is_new=state.marked >= len(state.printers) > 0)

    def _begin(self, *, is_new: bool) -> None:
        """A new printer begins with its name."""
        if is_new and not self._is_new:
            self.form.name.setFocus()
        self._is_new = is_new

    def _turn(self, tab: Tab) -> None:
        for one, button in self._tabs.items():
            button.setChecked(one is tab)
        if tab is self._tab:
            return
        self._tab = tab
        for one, buttons in self._keys.items():
            for button in buttons:
                button.setVisible(one is tab)
        self._stack.setCurrentIndex(list(self._tabs).index(tab))
        if tab is Tab.PRINTERS:
            self.printers.list.setFocus()
        else:
            self.queue.take_focus()

    def _connect(self) -> None:
        desk, form = self.desk, self.form
        self.printers.marked.connect(desk.mark)
        self.queue.table.marked.connect(desk.queue.mark)
        form.changed.connect(lambda name, value: desk.type(**{name: value}))
        form.role_given.connect(lambda role, is_given: desk.give_role(role, is_given=is_given))

    def _lay_out(self, commands: Commands) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(tr("Printers"), "title"))
        head.addStretch(1)
        for button in self._tabs.values():
            button.setCheckable(True)
            head.addWidget(button)
        both = QWidget()
        sides = QHBoxLayout(both)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(8)
        sides.addWidget(self.printers)
        sides.addWidget(self.form, 1)
        for pane in (both, self.queue):
            self._stack.addWidget(pane)
        frame(
            self,
            head,
            self.strip,
            self._stack,
            foot=foot(commands, *(one for keys in self._keys.values() for one in keys)),
        )
