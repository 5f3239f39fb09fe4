"""Text mode: a document in a receipt printer's own letters, quick and plain, where it has every letter of it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from app.services.papers.printers import PrinterSetup
from printing.document import (
    Align,
    Barcode,
    Beside,
    Block,
    Code,
    Column,
    Columns,
    Document,
    Picture,
    Rule,
    Size,
    Space,
    Table,
    Text,
)
from printing.paper import PAPERS
from printing.printers.library import printers

_DOTS_A_LETTER, _DOTS_A_POINT = 12, 203.2 / 72
_GAP = 1
_SAME = str.maketrans(
    {"₹": "Rs", "•": "*", "—": "-", "–": "-", "−": "-", "×": "x", "…": "...", "·": "-"}
    | {"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\u2009": " "}
)
_ALIGNED = {Align.LEFT: b"\x1ba\x00", Align.CENTRE: b"\x1ba\x01", Align.RIGHT: b"\x1ba\x02"}
_ONE_BYTE_LETTERS = b"\x1c."  # Chinese models would take two letters above 127 for one sign


def lettered(document: Document, setup: PrinterSetup) -> bytes | None:
    """The document in letters; None when the printer lacks one of them."""
    printer = printers().Dummy(profile=setup.profile)
    writer = _Writer(printer, columns_of(setup, printer), setup)
    blocks = list(_flat(document.blocks))
    encoder = printer.magic.encoder
    if any(encoder.find_suitable_encoding(letter) is None for letter in {*"".join(map(_words, blocks))}):
        return None
    printer._raw(_ONE_BYTE_LETTERS)
    for block in blocks:
        writer.write(block)
    sent: bytes = printer.output
    return sent


def columns_of(setup: PrinterSetup, printer: Any) -> int:
    """Letters to a line: what fits before the print head, and the model's own count where that is fewer."""
    fits = round(PAPERS[setup.paper].room_width * _DOTS_A_POINT) // _DOTS_A_LETTER
    return fits if setup.profile == "default" else min(fits, printer.profile.get_columns("a"))


def plain(words: str) -> str:
    """What a receipt printer can be given as words: nothing that it could take for a command."""
    return "".join(letter for letter in words.translate(_SAME) if letter.isprintable())


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Beside):
            yield from _flat((*block.left, *block.right))
        else:
            yield block


def _words(block: Block) -> str:
    match block:
        case Text():
            return plain(block.words)
        case Columns():
            return plain(block.label + block.value)
        case Table():
            titles = (column.title for column in block.columns)
            return plain("".join([*titles, *(cell for row in block.rows for cell in row)]))
        case _:
            return ""


class _Writer:
    """Writes blocks, a line after another, each as wide as the paper at most."""

    def __init__(self, printer: Any, columns: int, setup: PrinterSetup) -> None:
        self._printer, self._columns, self._setup = printer, columns, setup

    def write(self, block: Block) -> None:
        match block:
            case Text():
                self._text(block)
            case Columns():
                self._lines(_labelled(block, self._room(block.size)), size=block.size, bold=block.bold)
            case Table():
                self._lines(_tabled(block, self._columns))
            case Rule():
                self._lines(["-" * self._columns])
            case Space():
                self._lines([""])
            case Code() | Barcode() | Picture():
                self._drawing(block)
            case Beside():
                raise AssertionError("stacks beside each other are one below the other here")

    def _room(self, size: Size) -> int:
        return self._columns // 2 if size is Size.LARGE else self._columns

    def _text(self, block: Text) -> None:
        lines = _wrapped(plain(block.words), self._room(block.size), most=block.lines_max)
        self._printer._raw(_ALIGNED[block.align])
        self._lines(lines, size=block.size, bold=block.bold)
        self._printer._raw(_ALIGNED[Align.LEFT])

    def _lines(self, lines: Iterable[str], *, size: Size = Size.NORMAL, bold: bool = False) -> None:
        self._printer._raw(b"\x1bE" + bytes([bold]) + b"\x1d!" + (b"\x11" if size is Size.LARGE else b"\x00"))
        for line in lines:
            self._printer.text(line)
            self._printer._raw(b"\n")
        self._printer._raw(b"\x1bE\x00\x1d!\x00")

    def _drawing(self, block: Block) -> None:
        """Codes and pictures are dots in every mode."""
        from printing.escpos import bands
        from printing.raster import render

        for picture in render(Document("", (block,)), PAPERS[self._setup.paper]):
            self._printer._raw(b"".join(bands(picture)))


def _wrapped(words: str, width: int, *, most: int) -> list[str]:
    return textwrap.wrap(words, width, max_lines=max(1, most), placeholder="...") or [""]


def _labelled(block: Columns, width: int) -> list[str]:
    """The label at the left over as many lines as it takes, the value at the right of the last."""
    value = plain(block.value)[: width - 1]
    lines = _wrapped(plain(block.label), max(1, width - len(value) - _GAP), most=block.lines_max)
    return [*lines[:-1], lines[-1].ljust(width - len(value)) + value]


def _tabled(table: Table, width: int) -> list[str]:
    rows = [tuple(column.title for column in table.columns), *table.rows]
    cells = [[plain(cell) for cell in row] for row in rows]
    widths = _widths(table.columns, cells, width)
    return [line for row in cells for line in _row(row, table.columns, widths, most=table.lines_max)]


def _widths(columns: Sequence[Column], cells: Sequence[Sequence[str]], width: int) -> list[int]:
    """Figures get what their widest takes, words share the rest: at least a letter each."""
    figures = [column.align is Align.RIGHT for column in columns]
    widest = [max(len(row[at]) for row in cells) for at in range(len(columns))]
    left = width - _GAP * (len(columns) - 1) - sum(w for w, is_figure in zip(widest, figures, strict=True) if is_figure)
    words = max(1, figures.count(False))
    return [w if is_figure else max(1, left // words) for w, is_figure in zip(widest, figures, strict=True)]


def _row(row: Sequence[str], columns: Sequence[Column], widths: Sequence[int], *, most: int) -> Iterator[str]:
    wrapped = [_wrapped(cell, width, most=most) for cell, width in zip(row, widths, strict=True)]
    put: dict[Align, Callable[[str, int], str]] = {
        Align.LEFT: str.ljust,
        Align.CENTRE: str.center,
        Align.RIGHT: str.rjust,
    }
    for line in range(max(map(len, wrapped))):
        parts = (
            put[column.align](cell[line] if line < len(cell) else "", width)
            for cell, column, width in zip(wrapped, columns, widths, strict=True)
        )
        yield (" " * _GAP).join(parts).rstrip()
