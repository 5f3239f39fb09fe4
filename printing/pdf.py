"""A document as a PDF on an 80 mm roll: as tall as what it says, the same bytes for the same document."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from printing import fonts
from printing.document import Document
from printing.roll import CODE_SIZE, MARGIN, PAGE_WIDTH, QUIET_MODULES, Gap, Line, Strip, Stroke, Symbol, pages
from printing.runs import Run, Script, clean, runs

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_ASCENT = 1.07  # × size: from the top of a line down to its baseline
_STROKE_WEIGHT = 0.6


def render(document: Document) -> bytes:
    """The document as a PDF 80 mm wide. No text raises: what cannot be drawn is replaced or cut."""
    from reportlab.pdfgen.canvas import Canvas

    fonts.coverage()
    buffer = BytesIO()
    regular = fonts.name_of(Script.LATIN, bold=False)
    canvas = Canvas(buffer, invariant=1, initialFontName=regular)
    canvas.setTitle(clean(document.title))
    for page in pages(document):
        _draw_page(canvas, page)
    canvas.save()
    return buffer.getvalue()


def _draw_page(canvas: Canvas, page: list[Strip]) -> None:
    top = MARGIN + sum(strip.height for strip in page)
    canvas.setPageSize((PAGE_WIDTH, top + MARGIN))
    for strip in page:
        _draw(canvas, strip, top)
        top -= strip.height
    canvas.showPage()


def _draw(canvas: Canvas, strip: Strip, top: float) -> None:
    match strip:
        case Line():
            _draw_line(canvas, strip, top - strip.size * _ASCENT)
        case Stroke():
            canvas.setLineWidth(_STROKE_WEIGHT)
            middle = top - strip.height / 2
            canvas.line(MARGIN, middle, PAGE_WIDTH - MARGIN, middle)
        case Symbol():
            _draw_symbol(canvas, strip, top)
        case Gap():
            pass


def _draw_line(canvas: Canvas, line: Line, baseline: float) -> None:
    for words in line.words:
        x = MARGIN + words.x
        for run in runs(words.text, fonts.coverage()):
            _draw_run(canvas, run, line, x, baseline)
            x += fonts.run_width(run, size=line.size, bold=line.bold)


def _draw_run(canvas: Canvas, run: Run, line: Line, x: float, baseline: float) -> None:
    """Glyphs of Devanagari are not one to a letter, so the letters go along for whoever copies or reads aloud."""
    canvas.setFont(fonts.name_of(run.script, bold=line.bold), line.size)
    glyphs = fonts.shaped(run, bold=line.bold)
    if run.script is Script.LATIN:
        canvas.drawString(x, baseline, glyphs)
        return
    letters = run.text.encode("utf-16-be").hex()
    canvas.addLiteral(f"/Span <</ActualText <FEFF{letters}>>> BDC")
    canvas.drawString(x, baseline, glyphs)
    canvas.addLiteral("EMC")


def _draw_symbol(canvas: Canvas, symbol: Symbol, top: float) -> None:
    left = (PAGE_WIDTH - CODE_SIZE) / 2
    path = canvas.beginPath()
    for row, column, length in _bars(symbol.modules):
        y = top - (QUIET_MODULES + row + 1) * symbol.module
        path.rect(left + column * symbol.module, y, length * symbol.module, symbol.module)
    canvas.drawPath(path, stroke=0, fill=1)


def _bars(modules: tuple[bytes, ...]) -> Iterator[tuple[int, int, int]]:
    """Row, first column and length of each unbroken row of dark modules."""
    for row, line in enumerate(modules):
        column = 0
        while (column := line.find(1, column)) >= 0:
            end = line.find(0, column)
            length = (end if end >= 0 else len(line)) - column
            yield row, column, length
            column += length
