"""The steps of a first run: for each step, its fields and choices, from top to bottom in the order of the keys."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.domain.staff import NAME_LENGTH_MAX
from ui.actions import Do
from ui.commands import Commands
from ui.firstrun.pane import Pane, captioned, choices, offered, pin_field, rows_of
from ui.firstrun.presenter import FirstRunner
from ui.firstrun.state import LISTS, Field, FirstRunState, Start
from ui.firstrun.wording import (
    GOODS,
    GSTIN_FITS,
    PIN,
    PIN_AGAIN,
    SCAN_CODE,
    SCAN_HOW,
    SCANNER,
    STARTS,
)
from ui.gstin import GSTIN_LENGTH
from ui.joining import ADDRESS_EXAMPLE, ADDRESS_LENGTH_MAX
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.code_picture import CodePicture
from ui.widgets.labels import label
from ui.widgets.lists import ListPane
from ui.words import LANGUAGES, tr

CODE_PX, SUMMARY_MAX = 150, 6


class WelcomePane(Pane):
    def __init__(self, runner: FirstRunner, commands: Commands) -> None:
        super().__init__(runner)
        self.language = Choice(tr("Language"), list(LANGUAGES.items()))
        self.language.chosen.connect(runner.choose_language)
        self.starts = choices(tr("What this counter is to be"), STARTS, runner.choose_start)
        top = QHBoxLayout()
        top.addWidget(ActionButton(commands, Do.OTHER_LANGUAGE))
        top.addWidget(self.language)
        top.addStretch(1)
        rows = rows_of(self)
        rows.addLayout(top)
        rows.addWidget(self.starts)
        rows.addStretch(1)
        self.first = self.starts.list

    def show_state(self, state: FirstRunState) -> None:
        super().show_state(state)
        self.language.show_value(state.language)
        starts = [start for start in STARTS if start is Start.JOIN or not state.has_joined]
        quiet = QSignalBlocker(self.starts)
        self.starts.show_rows(offered(STARTS, starts), starts.index(state.start))
        self.starts.list.setCurrentRow(starts.index(state.start))
        quiet.unblock()


class JoiningPane(Pane):
    def __init__(self, runner: FirstRunner) -> None:
        super().__init__(runner)
        self._step, self._code, self._picture = label(wraps=True), label(role="huge"), CodePicture()
        code = self.captioned(Field.CODE, most=3)
        self.fields[Field.CODE].setFixedWidth(CODE_PX)
        self.fields[Field.CODE].setInputMethodHints(Qt.InputMethodHint.ImhUppercaseOnly)
        self.fields[Field.CODE].textEdited.connect(lambda text: runner.type(Field.CODE, text.upper()))
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addLayout(self.captioned(Field.SERVER, most=ADDRESS_LENGTH_MAX, example=ADDRESS_EXAMPLE), 1)
        top.addLayout(code)
        shown = QHBoxLayout()
        shown.setSpacing(20)
        shown.addWidget(self._picture)
        shown.addWidget(self._code)
        shown.addStretch(1)
        rows = rows_of(self)
        rows.addLayout(top)
        rows.addWidget(self._step)
        rows.addLayout(shown)
        rows.addStretch(1)
        self.first = self.fields[Field.SERVER]

    def show_state(self, state: FirstRunState) -> None:
        super().show_state(state)
        self.fields[Field.CODE].setEnabled(state.can_name)
        self.fields[Field.SERVER].setEnabled(not state.has_joined and not state.code)
        self._step.setText(state.pairing)
        self._code.setText(state.code)
        self._code.setAccessibleName(" ".join(state.code))
        self._picture.show_code(state.code)
        self._picture.setVisible(bool(state.code))


class ShopPane(Pane):
    def __init__(self, runner: FirstRunner) -> None:
        super().__init__(runner)
        self._gstin = label(role="muted", wraps=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        pairs = ((Field.NAME, Field.PHONE), (Field.STREET, Field.TOWN), (Field.LICENCE, Field.SECOND_LICENCE))
        for row, pair in enumerate(pairs):
            for column, name in enumerate(pair):
                grid.addLayout(self.captioned(name), row, column)
        grid.addLayout(self.captioned(Field.GSTIN, most=GSTIN_LENGTH), len(pairs), 0)
        grid.addWidget(self._gstin, len(pairs), 1, Qt.AlignmentFlag.AlignBottom)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.fields[Field.GSTIN].textEdited.connect(lambda text: runner.type(Field.GSTIN, text.upper()))
        rows = rows_of(self)
        rows.addLayout(grid)
        rows.addStretch(1)
        self.first = self.fields[Field.NAME]

    def show_state(self, state: FirstRunState) -> None:
        super().show_state(state)
        self._gstin.setText(tr(GSTIN_FITS) if state.gstin_fits else state.gstin)


class DevicesPane(Pane):
    def __init__(self, runner: FirstRunner, commands: Commands) -> None:
        super().__init__(runner)
        self.printers = ListPane(None, tr("Printers"))
        self.printers.marked.connect(runner.choose_printer)
        self.printers.rows.addWidget(ActionButton(commands, Do.TEST_HERE), 0, Qt.AlignmentFlag.AlignLeft)
        self._scanned, picture = label(role="binding", wraps=True), CodePicture()
        picture.show_code(SCAN_CODE)
        scanner = Card(label(tr(SCANNER), "heading"), label(tr(SCAN_HOW), wraps=True))
        scanner.rows.addWidget(picture, 0, Qt.AlignmentFlag.AlignLeft)
        scanner.rows.addWidget(self._scanned)
        scanner.rows.addStretch(1)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self.printers, 3)
        body.addWidget(scanner, 2)
        self.first = self.printers.list

    def show_state(self, state: FirstRunState) -> None:
        super().show_state(state)
        quiet = QSignalBlocker(self.printers)
        self.printers.show_rows(state.printers, state.printer)
        self.printers.list.setCurrentRow(state.printer)
        quiet.unblock()
        self._scanned.setText(state.scanned)


class OwnerPane(Pane):
    """PINs stay in their fields until they are asked for, and go when the step changes."""

    def __init__(self, runner: FirstRunner) -> None:
        super().__init__(runner)
        self._is_set, self._turn = label(role="binding", wraps=True), 0
        self.pins = tuple(pin_field(tr(words)) for words in (PIN, PIN_AGAIN))
        self._asked = Card(margin=20)
        self._asked.rows.addLayout(self.captioned(Field.OWNER, most=NAME_LENGTH_MAX))
        pins = QHBoxLayout()
        pins.setSpacing(16)
        for words, pin in zip((PIN, PIN_AGAIN), self.pins, strict=True):
            pins.addLayout(captioned(tr(words), pin), 1)
        self._asked.rows.addLayout(pins)
        hint = tr("Without a PIN, a cashier of that name sells here, and nobody can approve anything yet.")
        self._asked.rows.addWidget(label(hint, "muted", wraps=True))
        rows = rows_of(self)
        rows.addWidget(self._is_set)
        rows.addWidget(self._asked)
        rows.addStretch(1)
        self.first = self.fields[Field.OWNER]

    def show_state(self, state: FirstRunState) -> None:
        super().show_state(state)
        if state.turn != self._turn:
            self._turn = state.turn
            for pin in self.pins:
                pin.clear()
            self.pins[0].setFocus()
        self._is_set.setText(tr("{name} looks after this counter already.", name=state.owner) if state.owner else "")
        self._is_set.setVisible(bool(state.owner))
        self._asked.setVisible(not state.owner)


class GoodsPane(Pane):
    def __init__(self, runner: FirstRunner, commands: Commands) -> None:
        super().__init__(runner)
        self.choices = choices(tr("What this shop begins with"), GOODS, runner.choose_goods)
        self._file = QWidget()
        file = QHBoxLayout(self._file)
        file.setContentsMargins(0, 0, 0, 0)
        file.addLayout(self.captioned(Field.FILE, most=1000), 1)
        file.addWidget(ActionButton(commands, Do.CHOOSE_FILE), 0, Qt.AlignmentFlag.AlignBottom)
        rows = rows_of(self)
        rows.addWidget(self.choices)
        rows.addWidget(self._file)
        rows.addStretch(1)
        self.first = self.choices.list

    def show_state(self, state: FirstRunState) -> None:
        super().show_state(state)
        self._file.setVisible(state.goods in LISTS)
        quiet = QSignalBlocker(self.choices)
        self.choices.show_rows(offered(GOODS, list(GOODS)), list(GOODS).index(state.goods))
        self.choices.list.setCurrentRow(list(GOODS).index(state.goods))
        quiet.unblock()


class DonePane(Pane):
    def __init__(self, runner: FirstRunner) -> None:
        super().__init__(runner)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._card, self._lines = Card(margin=20), [label(wraps=True) for _ in range(SUMMARY_MAX)]
        for line in self._lines:
            self._card.rows.addWidget(line)
        rows = rows_of(self)
        rows.addWidget(self._card)
        rows.addStretch(1)

    def show_state(self, state: FirstRunState) -> None:
        super().show_state(state)
        for index, line in enumerate(self._lines):
            line.setText(state.summary[index] if index < len(state.summary) else "")
            line.setVisible(index < len(state.summary))
        self.setAccessibleName("\n".join(state.summary))
