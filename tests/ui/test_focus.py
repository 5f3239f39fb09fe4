"""The focus: the keyboard comes to everything that takes keys, is never trapped, and where it stands can be seen."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QComboBox, QLineEdit, QWidget

from app.domain.staff import Pin
from app.services.staff import staff
from tests.ui.colours import contrast
from tests.ui.walking import faults_on_the_way, keys, pin
from ui.actions import Scope

MANY = 120  # more presses of Tab than any pane has places
SEEN = 3  # the contrast of what changes, to one
CORNERS_PX = 80
TAKES_KEYS = (QAbstractButton, QLineEdit, QComboBox, QAbstractScrollArea)


def test_the_focus_comes_to_everything_is_never_trapped_and_can_be_seen(counter):
    looked_at = set()

    def faults(counter):
        return [*left_out(counter), *unseen(counter, looked_at)]

    assert faults_on_the_way(counter, faults) == {}


def left_out(counter):
    """Where Tab never comes to, and whether it ever comes back to where it began."""
    start = counter.focus
    if start is None:
        return ["nothing has the focus"]
    there, is_round = tabbed(counter, start, "Tab")
    back, is_round_back = tabbed(counter, start, "Shift+Tab")
    start.setFocus(Qt.FocusReason.OtherFocusReason)
    wanted = {one for one in stops(counter.window) if one.isVisible()}
    missed = [("missed", describe(one)) for one in wanted - there]
    return [*missed, *(() if is_round and is_round_back and there == back else ("trapped",))]


def tabbed(counter, start, key):
    """Everything the focus came to, and whether it came back."""
    walked = set()
    for _ in range(MANY):
        counter.hand.strike(key)
        QCoreApplication.processEvents()
        walked.add(counter.focus)
        if counter.focus is start:
            return walked, True
    return walked, False


def stops(window):
    return [
        one
        for one in window.findChildren(QWidget)
        if isinstance(one, TAKES_KEYS)
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not one.focusProxy()
    ]


def describe(widget):
    return widget.accessibleName() or widget.objectName() or type(widget).__name__


def unseen(counter, looked_at):
    """What looks with the focus as it does without; each is looked at once."""
    start = counter.focus
    new = [one for one in stops(counter.window) if in_sight(one) and one not in looked_at]
    looked_at.update(one for one in new if shows_focus(one))
    start.setFocus(Qt.FocusReason.OtherFocusReason)
    return [("unseen", describe(one)) for one in new if one not in looked_at]


def in_sight(widget):
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def shows_focus(widget):
    """A line all around it, a dot wide or wider, changes its colour so that it is seen; round corners are left out."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    if QApplication.focusWidget() is not widget:
        return True  # it hands the focus on, and that is looked at there
    focused = widget.grab().toImage()
    widget.clearFocus()
    plain = widget.grab().toImage()
    changed = sum(stands_out(focused.pixel(at), plain.pixel(at)) for at in edge(widget))
    return changed >= 2 * (widget.width() + widget.height()) - CORNERS_PX


@cache
def stands_out(one, other):
    return contrast(QColor(one).name(), QColor(other).name()) >= SEEN


def edge(widget):
    """The dots of the four outermost lines on each side."""
    wide, high = widget.width(), widget.height()
    for depth in range(4):
        yield from (QPoint(x, y) for x in range(wide) for y in (depth, high - 1 - depth))
        yield from (QPoint(x, y) for y in range(4, high - 4) for x in (depth, wide - 1 - depth))


def test_a_pages_keys_are_heard_in_the_header_too(counter):
    keys(counter, "Alt+M")
    pin(counter)
    page = counter.window.loyalty.programmes_page
    while page.isAncestorOf(counter.focus):
        counter.hand.press("Tab")
    assert counter.window.header.isAncestorOf(counter.focus)
    assert Scope.PROGRAMMES in counter.window._keys.heard_now()
    counter.hand.press("F6")
    assert page.desk.state.is_new
    assert page.isAncestorOf(counter.focus), "the form waits for its name"


def test_the_header_hears_the_page_that_is_open_and_never_what_covered_it(counter):
    staff.set_pin(counter.till.desk.approved("vikram"), "asha", Pin("5290"), staff="asha")
    counter.hand.press("Shift+Tab")
    standing = counter.focus
    assert counter.window.header.isAncestorOf(standing)
    assert heard(counter) == {Scope.EVERYWHERE, Scope.COUNTER}
    counter.hand.press("Ctrl+L")
    assert heard(counter) == {Scope.EVERYWHERE, Scope.PIN}
    counter.hand.type("5290")
    counter.hand.press("Return")
    assert counter.focus is standing
    assert heard(counter) == {Scope.EVERYWHERE, Scope.COUNTER}
    counter.window.pages.setCurrentWidget(counter.window.reports_page)
    assert heard(counter) == {Scope.EVERYWHERE, Scope.REPORTS}


def heard(counter):
    return set(counter.window._keys.heard_now())
