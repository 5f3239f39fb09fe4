"""Killed without warning: what was acknowledged is there, whole and in order, and the file opens at once."""

import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.persistence.backup import prove
from app.persistence.engine import open_file
from app.persistence.link import FilePlace
from app.persistence.lock import FileLock
from app.services.keeping.faults import StoreLocked
from tests.integration.persistence.ledger import KEY, saved

KILLS = 6
ROOT = Path(__file__).parents[3]


@contextmanager
def till(path: Path, first: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.integration.persistence.committing", str(path), str(first)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def acknowledged(process: subprocess.Popen[str], *, least: int) -> list[str]:
    """Kill the till after it has acknowledged that many, and return all it ever acknowledged."""
    assert process.stdout is not None
    heard = [process.stdout.readline().strip() for _ in range(least)]
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.read().splitlines(keepends=True)
    return heard + [line.strip() for line in rest if line.endswith("\n")]


def test_every_acknowledged_commit_survives_a_kill(tmp_path: Path) -> None:
    path, promised, dice = tmp_path / "till.db", list[str](), random.Random(6)
    for _ in range(KILLS):
        with till(path, first=len(promised)) as process:
            promised += acknowledged(process, least=dice.randrange(1, 120))
        engines = open_file(path, KEY)
        kept = saved(engines)
        engines.dispose()
        assert kept[: len(promised)] == promised
        assert len(kept) - len(promised) in (0, 1)  # at most the one that was saved but could not say so any more
        promised = kept
    prove(FilePlace(path, KEY))


def test_a_second_start_is_told_who_has_the_file(tmp_path: Path) -> None:
    path = tmp_path / "till.db"
    with till(path, first=0) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "000000\n"
        with pytest.raises(StoreLocked) as refused:
            FileLock.take(path)
        assert refused.value.detail == f"{path} is held by process {process.pid}"
        acknowledged(process, least=1)
    FileLock.take(path).release()  # a killed process holds nothing


def test_a_process_cannot_take_its_own_file_twice(tmp_path: Path) -> None:
    held = FileLock.take(tmp_path / "till.db")
    with pytest.raises(StoreLocked):
        FileLock.take(tmp_path / "till.db")
    FileLock.take(tmp_path / "training.db").release()
    held.release()
    FileLock.take(tmp_path / "till.db").release()
