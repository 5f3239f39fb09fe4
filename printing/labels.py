"""Labels for shelves and members' cards, on sheets of labels as shops buy them; how a sheet is cut is data."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.domain.codes import CodeKind, classify
from printing import codes, fonts
from printing.codes import Modules
from printing.inking import draw_words, fill_modules
from printing.paper import A4, MM
from printing.runs import Script, clean
from printing.wrap import wrap

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

FOLDER: Final = Path(__file__).resolve().parents[1] / "resources" / "labels"
CODE_LENGTH_MAX: Final = 64

_DOT = 72 / 300  # modules are whole dots of an office printer
_BAR_DOTS_MIN = 3
_MARGIN = 1.6 * MM
_TITLE_SHARE, _BIG_SHARE, _GAP_SHARE = 0.33, 0.29, 0.03  # of a label's height; bars have the rest
_SQUARE_SHARE = 0.45  # of its width at most
_EAN_DIGITS = 13
_SMALL_MIN = 5.0


@dataclass(frozen=True, slots=True)
class Label:
    """`title` may take two lines; `big` is a price or a card's number; without a `code` there is none."""

    title: str
    big: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """How an A4 sheet is cut, in points from its upper left corner."""

    columns: int
    rows: int
    size: tuple[float, float]
    first: tuple[float, float]
    pitch: tuple[float, float]

    @property
    def count(self) -> int:
        return self.columns * self.rows

    def corner_of(self, place: int) -> tuple[float, float]:
        """The upper left corner of a label by its number on the sheet, row by row, as x and y on the canvas."""
        row, column = divmod(place, self.columns)
        down = self.first[1] + row * self.pitch[1]
        return self.first[0] + column * self.pitch[0], (A4.height or 0) - down


def sheet(name: str) -> LabelSheet:
    """A bundled sheet by its name, which is how many labels it has."""
    cut = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    size, first, pitch = ((across * MM, down * MM) for across, down in (cut["size"], cut["first"], cut["pitch"]))
    return LabelSheet(cut["columns"], cut["rows"], size, first, pitch)


def render(
    labels: Iterable[Label], cut: LabelSheet, *, skip: int = 0, drawn: Callable[[int], object] = lambda _: None
) -> bytes:
    """A PDF of A4 sheets; the first `skip` labels of the first sheet are used up already.

    `drawn` is told after each label how many there are by now; what it raises ends the drawing.
    """
    from reportlab.pdfgen.canvas import Canvas

    fonts.coverage()
    buffer = BytesIO()
    regular = fonts.name_of(Script.LATIN, bold=False)
    canvas = Canvas(buffer, pagesize=(A4.width, A4.height), invariant=1, initialFontName=regular)
    canvas.setTitle("Labels")
    for count, label in enumerate(labels, 1):
        place = (skip + count - 1) % cut.count
        if place == 0 and count > 1:
            canvas.showPage()
        _draw(canvas, label, cut, *cut.corner_of(place))
        drawn(count)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw(canvas: Canvas, label: Label, cut: LabelSheet, left: float, top: float) -> None:
    """Bars stand under the words; where they would be too fine, a QR code stands beside them."""
    width, height = cut.size[0] - 2 * _MARGIN, cut.size[1] - 2 * _MARGIN
    left, top = left + _MARGIN, top - _MARGIN
    canvas.setFillColorCMYK(0, 0, 0, 1)
    row = _bars_of(label.code) if label.code else None
    dots = int(width / (len(row[0]) + 2 * codes.BARCODE_QUIET_MODULES) / _DOT) if row else 0
    if label.code and dots < _BAR_DOTS_MIN:
        width -= _draw_square(canvas, label.code, left + width, top, min(height, width * _SQUARE_SHARE))
    _lines(canvas, label.title, left, top, width, height * _TITLE_SHARE, lines=2, bold=False)
    top -= height * _TITLE_SHARE
    _lines(canvas, label.big, left, top, width, height * _BIG_SHARE, lines=1, bold=True)
    top -= height * (_BIG_SHARE + _GAP_SHARE)
    if row and dots >= _BAR_DOTS_MIN:
        x = left + (width - len(row[0]) * dots * _DOT) / 2
        fill_modules(canvas, row, x, top, dots * _DOT, height * (1 - _TITLE_SHARE - _BIG_SHARE - _GAP_SHARE))


def _bars_of(text: str) -> Modules | None:
    """A product's own EAN-13, else Code 128; None where neither has the letters."""
    if classify(text).kind is CodeKind.PRODUCT and len(text) == _EAN_DIGITS:
        return codes.ean13(text)
    return codes.code128(text) if text.isascii() and text.isprintable() else None


def _draw_square(canvas: Canvas, text: str, right: float, top: float, room: float) -> float:
    """At the right edge; returns how much of the width it takes."""
    square = codes.qr(text[:CODE_LENGTH_MAX])
    module = room / (len(square) + 2 * codes.QR_QUIET_MODULES)
    quiet = module * codes.QR_QUIET_MODULES
    fill_modules(canvas, square, right - room + quiet, top - quiet, module, module)
    return room


def _lines(
    canvas: Canvas, text: str, left: float, top: float, width: float, height: float, *, lines: int, bold: bool
) -> None:
    """As large as the height allows; a single line is set smaller before it is cut."""
    size, said = height / lines / 1.36, clean(text)
    if lines == 1:
        size = max(_SMALL_MIN, min(size, width / max(0.01, fonts.width(said, size=1, bold=bold))))
    measure = partial(fonts.width, size=size, bold=bold)
    for place, line in enumerate(wrap(said, width=width, lines_max=lines, measure=measure)):
        draw_words(canvas, line, x=left, baseline=top - size * (1.07 + 1.36 * place), size=size, bold=bold)
