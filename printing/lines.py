"""Lines: how large words are, and where on their line they stand."""

from __future__ import annotations

from collections.abc import Sequence

from printing.document import Align, Size
from printing.marks import LINE_HEIGHT, Strip, Stroke, Words
from printing.paper import MM

POINTS = {Size.SMALL: 7.5, Size.NORMAL: 9.0, Size.LARGE: 13.0}
GUTTER = 2 * MM


def line(size: float, words: Sequence[tuple[float, str]], *, bold: bool) -> Strip:
    """One line of words, each from its x; empty ones leave their place white."""
    marks = (Words(x, 0.0, text, size, bold) for x, text in words if text)
    return Strip(size * LINE_HEIGHT, tuple(marks))


def rule(width: float, height: float) -> Strip:
    """A stroke across, in the middle of its height."""
    return Strip(height, (Stroke(0.0, height / 2, width),))


def indent(align: Align, spare: float) -> float:
    return {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[align]
