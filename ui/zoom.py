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
    """Give a widget a size now and whenever texts grow or shrink; the setter must not hold on to the widget."""
    setter(widget, scaled(px))
    _sizes.kept = [one for one in _sizes.kept if _alive(one[0]) is not None]
    _sizes.kept.append((weakref.ref(widget), setter, px))


def zoom_to(wanted: int) -> None:
    """Texts are so large from now on, in per cent; whoever dresses the application asks `scaled`."""
    _sizes.percent = min(max(wanted, STEPS[0]), STEPS[-1])
    for known, setter, px in _sizes.kept:
        widget = _alive(known)
        if widget is not None:
            setter(widget, scaled(px))


def larger() -> int:
    return next((step for step in STEPS if step > _sizes.percent), STEPS[-1])


def smaller() -> int:
    return next((step for step in reversed(STEPS) if step < _sizes.percent), STEPS[0])


def _alive(known: weakref.ref[QWidget]) -> QWidget | None:
    widget = known()
    return widget if widget is not None and isValid(widget) else None
