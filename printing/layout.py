"""A document set on a paper: its strips on pages, each page as full as it may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from printing.document import Align, Document, Size, Text
from printing.marks import Mark, Page, Strip, moved, stacked
from printing.paper import MM, Paper
from printing.strips import strips, text_strips

_FOOT_GAP = 2 * MM  # between what a sheet says and its foot


def pages(document: Document, paper: Paper) -> list[Page]:
    """At least one page. A roll is as tall as what is on it; sheets say which of how many they are."""
    set_strips = strips(document.blocks, paper.room_width, is_roll=paper.is_roll)
    sheets = list(_broken(set_strips, paper.room_height))
    return [_page(sheet, paper, _foot(document, paper, number, len(sheets))) for number, sheet in enumerate(sheets, 1)]


def _broken(every: Iterable[Strip], room_height: float) -> Iterator[list[Strip]]:
    sheet: list[Strip] = []
    room = room_height
    for strip in every:
        if strip.height > room and sheet:
            yield sheet
            sheet = list(strip.head)
            room = room_height - sum(one.height for one in sheet)
        sheet.append(strip)
        room -= strip.height
    yield sheet


def _page(sheet: list[Strip], paper: Paper, foot: tuple[Mark, ...]) -> Page:
    height = paper.height or sum(strip.height for strip in sheet) + 2 * paper.margin
    return Page(paper.width, height, (*stacked(sheet, x=paper.margin, y=paper.margin), *foot))


def _foot(document: Document, paper: Paper, number: int, total: int) -> tuple[Mark, ...]:
    if paper.height is None:
        return ()
    said = [document.running] if document.running else []
    words = " · ".join([*said, f"Page {number} of {total}"])
    line = stacked(text_strips(Text(words, Align.CENTRE, Size.SMALL, lines_max=1), paper.room_width))
    return moved(line, x=paper.margin, y=paper.height - paper.margin + _FOOT_GAP)
