"""Said again: what stands on pages that were made, in other words; what is typed and chosen there stays."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QTableView,
    QWidget,
)

from ui.widgets.table import RowsModel

Again = Callable[[str], str]


def everywhere(again: Again) -> None:
    """In every window of the program. `again` says a text in the new words; one that it does not know stays."""
    for widget in QApplication.allWidgets():
        _change(widget.accessibleName, widget.setAccessibleName, lambda name: _named(name, again))
        _change(widget.toolTip, widget.setToolTip, again)
        _say(widget, again)


def _named(name: str, again: Again) -> str:
    """A button is called by its words and its key."""
    words, comma, key = name.rpartition(", ")
    return again(name) if again(name) != name else again(words) + comma + key


def _say(widget: QWidget, again: Again) -> None:
    match widget:
        case QLabel() | QAbstractButton():
            _change(widget.text, widget.setText, again)
        case QLineEdit():
            _change(widget.placeholderText, widget.setPlaceholderText, again)
        case QComboBox():
            for at in range(widget.count()):
                _change(partial(widget.itemText, at), partial(widget.setItemText, at), again)
        case QListWidget():
            for at in range(widget.count()):
                _change(widget.item(at).text, widget.item(at).setText, again)
        case QTableView():
            _say_headings(widget, again)


def _say_headings(table: QTableView, again: Again) -> None:
    model = table.model()
    if isinstance(model, RowsModel):
        model.say_again(again)
    elif model is not None:
        model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, model.columnCount() - 1)


def _change(text: Callable[[], str], set_text: Callable[[str], None], again: Again) -> None:
    before = text()
    after = again(before)
    if after != before:
        set_text(after)
