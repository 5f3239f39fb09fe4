"""The form of one printer: how it is reached, what is in it, and what it prints."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from app.services.papers.printers import (
    ADDRESS_LENGTH_MAX,
    ASKING,
    NAME_LENGTH_MAX,
    PrinterKind,
    PrintMode,
    Role,
)
from ui.printers.state import PrintersState
from ui.printers.wording import KINDS, MODES, PAPERS, PLACES, ROLES
from ui.widgets.choice import Choice, toggle
from ui.widgets.labels import label
from ui.words import tr

_QUEUED = (PrinterKind.RAW, PrinterKind.OFFICE)


class PrinterForm(QScrollArea):
    """`changed` tells a field and its new value; `role_given` what the printer is to print, or no more."""

    changed = Signal(str, object)
    role_given = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("How this printer is set up"))
        self.name, self.address, self.queue, self.profile = QLineEdit(), QLineEdit(), QComboBox(), QComboBox()
        self.kind = Choice(tr("Reached by"), [(kind.value, tr(words)) for kind, words in KINDS.items()])
        self.paper = Choice(tr("Paper"), list(PAPERS.items()))
        self.mode = Choice(tr("Prints as"), [(mode.value, tr(words)) for mode, words in MODES.items()])
        self.cut, self.drawer, self.answers = (
            toggle(words) for words in (tr("Cuts the paper"), tr("Opens the drawer"), tr("Tells when paper is out"))
        )
        self.roles = {role: toggle(tr(words)) for role, words in ROLES.items()}
        self._place, self._explained = label(role="muted"), label(role="muted", wraps=True)
        self._thermal = QWidget()
        self._lay_out()
        self._connect()

    def show_printer(self, state: PrintersState) -> None:
        form, is_queued = state.form, state.form.kind in _QUEUED
        for field, text in ((self.name, form.name), (self.address, form.address)):
            if field.text() != text:
                field.setText(text)
        self.address.setVisible(not is_queued)
        self.queue.setVisible(is_queued)
        self._place.setText(tr(PLACES[form.kind]))
        for place in (self.address, self.queue):
            place.setAccessibleName(tr(PLACES[form.kind]))
        _offer(self.queue, state.queues_offered, form.address)
        _offer(self.profile, state.profiles, form.profile)
        self.kind.show_value(form.kind.value)
        self.paper.offer(state.papers)
        self.paper.show_value(form.paper)
        self.mode.show_value(form.mode.value)
        self._explained.setText(state.explained)
        self._thermal.setVisible(form.is_thermal)
        self.answers.setVisible(form.kind in ASKING)
        switches = {self.cut: form.cut, self.drawer: form.drawer, self.answers: form.answers}
        for button, is_on in {**switches, **{self.roles[role]: role in state.roles for role in Role}}.items():
            quiet = QSignalBlocker(button)
            button.setChecked(is_on)
            quiet.unblock()

    def _connect(self) -> None:
        self.name.textEdited.connect(lambda text: self.changed.emit("name", text))
        self.address.textEdited.connect(lambda text: self.changed.emit("address", text.strip()))
        self.queue.textActivated.connect(lambda text: self.changed.emit("address", text))
        self.profile.textActivated.connect(lambda text: self.changed.emit("profile", text))
        self.kind.chosen.connect(lambda value: self.changed.emit("kind", PrinterKind(value)))
        self.paper.chosen.connect(lambda value: self.changed.emit("paper", value))
        self.mode.chosen.connect(lambda value: self.changed.emit("mode", PrintMode(value)))
        for name, button in (("cut", self.cut), ("drawer", self.drawer), ("answers", self.answers)):
            button.toggled.connect(partial(self.changed.emit, name))
        for role, button in self.roles.items():
            button.toggled.connect(partial(self.role_given.emit, role))

    def _lay_out(self) -> None:
        self.name.setMaxLength(NAME_LENGTH_MAX)
        self.address.setMaxLength(ADDRESS_LENGTH_MAX)
        content = QWidget()
        content.setObjectName("scrolled")
        grid = QGridLayout(content)
        grid.setContentsMargins(16, 10, 16, 10)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        _put(grid, 0, 0, tr("Name"), self.name)
        grid.addWidget(self._place, 0, 1)
        for place in (self.address, self.queue):
            grid.addWidget(place, 1, 1)
        _put(grid, 2, 0, tr("Reached by"), self.kind, columns=2)
        grid.addWidget(self._explained, 4, 0, 1, 2)
        _put(grid, 5, 0, tr("Paper"), self.paper)
        _put(grid, 5, 1, tr("Prints"), _row(list(self.roles.values())))
        grid.addWidget(self._thermal, 7, 0, 1, 2)
        self._lay_out_thermal()
        grid.setRowStretch(8, 1)
        self.setWidget(content)

    def _lay_out_thermal(self) -> None:
        grid = QGridLayout(self._thermal)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        _put(grid, 0, 0, tr("Model"), self.profile)
        _put(grid, 0, 1, tr("Prints as"), self.mode)
        _put(grid, 2, 0, tr("What it does"), _row([self.cut, self.drawer, self.answers]), columns=2)


def _put(grid: QGridLayout, row: int, column: int, words: str, field: QWidget, *, columns: int = 1) -> None:
    """A field under its label."""
    named = label(words, "muted")
    named.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(words)
    grid.addWidget(named, row, column, 1, columns)
    grid.addWidget(field, row + 1, column, 1, columns)


def _row(buttons: Sequence[QPushButton]) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for button in buttons:
        row.addWidget(button, 1)
    return made


def _offer(box: QComboBox, values: Sequence[str], chosen: str) -> None:
    quiet = QSignalBlocker(box)
    if [box.itemText(at) for at in range(box.count())] != list(values):
        box.clear()
        box.addItems(list(values))
    box.setCurrentIndex(box.findText(chosen))
    quiet.unblock()
