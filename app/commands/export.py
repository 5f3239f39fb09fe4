"""export: all members or all bills as a CSV, XLSX or PDF file; saved cases as a scenario file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from app.bootstrap import open_till
from app.commands.refusing import UNUSABLE, refuse, unwritable
from app.services.desk import Desk
from app.services.keeping.faults import StoreFault
from app.services.members.listing import bills_listed, members_listed
from app.services.programs.case_files import case_file
from app.services.programs.program import current
from app.settings import Settings
from printing.export import XLSX_ROWS_MAX, Sheet, to_csv, to_pdf, to_xlsx

_FORMATS: dict[str, Callable[[Sheet], bytes]] = {".csv": to_csv, ".xlsx": to_xlsx, ".pdf": to_pdf}
_HUNDREDTHS = 2


def export(settings: Settings, options: argparse.Namespace) -> int:
    """Exit status: 0 when the file is there, 2 when it is not."""
    out = Path(options.out)
    if options.what == "cases":
        return _export_cases(settings, out)
    write = writer_of(out)
    if write is None:
        return UNUSABLE
    try:
        with open_till(settings) as till:
            sheet = _SHEETS[options.what](till.desk)
        if write is to_xlsx and len(sheet.rows) > XLSX_ROWS_MAX:
            print(
                f"A worksheet holds {XLSX_ROWS_MAX:,} rows, there are {len(sheet.rows):,}. Use .csv.", file=sys.stderr
            )
            return UNUSABLE
        out.write_bytes(write(sheet))
    except StoreFault as fault:
        return refuse(fault)
    except OSError as wrong:
        return unwritable(out, wrong)
    print(f"rows             {len(sheet.rows):,}")
    print(f"file             {out}")
    return 0


def _export_cases(settings: Settings, out: Path) -> int:
    if out.suffix.lower() != ".json":
        print(f"{out.name} is no kind of file that can be made of cases; there is .json.", file=sys.stderr)
        return UNUSABLE
    try:
        with open_till(settings) as till:
            save_cases(till.desk, out)
    except StoreFault as fault:
        return refuse(fault)
    except OSError as wrong:
        return unwritable(out, wrong)
    print(f"file             {out}")
    return 0


def save_cases(desk: Desk, file: Path) -> None:
    """The saved cases and the rules in force as a scenario file. May raise OSError."""
    text = case_file(desk)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def writer_of(out: Path) -> Callable[[Sheet], bytes] | None:
    """What makes a file of that name; None, and it is said, where nothing does."""
    write = _FORMATS.get(out.suffix.lower())
    if write is None:
        print(f"{out.name} is no kind of file that can be made; there are {', '.join(_FORMATS)}.", file=sys.stderr)
    return write


def _members(desk: Desk) -> Sheet:
    rows = [
        (
            one.name,
            _dialled(one.phone),
            one.language,
            one.card,
            one.tier,
            _points(one.points),
            _when(one.joined_at),
            one.email,
            one.birthday,
        )
        for one in members_listed(desk)
    ]
    columns = ("Name", "Phone", "Language", "Number", "Tier", "Points", "Joined", "E-mail", "Birthday")
    return Sheet("Members", columns, rows)


def _dialled(phone: str) -> str:
    """As it is dialled from here: a + at the start is taken for a formula."""
    return phone.removeprefix("+91") if phone.startswith("+91") else phone.replace("+", "00")


def _bills(desk: Desk) -> Sheet:
    digits = current(desk).currency.digits

    def money(minor: int) -> Decimal:
        return Decimal(minor).scaleb(-digits)

    rows = [
        (
            one.number,
            _when(one.occurred_at),
            one.staff,
            money(one.gross_minor),
            money(one.net_minor),
            money(one.redeemed_minor),
            money(one.payable_minor),
            _points(one.earned_points),
            _points(one.redeemed_points),
        )
        for one in bills_listed(desk)
    ]
    columns = ("Bill", "When", "Cashier", "Gross", "Net", "Paid by points", "Paid", "Points earned", "Points used")
    return Sheet("Bills", columns, rows)


def _points(hundredths: int) -> Decimal:
    return Decimal(hundredths).scaleb(-_HUNDREDTHS)


def _when(at: datetime) -> datetime:
    """The shop's own time, to the second: spreadsheets know no zones."""
    return at.replace(microsecond=0, tzinfo=None)


_SHEETS: dict[str, Callable[[Desk], Sheet]] = {"members": _members, "bills": _bills}
