"""Ink on a PDF page: one line of words in the bundled fonts, and dark modules as one path."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from printing import fonts
from printing.runs import Run, Script, runs

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Bar = tuple[float, float, float, float]  # left, bottom, width, height


def draw_words(canvas: Canvas, text: str, *, x: float, baseline: float, size: float, bold: bool) -> None:
    """Text that is clean already, from `x` to the right."""
    for run in runs(text, fonts.coverage()):
        _draw_run(canvas, run, x, baseline, size=size, bold=bold)
        x += fonts.run_width(run, size=size, bold=bold)


def _draw_run(canvas: Canvas, run: Run, x: float, baseline: float, *, size: float, bold: bool) -> None:
    """Glyphs of Devanagari are not one to a letter, so the letters go along for whoever copies or reads aloud."""
    canvas.setFont(fonts.name_of(run.script, bold=bold), size)
    glyphs = fonts.shaped(run, bold=bold)
    if run.script is Script.LATIN:
        canvas.drawString(x, baseline, glyphs)
        return
    letters = run.text.encode("utf-16-be").hex()
    canvas.addLiteral(f"/Span <</ActualText <FEFF{letters}>>> BDC")
    canvas.drawString(x, baseline, glyphs)
    canvas.addLiteral("EMC")


def fill_bars(canvas: Canvas, bars: Iterable[Bar]) -> None:
    """Rectangles as one path in pure black: the black ink alone, whatever colours stand around."""
    drawn = " ".join(f"{x:.3f} {y:.3f} {width:.3f} {height:.3f} re" for x, y, width, height in bars)
    canvas.addLiteral(f"q 0 0 0 1 k {drawn} f Q")
