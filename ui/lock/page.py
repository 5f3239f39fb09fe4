"""The lock's page: a tile for each of the staff, and the pad. It takes the whole window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.lock.presenter import Locking
from ui.lock.state import LockState, Tile
from ui.lock.wording import BILL_KEPT, HOW, TITLE
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.emptying import empty
from ui.widgets.labels import ShortLabel, label
from ui.widgets.pin_pad import PinPad
from ui.words import tr
from ui.work import Work
from ui.zoom import sized

PAD_PX, MIDDLE_PX, TILE_PX, TILES_ACROSS = 340, 980, 64, 2


class StaffTile(QPushButton):
    """A name with what they are under it."""

    def __init__(self, tile: Tile) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{tile.name}, {tile.detail}")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 6, 14, 6)
        rows.setSpacing(0)
        for text, role in ((tile.name, "heading"), (tile.detail, "muted")):
            words = ShortLabel(role)
            words.setText(text)
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            rows.addWidget(words)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As high as both its lines, which may be written large."""
        layout = self.layout()
        return QSize(0, max(TILE_PX, layout.minimumSize().height() if layout is not None else 0))


class LockPage(QWidget):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(tr("Locked"))
        self.pad = PinPad()
        self._says, self._problem = label(role="heading", wraps=True), label(role="problem", wraps=True)
        self._kept = label(tr(BILL_KEPT), "known")
        self._tiles, self._scroll = QGridLayout(), QScrollArea()
        self._shown: tuple[Tile, ...] = ()
        self._turn = 0
        self._lay_out(context, commands)
        self.locking = Locking(context, work, self)
        self.pad.entered.connect(partial(self.locking.do, Do.ENTER_PIN))
        commands.listen(self, Scope.PIN)

    def open(self, *, keeps_bill: bool) -> None:
        self._kept.setVisible(keeps_bill)
        self.locking.open()
        self.pad.field.setFocus()

    def typed(self) -> str:
        return self.pad.digits

    def show_state(self, state: LockState) -> None:
        if state.turn != self._turn:
            self._turn = state.turn
            self.pad.forget()
        self._show_tiles(state)
        self._says.setText(state.says)
        self.pad.field.setAccessibleName(state.says)
        self.pad.show_busy(is_busy=state.is_busy)
        if self._problem.text() != state.problem:
            self._problem.setText(state.problem)
            if state.problem:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, state.problem))
        self._problem.setVisible(bool(state.problem))

    def _show_tiles(self, state: LockState) -> None:
        if state.tiles != self._shown:
            self._shown = state.tiles
            empty(self._tiles)
            for index, tile in enumerate(state.tiles):
                made = StaffTile(tile)
                made.clicked.connect(partial(self._choose, index))
                self._tiles.addWidget(made, index // TILES_ACROSS, index % TILES_ACROSS)
        for index in range(self._tiles.count()):
            item = self._tiles.itemAt(index)
            tile_button = item.widget() if item is not None else None
            if isinstance(tile_button, StaffTile):
                tile_button.setChecked(index == state.marked)
                if index == state.marked:
                    self._scroll.ensureWidgetVisible(tile_button)

    def _choose(self, index: int) -> None:
        self.locking.choose(index)
        self.pad.field.setFocus()

    def _lay_out(self, context: CounterContext, commands: Commands) -> None:
        names = QWidget()
        names.setObjectName("scrolled")
        names_rows = QVBoxLayout(names)
        names_rows.setContentsMargins(0, 0, 8, 0)
        self._tiles.setSpacing(10)
        for column in range(TILES_ACROSS):
            self._tiles.setColumnStretch(column, 1)
        names_rows.addLayout(self._tiles)
        names_rows.addStretch()
        self._scroll.setWidget(names)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(tr("Staff"))
        pad = Card(margin=20, spacing=12)
        pad.setFixedWidth(PAD_PX)
        for widget in (self._says, self.pad, self._problem, ActionButton(commands, Do.ENTER_PIN, main=True)):
            pad.rows.addWidget(widget)
        where = tr("{shop} – Counter {counter}", shop=context.shop_name, counter=context.desk.counter_code)
        people = QVBoxLayout()
        people.setSpacing(10)
        for words in (label(where, "muted"), label(tr(TITLE), "big"), label(tr(HOW), "muted", wraps=True)):
            people.addWidget(words)
        people.addWidget(self._kept, 0, Qt.AlignmentFlag.AlignLeft)
        people.addSpacing(6)
        people.addWidget(self._scroll, 1)
        middle = QWidget()
        sized(middle, QWidget.setMaximumWidth, MIDDLE_PX)
        body = QHBoxLayout(middle)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(32)
        body.addLayout(people, 1)
        body.addWidget(pad, 0, Qt.AlignmentFlag.AlignTop)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(middle, 100)
        across.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(32, 24, 32, 24)
        rows.addStretch(1)
        rows.addLayout(across, 8)
