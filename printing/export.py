"""Any table as a file: CSV for programs, XLSX for a spreadsheet, PDF for paper. No cell of it can become a formula."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any, Final

from app.domain.formats import number
from printing.paper import A4, Paper

if TYPE_CHECKING:
    from printing.document import Block

Cell = str | int | Decimal | date | datetime | None
TEXT_MAX: Final = 32_767  # letters of a cell; the most a spreadsheet takes
XLSX_ROWS_MAX: Final = 1_048_575  # below the head
_MOMENT, _DAY, _WHOLE, _DECIMALS = "yyyy-mm-dd hh:mm", "yyyy-mm-dd", "#,##0", "#,##0.00"

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_FULL_WIDTH = ("＝", "＋", "－", "＠")  # a spreadsheet with an Asian keyboard takes these for the same


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be exported: every row has a cell for every column."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    figures: frozenset[int] = frozenset()

    def is_figures(self, column: int) -> bool:
        """Whether it stands to the right: one of `figures`, even where it is empty, or full of numbers."""
        cells = [row[column] for row in self.rows if row[column] is not None]
        return column in self.figures or (bool(cells) and all(isinstance(cell, (int, Decimal)) for cell in cells))


def harmless(text: str) -> str:
    """The text as no spreadsheet takes it for a formula, a command or a control: with an apostrophe before it."""
    bare = text.replace("\0", "")[:TEXT_MAX]
    starts = bare.lstrip(" \u00a0\ufeff\u200b")
    return f"'{bare}"[:TEXT_MAX] if starts.startswith(_STARTS_FORMULA + _FULL_WIDTH) else bare


def to_csv(sheet: Sheet) -> bytes:
    """UTF-8 with a byte order mark, as spreadsheets want it. Numbers stay numbers; days are ISO."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([harmless(column) for column in sheet.columns])
    writer.writerows([_plain(cell) for cell in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig", errors="replace")


def _plain(cell: Cell) -> str | int | Decimal:
    if isinstance(cell, str):
        return harmless(cell)
    if isinstance(cell, (date, datetime)):
        return cell.isoformat(sep=" ") if isinstance(cell, datetime) else cell.isoformat()
    return "" if cell is None else cell


def to_xlsx(sheet: Sheet) -> bytes:
    """A workbook of one sheet with its head frozen. Text is stored as text, whatever it begins with."""
    import xlsxwriter  # type: ignore[import-untyped]

    assert len(sheet.rows) <= XLSX_ROWS_MAX, "a worksheet ends there"
    buffer = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(buffer, options) as book:
        page = book.add_worksheet()
        bold = book.add_format({"bold": True})
        form_of = {form: book.add_format({"num_format": form}) for form in (_MOMENT, _DAY, _WHOLE, _DECIMALS)}
        for column, title in enumerate(sheet.columns):
            page.write_string(0, column, harmless(title), bold)
            page.set_column(column, column, _letters(sheet, column))
        for place, row in enumerate(sheet.rows, 1):
            for column, cell in enumerate(row):
                form = _form(cell, is_figure=column in sheet.figures)
                _write(page, place, column, cell, form_of.get(form))
        page.freeze_panes(1, 0)
    return buffer.getvalue()


def _form(cell: Cell, *, is_figure: bool) -> str:
    """How a spreadsheet is to show it; empty for as it is."""
    if isinstance(cell, date):
        return _MOMENT if isinstance(cell, datetime) else _DAY
    if not is_figure or not isinstance(cell, (int, Decimal)):
        return ""
    return _DECIMALS if isinstance(cell, Decimal) else _WHOLE


def _write(page: Any, row: int, column: int, cell: Cell, form: Any) -> None:
    if isinstance(cell, (date, datetime)):
        when = cell.replace(tzinfo=None) if isinstance(cell, datetime) else cell
        page.write_datetime(row, column, when, form)
    elif isinstance(cell, (int, Decimal)):
        page.write_number(row, column, cell, form)
    elif cell is not None:
        page.write_string(row, column, harmless(cell))


def _letters(sheet: Sheet, column: int) -> int:
    """How wide a column is to be, in letters."""
    cells = (str(row[column]) for row in sheet.rows[:200])
    return min(60, 2 + max([len(sheet.columns[column]), *map(len, cells)]))


def to_pdf(sheet: Sheet, paper: Paper = A4) -> bytes:
    """The table on pages, its head said again on each."""
    return to_one_pdf(sheet.title, (sheet,), paper)


def to_one_pdf(title: str, sheets: Sequence[Sheet], paper: Paper = A4) -> bytes:
    """Tables one below the other, each under its own title."""
    from printing.document import Document
    from printing.pdf import render

    return render(Document(title, tuple(block for one in sheets for block in _blocks(one)), running=title), paper)


def _blocks(sheet: Sheet) -> tuple[Block, ...]:
    from printing.document import Align, Column, Size, Space, Table, Text

    columns = tuple(
        Column(title, Align.RIGHT if sheet.is_figures(at) else Align.LEFT) for at, title in enumerate(sheet.columns)
    )
    rows = tuple(
        tuple(_shown(cell, is_figure=at in sheet.figures) for at, cell in enumerate(row)) for row in sheet.rows
    )
    return Text(sheet.title, size=Size.LARGE, bold=True), Table(columns, rows), Space()


def _shown(cell: Cell, *, is_figure: bool) -> str:
    """On paper nothing runs: the text as it is. Figures are as people read them."""
    if isinstance(cell, str):
        return cell
    if is_figure and isinstance(cell, (int, Decimal)):
        return number(cell)
    return str(_plain(cell))
