"""A walk past everything the window can show, and what may be wrong with what stands there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QTableView,
)

from app.demo_shop import RAVI
from ui.widgets.labels import ShortLabel

TARGET_PX = 44
HEADER = ("menu", "chip")  # in the header, not on the counter: 24 px is enough there
SETTLE_MS = 30

# One walk past everything the window can show.
WALK = {
    "empty": (),
    "lines": ("ring",),
    "why": ("?",),
    "points": ("Esc", "Shift+F8"),
    "customer": ("Esc", "F3"),
    "pay": ("Esc", "F9"),
    "split": ("S",),
    "notice": ("Esc", "F4"),
    "held": ("F5",),
    "paid": ("Return", "Ctrl+Return"),
    "help": ("F1",),
    "enrol": ("Esc", "F6"),
    "status": ("Ctrl+Shift+S",),
    "unsent": ("F3",),
    "settings": ("Ctrl+,",),
    "printers": ("Ctrl+Shift+R",),
    "new printer": ("F6",),
    "print queue": ("Ctrl+Shift+Q",),
}


def ring(counter):
    counter.hand.scan(RAVI)
    for text in ("500", "9.50/2"):
        counter.hand.type(text)
        counter.hand.press("Return")


def walk(counter, steps):
    for step in steps:
        if step == "ring":
            ring(counter)
        else:
            counter.hand.press(step)


def visible(counter, *kinds):
    return [one for kind in kinds for one in counter.window.findChildren(kind) if one.isVisible()]


def faults_of(counter):
    return [*too_small(counter), *clipped(counter), *unnamed(counter)]


def faults_on_the_way(counter):
    """By pane, whatever is too small, cut off or nameless there."""
    found = {}
    for pane, steps in WALK.items():
        walk(counter, steps)
        QTest.qWait(SETTLE_MS)
        if faults := faults_of(counter):
            found[pane] = faults
    return found


def too_small(counter):
    targets = [one for one in visible(counter, QAbstractButton, QLineEdit) if one.objectName() not in HEADER]
    return [("too small", _name(one)) for one in targets if min(one.width(), one.height()) < TARGET_PX]


def clipped(counter):
    words = [("clipped", one.text()) for one in visible(counter, QLabel) if _is_clipped(one)]
    buttons = [one for one in visible(counter, QPushButton) if one.width() < one.minimumSizeHint().width()]
    fields = [one for one in visible(counter, QLineEdit) if _is_cut_short(one)]
    return [
        *words,
        *(("crowded", _name(one)) for one in buttons),
        *(("cut short", one.placeholderText()) for one in fields),
        *(("heading", text) for table in visible(counter, QTableView) for text in _cut_headings(table)),
    ]


def _is_cut_short(field):
    """A placeholder that does not fit, or a field too low for its letters; its padding is taken from its width."""
    if field.height() < field.fontMetrics().height():
        return True
    shown = not field.text() and field.placeholderText()
    return shown and field.fontMetrics().horizontalAdvance(field.placeholderText()) > field.width() - 24


def _cut_headings(table):
    header, model = table.horizontalHeader(), table.model()
    for column in range(model.columnCount()):
        text = str(model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
        if header.fontMetrics().horizontalAdvance(text) > header.sectionSize(column):
            yield text


def unnamed(counter):
    takes_keys = visible(counter, QAbstractButton, QLineEdit, QListWidget, QScrollArea)
    return [("unnamed", one) for one in takes_keys if not (_name(one) or one.objectName().startswith("qt_"))]


def _name(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _is_clipped(label):
    if not label.text():
        return False
    if isinstance(label, ShortLabel):
        return label.height() < label.minimumSizeHint().height()
    needs = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    if not _is_whole(label):
        return True
    return label.height() < needs or (not label.wordWrap() and label.width() < label.sizeHint().width())


def _is_whole(label):
    """Nothing of it lies outside of what is around it, unless that can be scrolled."""
    around = label.parentWidget()
    while around is not None and not isinstance(around.parentWidget(), QAbstractScrollArea):
        place = label.mapTo(around, label.rect().topLeft())
        if not around.rect().contains(label.rect().translated(place)):
            return False
        around = around.parentWidget()
    return True
