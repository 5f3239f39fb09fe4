"""Marks on paper: words, strokes, codes and pictures in their places, and the strips they come in.

Lengths are points; x counts from the left and y from the top, of the strip or of the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from printing.codes import Modules

LINE_HEIGHT = 1.36  # × size: ascent and descent of the fonts


@dataclass(frozen=True, slots=True)
class Words:
    x: float
    y: float
    text: str
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Stroke:
    x: float
    y: float
    length: float


@dataclass(frozen=True, slots=True)
class Symbol:
    """A code, at the corner of its first module."""

    x: float
    y: float
    modules: Modules
    module_width: float
    module_height: float

    @property
    def width(self) -> float:
        return len(self.modules[0]) * self.module_width

    @property
    def height(self) -> float:
        return len(self.modules) * self.module_height


@dataclass(frozen=True, slots=True)
class Photo:
    x: float
    y: float
    width: float
    height: float
    image: bytes


Mark = Words | Stroke | Symbol | Photo


@dataclass(frozen=True, slots=True)
class Strip:
    """What stays together when a page ends. `head` is said again above it when it starts a page."""

    height: float
    marks: tuple[Mark, ...] = ()
    head: tuple[Strip, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    width: float
    height: float
    marks: tuple[Mark, ...]


def moved(marks: Iterable[Mark], *, x: float, y: float) -> tuple[Mark, ...]:
    return tuple(replace(mark, x=mark.x + x, y=mark.y + y) for mark in marks)


def stacked(strips: Iterable[Strip], *, x: float = 0.0, y: float = 0.0) -> tuple[Mark, ...]:
    """The marks of strips under each other, from (x, y)."""
    marks: list[Mark] = []
    for strip in strips:
        marks += moved(strip.marks, x=x, y=y)
        y += strip.height
    return tuple(marks)
