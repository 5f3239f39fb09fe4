"""A pane of a first run: what all steps have in common, and what their fields and choices are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QListWidget, QVBoxLayout, QWidget

from app.domain.staff import PIN_DIGITS_MAX
from ui.firstrun.presenter import FirstRunner
from ui.firstrun.state import Field, FirstRunState, Goods, Start
from ui.firstrun.wording import EXAMPLES, LABELS
from ui.rows import ChoiceRow
from ui.widgets.labels import label
from ui.widgets.lists import ROW_PX, ListPane
from ui.words import tr
from ui.zoom import sized

EDGE_PX, SETTING_MAX = 8, 95  # of the two lines of a setting, which has 200 letters
_Offered = TypeVar("_Offered", Start, Goods)


class Pane(QWidget):
    """One step. `first` is where the keys go when it is turned to."""

    def __init__(self, runner: FirstRunner) -> None:
        super().__init__()
        self.runner = runner
        self.fields: dict[Field, QLineEdit] = {}
        self.first: QWidget = self

    def show_state(self, state: FirstRunState) -> None:
        for name, field in self.fields.items():
            typed = state.typed.get(name, "")
            if field.text() != typed:
                field.setText(typed)

    def field(self, name: Field, *, most: int = SETTING_MAX, example: str = "") -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(tr(LABELS[name]))
        made.setMaxLength(most)
        made.setPlaceholderText(example or EXAMPLES.get(name, ""))
        made.textEdited.connect(lambda text: self.runner.type(name, text))
        self.fields[name] = made
        return made

    def captioned(self, name: Field, *, most: int = SETTING_MAX, example: str = "") -> QVBoxLayout:
        return captioned(tr(LABELS[name]), self.field(name, most=most, example=example))


def captioned(words: str, field: QLineEdit) -> QVBoxLayout:
    """A field under its name."""
    made, name = QVBoxLayout(), label(words, "muted")
    name.setBuddy(field)
    made.setSpacing(4)
    made.addWidget(name)
    made.addWidget(field)
    return made


def pin_field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setMaxLength(PIN_DIGITS_MAX)
    made.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    made.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), made))
    return made


def choices(
    title: str,
    words: Mapping[_Offered, tuple[str, str]],
    choose: Callable[[_Offered], None],
) -> ListPane:
    made, every = ListPane(None, title), list(words)
    sized(made.list, QListWidget.setFixedHeight, len(words) * ROW_PX + 2 * EDGE_PX)
    # Counted from the end: what cannot be had any more is gone from the beginning.
    made.marked.connect(lambda row: choose(every[row - made.list.count()]) if row >= 0 else None)
    return made


def offered(words: Mapping[_Offered, tuple[str, str]], some: Sequence[_Offered]) -> tuple[ChoiceRow, ...]:
    return tuple(ChoiceRow(tr(words[one][0]), tr(words[one][1])) for one in some)


def rows_of(pane: QWidget) -> QVBoxLayout:
    rows = QVBoxLayout(pane)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(8)
    return rows
