"""Shops a replay rings in: files of baskets to write, a replay in a process of its own, and what it left behind."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.bootstrap import replay_desk
from app.domain.bill import Bill
from app.domain.ledger import Posting
from app.services.keeping import books
from app.settings import Settings

ROOT = Path(__file__).parents[3]
FIXTURE = ROOT / "resources/baskets.csv"
HEADER = FIXTURE.read_text().splitlines()[0]

Story = tuple[list[Bill], list[tuple[object, ...]]]


def row(
    basket: str = "1",
    *,
    household: str = "7",
    shelf: str = "VITAMINS",
    paise: object = 1000,
    quantity: object = 1,
    at: str = "2017-01-01 10:00:00",
) -> str:
    """One line of a file, as the source writes them."""
    return f"{at},{household},{basket},300,800001,DRUG GM,{shelf},National,{quantity},{paise},0,0,0"


def written(path: Path, rows: Sequence[str]) -> Path:
    path.write_text("\n".join([HEADER, *rows]) + "\n")
    return path


def command(file: Path, *options: object) -> list[str]:
    return [sys.executable, "-m", "app", "replay", str(file), *map(str, options)]


def environment(folder: Path) -> dict[str, str]:
    """A shop of its own, which leaves the keyring of whoever runs the tests alone."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("TILLPOINT_")}
    return {
        **own,
        "TILLPOINT_DATA_DIR": str(folder),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONIOENCODING": "utf-8",
    }


def run(folder: Path, file: Path, *options: object) -> subprocess.CompletedProcess[str]:
    """A whole replay, as a person starts it."""
    return subprocess.run(
        command(file, *options), cwd=ROOT, env=environment(folder), capture_output=True, text=True, timeout=60
    )


def story(folder: Path) -> Story:
    """Every bill and entry of a shop whose books hold, without the ids that are rolled anew in every run."""
    with replay_desk(Settings(data_dir=str(folder)), None) as (ringer, _), ringer.desk.store.reading() as uow:
        assert books.verify(ringer.desk).faults == ()
        members = {bill.member_id: bill.card_number for bill in uow.bills.all()}
        bills = [replace(bill, bill_id="", member_id="") for bill in uow.bills.all()]
        entries = [_entry(posting, members) for posting in uow.ledger.all()]
    return sorted(bills, key=lambda bill: bill.number), entries


def _entry(posting: Posting, cards: dict[str | None, str | None]) -> tuple[object, ...]:
    entry = posting.entry
    return posting.order, cards[entry.member_id], entry.kind, entry.points, posting.balance_after, entry.occurred_at


def figures(report: str) -> dict[str, str]:
    """The lines of a report by their names, without the time it took."""
    lines = (line.split(maxsplit=1) for line in report.replace("points ", "points_").splitlines())
    return {name: value for name, value in lines if name != "seconds"}
