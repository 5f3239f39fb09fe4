"""import products: a list of products (CSV or XLSX) into the catalogue; the rows left out go into a file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Protocol

from app.bootstrap import open_till
from app.services.catalogue import catalogue
from app.services.catalogue.catalogue_list import ListUnreadable, Problem, ProductList, read
from app.services.keeping.faults import StoreFault
from app.services.programs.program import current
from app.settings import Settings
from app.sheets import SheetUnreadable, read_rows
from printing.export import Sheet, to_csv

SOME_LEFT_OUT, UNUSABLE = 1, 2


def import_products(settings: Settings, options: argparse.Namespace) -> int:
    """Exit status: 0 when every row is fine, 1 when some are left out, 2 when nothing could be read or written."""
    file: Path = options.file
    try:
        with open_till(settings) as till:
            program = current(till.desk)
            found = read(read_rows(file), categories=program.categories, currency=program.currency)
            if not options.dry_run:
                catalogue.take_in(
                    till.desk,
                    found.products,
                    with_batches=found.with_batches,
                    source=file.name,
                    staff=settings.cashier,
                )
        _tell(file, found, is_dry=options.dry_run)
    except (SheetUnreadable, ListUnreadable) as wrong:
        print(wrong, file=sys.stderr)
        return UNUSABLE
    except StoreFault as fault:
        print(f"{fault.sentence} [{fault.code}]", file=sys.stderr)
        return UNUSABLE
    except OSError as wrong:
        print(f"The rest cannot be written: {wrong.strerror or wrong}. The good rows are imported.", file=sys.stderr)
        return UNUSABLE
    return SOME_LEFT_OUT if found.problems else 0


def _tell(file: Path, found: ProductList, *, is_dry: bool) -> None:
    print(found.verdict)
    if is_dry:
        print("Nothing was imported: this was a dry run.")
        for problem in found.problems[:10]:
            print(f"row {problem.row_number}: {problem.what}")
        return
    print(f"products         {len(found.products):,}")
    if found.problems:
        print(f"the rest         {write_rest(file, found)}")


class LeftOut(Protocol):
    """A list some rows of which were left out."""

    @property
    def header(self) -> tuple[str, ...]: ...
    @property
    def problems(self) -> tuple[Problem, ...]: ...


def write_rest(file: Path, found: LeftOut) -> Path:
    """What was left out of a list, as a file beside it, which is returned. Raises OSError."""
    rest = file.with_name(f"{file.stem}-problems.csv")
    rest.write_bytes(to_csv(rest_of(found)))
    return rest


def rest_of(found: LeftOut) -> Sheet:
    """The rows that were left out, as they were, each with what is wrong with it."""
    width = len(found.header)
    rows = [(*(problem.cells + ("",) * width)[:width], problem.what) for problem in found.problems]
    return Sheet("Problems", (*found.header, "Problem"), rows)
