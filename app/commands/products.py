"""import products: a list of products (CSV or XLSX) into the catalogue; the rows left out go into a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.bootstrap import Till
from app.commands.lists import name_problems, taken_in, write_rest
from app.services.catalogue import catalogue
from app.services.catalogue.catalogue_list import ProductList, read
from app.services.programs.program import current
from app.settings import Settings
from app.sheets import read_rows


def import_products(settings: Settings, options: argparse.Namespace) -> int:
    """Exit status: 0 when every row is fine, 1 when some are left out, 2 when nothing could be read or written."""
    file: Path = options.file

    def take(till: Till) -> ProductList:
        program = current(till.desk)
        found = read(read_rows(file), categories=program.categories, currency=program.currency)
        if not options.dry_run:
            catalogue.take_in(
                till.desk, found.products, with_batches=found.with_batches, source=file.name, staff=settings.cashier
            )
        _tell(file, found, is_dry=options.dry_run)
        return found

    return taken_in(settings, take)


def _tell(file: Path, found: ProductList, *, is_dry: bool) -> None:
    print(found.verdict)
    if is_dry:
        print("Nothing was imported: this was a dry run.")
    else:
        print(f"products         {len(found.products):,}")
    name_problems(found.problems)
    if found.problems and not is_dry:
        print(f"the rest         {write_rest(file, found)}")
