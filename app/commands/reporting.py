"""report: one of the reports, as a table in the terminal or as a CSV, XLSX or PDF file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from app.bootstrap import open_till
from app.commands.export import writer_of
from app.commands.refusing import UNUSABLE, refuse, unwritable
from app.domain.errors import DomainError
from app.services.desk import Desk
from app.services.keeping.faults import StoreFault
from app.services.programs.program import current
from app.services.reports.catalogue import report
from app.services.reports.period import Days, Span, days_of
from app.services.reports.table import Table
from app.services.sales.evidence import evidence
from app.settings import Settings
from printing.export import Sheet, to_one_pdf
from printing.report_sheet import sheet_of


def print_report(settings: Settings, options: argparse.Namespace) -> int:
    """Exit status: 0 when it was printed or written, 2 when it could not be."""
    out = None if options.out is None else Path(options.out)
    write = None if out is None else writer_of(out)
    if out is not None and write is None:
        return UNUSABLE
    try:
        with open_till(settings) as till:
            desk = till.desk
            month = days_of(Span.MONTH, desk.calendar.day_of(desk.clock.now()))
            days = Days(options.first or month.first, options.last or month.last)
            table = report(desk, options.name, days)
            sheet = sheet_of(table, current(desk).currency, desk.calendar, days=f"{days.first} – {days.last}")
        if out is not None and write is not None:
            out.write_bytes(write(sheet))
    except DomainError as refusal:
        return refuse(refusal)
    except StoreFault as fault:
        return refuse(fault)
    except OSError as wrong:
        return unwritable(out, wrong)
    print("\n".join([*_lines(sheet), *table.said]) if out is None else f"file             {out}")
    return 0


def save_report(desk: Desk, file: Path, table: Table, *, days: str, say: Callable[[str], str]) -> None:
    """The table as the kind of file its name ends in. May raise OSError."""
    write = writer_of(file)
    assert write is not None, "the page names no other kinds of files"
    content = write(sheet_of(table, current(desk).currency, desk.calendar, say, days))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def save_evidence(desk: Desk, file: Path, bill_id: str, *, title: str, say: Callable[[str], str]) -> None:
    """All that is known of a bill as one PDF. Raises UNKNOWN_BILL, and may raise OSError."""
    currency = current(desk).currency
    sheets = [sheet_of(table, currency, desk.calendar, say) for table in evidence(desk, bill_id)]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(to_one_pdf(title, sheets))


def _lines(sheet: Sheet) -> list[str]:
    """In columns, what is a number to the right."""
    every = [tuple("" if cell is None else str(cell) for cell in row) for row in (sheet.columns, *sheet.rows)]
    widths = [max(map(len, column)) for column in zip(*every, strict=True)]
    is_words = [any(isinstance(row[place], str) for row in sheet.rows) for place in range(len(widths))]

    def line(row: tuple[str, ...]) -> str:
        cells = zip(row, widths, is_words, strict=True)
        return "  ".join(cell.ljust(width) if is_left else cell.rjust(width) for cell, width, is_left in cells).rstrip()

    return [sheet.title, "", *map(line, every)]
