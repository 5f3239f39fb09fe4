"""A walk past everything the window can show, and what may be wrong with what stands there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QTableView,
)

from app.demo_shop import MANAGER_PIN, RAVI
from ui.widgets.labels import ShortLabel

TARGET_PX = 44
HEADER_PX = 24
HEADER = ("menu", "chip")  # in the header, not on the counter: less is enough there
SETTLE_MS, LAYOUTS = 30, 20

# One walk past everything the window can show.
WALK = {
    "empty": (),
    "lines": ("ring",),
    "why": ("?",),
    "points": ("Esc", "Shift+F8"),
    "rewards": ("Shift+F8",),
    "customer": ("Esc", "F3"),
    "pay": ("Esc", "F9"),
    "split": ("S",),
    "voucher": ("Esc", "F9", "V"),
    "notice": ("Esc", "F4"),
    "held": ("F5",),
    "paid": ("Return", "Ctrl+Return"),
    "help": ("F1",),
    "enrol": ("Esc", "F6"),
    "status": ("Ctrl+Shift+S",),
    "unsent": ("F3",),
    "settings": ("Ctrl+,",),
    "setting found": ("type:pairing",),
    "pairing": ("Return",),
    "printers": ("Ctrl+Shift+R",),
    "new printer": ("F6",),
    "print queue": ("Ctrl+Shift+Q",),
    "members": ("Alt+2",),
    "members found": ("type:rav", "Return"),
    "member": ("Return",),
    "movements": ("Ctrl+2",),
    "about": ("Ctrl+3",),
    "member changed": ("F4",),
    "card replaced": ("Esc", "F8"),
    "merge": ("Esc", "Ctrl+M"),
    "points by hand": ("Esc", "Ctrl+J"),
    "no campaign open": ("Esc", "Alt+J"),
    "returns": ("Esc", "Ctrl+R"),
    "return found": ("scan last bill",),
    "return ticked": ("Ctrl+A",),
    "returned": ("F9",),
    "approval": ("Ctrl+Shift+T",),
    "wrong pin": ("type:0000", "Return"),
    "staff": (f"type:{MANAGER_PIN}", "Return"),
    "new person": ("F6",),
    "no shift": ("F7",),
    "shift": ("type:1000", "F9"),
    "pay out": ("F3",),
    "count": ("Esc", "F8"),
    "counted": ("F9",),
    "drawer": ("Esc", "Esc", "Ctrl+D"),
    "scanner": ("Ctrl+Shift+C",),
    "products": ("Ctrl+Shift+I",),
    "backup": ("Ctrl+Shift+B",),
    "keys": ("Ctrl+Shift+K",),
    "health": ("Ctrl+Shift+H",),
    "licences": ("Ctrl+Shift+L",),
    "reports": ("Alt+7", f"type:{MANAGER_PIN}", "Return"),
    "report as table": ("T",),
    "bills behind": ("Return",),
    "rates": ("Alt+6", f"type:{MANAGER_PIN}", "Return"),
    "rate typed": ("F2", "type:2", "Return"),
    "versions": ("F8",),
    "figures": ("Alt+F", f"type:{MANAGER_PIN}", "Return"),
    "figure typed": ("type:0.2", "Return"),
    "tiers": ("Alt+0", f"type:{MANAGER_PIN}", "Return"),
    "tier typed": ("F6", "type:Diamond", "Tab", "type:500000"),
    "tier kept": ("F9",),
    "all tiers": (*["Down"] * 5, "Return"),
    "tier taken out": ("Esc", "Up", "Ctrl+Del"),
    "rules": ("Alt+9", f"type:{MANAGER_PIN}", "Return"),
    "new rule": ("F6", "type:Weekend", "Tab", "Tab", "Tab", "Tab", "type:50"),
    "rule kept": ("F9",),
    "one bill": ("F8", "type:600"),
    "rewards desk": ("Alt+W", f"type:{MANAGER_PIN}", "Return"),
    "new reward": ("F6", "type:Coupon", "Tab", "Tab", "type:1000", "Tab", "type:100", "Tab", "Tab", "type:5"),
    "reward kept": ("F9",),
    "segments": ("Alt+G", f"type:{MANAGER_PIN}", "Return"),
    "new segment": ("F6", "type:missed", "Tab", "type:Not seen for 90 days", "Tab", "type:90"),
    "segment wrong": (*["Tab"] * 4, "type:90", "Tab", "type:1"),
    "segment kept": ("Backspace", "Shift+Tab", "Delete", "F9"),
    "campaigns": ("Esc", "Esc", "Alt+A", f"type:{MANAGER_PIN}", "Return"),
    "new campaign": ("F6", "type:Thank you week", "Tab", "type:01/12/2030", "Tab", "type:07/12/2030"),
    "campaign wrong": ("Tab", "Space", *["Tab"] * 4, "Down", "Tab", "type:500", "Tab", "Down"),
    "campaign kept": (*["Shift+Tab"] * 3, "Space", "F9"),
    "programmes": ("Esc", "Esc", "Alt+M", f"type:{MANAGER_PIN}", "Return"),
    "new programme": ("F6", "type:Winter cashback", "Tab", "Down"),
    "nothing came": ("Esc", "Esc", "Shift+F5"),
    "commands": ("Ctrl+K",),
    "locked": ("Esc", "Ctrl+L"),
    "pin": ("Down",),
    "unlocked": ("Up", "Return"),
}


def keys(counter, *pressed):
    for key in pressed:
        counter.hand.press(key)


def pin(counter):
    counter.hand.type(MANAGER_PIN)
    counter.hand.press("Return")


def ring(counter):
    counter.hand.scan(RAVI)
    for text in ("500", "9.50/2"):
        counter.hand.type(text)
        counter.hand.press("Return")


def walk(counter, steps):
    """Keys as they are written, `type:` and what is typed, and two steps with names."""
    for step in steps:
        match step.partition(":"):
            case ("ring", _, _):
                ring(counter)
            case ("scan last bill", _, _):
                counter.hand.scan(counter.bills()[-1].number)
            case ("type", _, text):
                counter.hand.type(text)
            case _:
                counter.hand.press(step)


def visible(counter, *kinds):
    return [one for kind in kinds for one in counter.window.findChildren(kind) if one.isVisible()]


def faults_of(counter):
    return [*too_small(counter), *clipped(counter), *unnamed(counter)]


def faults_on_the_way(counter, faults_of=faults_of):
    """By pane, what is wrong there; without another opinion: too small, cut off or nameless."""
    found = {}
    for pane, steps in WALK.items():
        walk(counter, steps)
        if faults := _lasting_faults(counter, faults_of):
            found[pane] = faults
    return found


def _lasting_faults(counter, faults_of):
    """What is wrong still when the screen had time to lay itself out, which takes longer on a busy machine."""
    for _ in range(LAYOUTS):
        if not (faults := faults_of(counter)):
            break
        QTest.qWait(SETTLE_MS)
    return faults


def too_small(counter):
    targets = visible(counter, QAbstractButton, QLineEdit, QComboBox)
    return [("too small", _name(one)) for one in targets if min(one.width(), one.height()) < _least(one)]


def _least(target):
    return HEADER_PX if target.objectName() in HEADER else TARGET_PX


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
    for column in filter(lambda one: not table.isColumnHidden(one), range(model.columnCount())):
        text = str(model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
        if max(map(header.fontMetrics().horizontalAdvance, text.split("\n"))) > header.sectionSize(column):
            yield text


def unnamed(counter):
    takes_keys = visible(counter, QAbstractButton, QLineEdit, QComboBox, QListWidget, QTableView, QScrollArea)
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
