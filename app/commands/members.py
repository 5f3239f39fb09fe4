"""import members: a list of members (CSV or XLSX) with their opening points; the rows left out go into a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.bootstrap import Till
from app.commands.lists import LeftOut, name_problems, taken_in, write_rest
from app.services.members.member_list import MembersTaken, read, take_in
from app.settings import Settings
from app.sheets import read_rows


def import_members(settings: Settings, options: argparse.Namespace) -> int:
    """Exit status: 0 when every row is fine, 1 when some are left out, 2 when nothing could be read or written."""
    file: Path = options.file

    def take(till: Till) -> LeftOut:
        found = read(till.desk, read_rows(file))
        print(found.verdict)
        if options.dry_run:
            print("Nothing was imported: this was a dry run.")
            name_problems(found.problems)
            return found
        taken = take_in(till.desk, found, staff=settings.cashier)
        _tell(file, taken)
        return taken

    return taken_in(settings, take)


def _tell(file: Path, taken: MembersTaken) -> None:
    print(f"new members      {taken.enrolled:,}")
    print(f"here before      {taken.here_before:,}")
    name_problems(taken.problems)
    if taken.problems:
        print(f"the rest         {write_rest(file, taken)}")
