"""Ink on a PDF page: one line of words in the bundled fonts, and dark modules as one path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from printing import fonts
from printing.codes import Modules, bars
from printing.runs import Run, Script

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def draw_words(canvas: Canvas, text: str, *, x: float, baseline: float, size: float, bold: bool) -> None:
    """Text that is clean already, from `x` to the right."""
    for run in fonts.parted(text):
        draw = _draw_letters if run.script is Script.LATIN else _draw_shaped
        draw(canvas, run, x, baseline, size=size, bold=bold)
        x += fonts.run_width(run, size=size, bold=bold)


def _draw_letters(canvas: Canvas, run: Run, x: float, baseline: float, *, size: float, bold: bool) -> None:
    """With the operators that reportlab.pdfbase.ttfonts describes: most of a paper is letters, and this is quicker."""
    from reportlab.pdfbase.pdfmetrics import getFont

    font, pdf = getFont(fonts.name_of(run.script, bold=bold)), canvas._doc
    shown = " ".join(
        f"{font.getSubsetInternalName(subset, pdf)} {size:.4f} Tf ({canvas._escape(letters)}) Tj"
        for subset, letters in font.splitString(run.text, pdf)
    )
    canvas.addLiteral(f"BT 1 0 0 1 {x:.4f} {baseline:.4f} Tm {shown} ET")


def _draw_shaped(canvas: Canvas, run: Run, x: float, baseline: float, *, size: float, bold: bool) -> None:
    """Glyphs of Devanagari are not one to a letter, so the letters go along for whoever copies or reads aloud."""
    canvas.setFont(fonts.name_of(run.script, bold=bold), size)
    glyphs = fonts.shaped(run, bold=bold)
    letters = run.text.encode("utf-16-be").hex()
    canvas.addLiteral(f"/Span <</ActualText <FEFF{letters}>>> BDC")
    canvas.drawString(x, baseline, glyphs)
    canvas.addLiteral("EMC")


def fill_modules(canvas: Canvas, modules: Modules, left: float, top: float, wide: float, high: float) -> None:
    """Dark modules as one path in pure black: the black ink alone, whatever colours stand around."""
    path = " ".join(
        f"{left + column * wide:.3f} {top - (row + 1) * high:.3f} {run * wide:.3f} {high:.3f} re"
        for row, column, run in bars(modules)
    )
    canvas.addLiteral(f"q 0 0 0 1 k {path} f Q")
