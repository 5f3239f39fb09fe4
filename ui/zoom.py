"""Zoom: how large texts are, and the sizes of widgets that grow with them."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

STEPS = (100, 110, 125, 150, 175, 200)  # per cent


_Set = Callable[[Any, int], object]


class _Sizes:
    """What grows: a widget, what sets its size, and the size at 100 %."""

    def __init__(self) -> None:
        self.percent = STEPS[0]
        self.kept: list[tuple[weakref.ref[QWidget], _Set, int]] = []


_sizes = _Sizes()


def percent() -> int:
    return _sizes.percent


def scaled(px: int) -> int:
    return round(px * _sizes.percent / 100)


def sized(widget: QWidget, setter: _Set, px: int) -> None:
    """Give a widget a size, now and whenever its piece is resized; the setter must not hold on to the widget."""
    setter(widget, scaled(px))
    _sizes.kept = [one for one in _sizes.kept if alive(one[0]) is not None]
    _sizes.kept.append((weakref.ref(widget), setter, px))


def zoom_to(wanted: int) -> None:
    """Texts are so large from now on, in per cent: `theme` then writes them so, and has `resize` do the rest."""
    _sizes.percent = min(max(wanted, STEPS[0]), STEPS[-1])


def resize(piece: QWidget) -> None:
    """What grows in a piece of the window gets its size of now; its texts have theirs already."""
    for known, setter, px in _sizes.kept:
        widget = alive(known)
        if widget is not None and (widget is piece or piece.isAncestorOf(widget)):
            setter(widget, scaled(px))


def larger() -> int:
    return next((step for step in STEPS if step > _sizes.percent), STEPS[-1])


def smaller() -> int:
    return next((step for step in reversed(STEPS) if step < _sizes.percent), STEPS[0])


def alive(known: weakref.ref[QWidget]) -> QWidget | None:
    """The widget, unless it is gone: for us, or for Qt."""
    widget = known()
    return widget if widget is not None and isValid(widget) else None
