"""kill -9 at random moments of a replay: what was acknowledged is there, once and whole; nothing is there twice."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import delete, update
from sqlalchemy.schema import Table

from app.bootstrap import replay_desk
from app.commands.replay import replay
from app.persistence.tables.declaring import metadata
from app.persistence.tables.points import balances
from app.persistence.uow import SqlStore
from app.replay.baskets import Basket, baskets, read_rows
from app.settings import Settings
from tests.faults.survivors import examined, survivors

ROOT = Path(__file__).parents[2]
FIXTURE = ROOT / "resources/baskets.csv"
KILLS, BILLS = 15, 200
START_SECONDS = 0.8  # a start takes about as long


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three hundred baskets: the fixture's five times over, each time under other ids."""
    header, *rows = FIXTURE.read_text().splitlines()
    path = tmp_path_factory.mktemp("baskets") / "baskets.csv"
    copies = [row.replace(",9000", f",{copy}000", 1) for copy in range(1, 6) for row in rows]
    path.write_text("\n".join([header, *copies]) + "\n")
    return path


@contextmanager
def till(folder: Path, file: Path, *how: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.faults.ringing", str(folder), str(file), *how]
    with subprocess.Popen(command, cwd=ROOT, env=dict(os.environ), stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def killed(process: subprocess.Popen[str], *, after: int, seconds: float) -> list[str]:
    """Kill a till so long after it has acknowledged that many bills; returns all it ever acknowledged."""
    assert process.stdout is not None
    heard = [process.stdout.readline() for _ in range(after)]
    time.sleep(seconds)
    process.kill()
    heard += process.stdout.readlines()
    return [line.strip() for line in heard if line.endswith("\n")]


def test_no_acknowledged_bill_is_lost_or_doubled(file: Path, tmp_path: Path) -> None:
    dice, acknowledged, kills = random.Random(), list[str](), 0
    while kills < KILLS or len(acknowledged) < BILLS:
        after = dice.randrange(27) if kills % 8 else 0
        with till(tmp_path, file) as process:
            acknowledged += killed(process, after=after, seconds=dice.random() * (0.01 if after else START_SECONDS))
        kills += 1
        left = survivors(tmp_path)
        assert left.troubles == ()
        assert left.lost(acknowledged) == []
    assert len(set(acknowledged)) == len(acknowledged)
    finish(tmp_path, file)


def finish(folder: Path, file: Path) -> None:
    """What the kills have left goes on to the end of the file: each basket is one bill, in the file's order."""
    assert replay(Settings(data_dir=str(folder)), file, limit=None, data=None) == 0
    left = survivors(folder)
    assert left.troubles == ()
    assert list(left.kept) == [one.basket for one in baskets(read_rows(file)) if isinstance(one, Basket)]


def test_a_till_that_speaks_too_early_is_found_out(file: Path, tmp_path: Path) -> None:
    """The harness can fail: of what is acknowledged before it is saved, something is lost."""
    acknowledged = list[str]()
    for after in (1, 2, 3, 4, 5):
        with till(tmp_path, file, "early") as process:
            acknowledged += killed(process, after=after, seconds=0.0)
        if survivors(tmp_path).lost(acknowledged):
            return
    pytest.fail("nothing was lost of what had not been saved")


SPOILED = {
    "bill_lines": "lines",
    "bill_tenders": "tenders",
    "entries": "entries",
    "print_jobs": "print jobs",
    "activity": "activity",
    "effects": "bills and idempotency keys do not match",
}


def spoil(store: SqlStore, table: Table) -> None:
    """Remove one row, past the triggers that keep facts as they are."""
    with store.transactions.writer.begin() as connection:
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table.name}_no_delete")
        row = connection.execute(table.select().limit(1)).mappings().one()
        connection.execute(delete(table).where(*(table.c[name] == value for name, value in row.items())))


@pytest.mark.parametrize("name", SPOILED)
def test_a_bill_that_misses_a_part_is_found_out(name: str, tmp_path: Path) -> None:
    settings = Settings(data_dir=str(tmp_path))
    assert replay(settings, FIXTURE, limit=5, data=None) == 0
    with replay_desk(settings, None) as (ringer, _):
        assert isinstance(ringer.desk.store, SqlStore)
        assert examined(ringer.desk).troubles == ()
        spoil(ringer.desk.store, metadata.tables[name])
        assert any(SPOILED[name] in trouble for trouble in examined(ringer.desk).troubles)


def test_a_balance_that_is_not_its_entries_is_found_out(tmp_path: Path) -> None:
    settings = Settings(data_dir=str(tmp_path))
    assert replay(settings, FIXTURE, limit=5, data=None) == 0
    with replay_desk(settings, None) as (ringer, _):
        assert isinstance(ringer.desk.store, SqlStore)
        with ringer.desk.store.transactions.writer.begin() as connection:
            connection.execute(update(balances).values(points=balances.c.points + 1))
        assert any(" lots " in trouble for trouble in examined(ringer.desk).troubles)
