"""A data file that cannot be used: one sentence, exit status 2, no traceback, and the file as it was."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.bootstrap import open_till
from app.services.keeping.faults import (
    ForeignFile,
    KeyMissing,
    StoreDamaged,
    StoreFault,
    StoreFull,
    StoreLocked,
    WrongKey,
)
from app.settings import Settings
from tests.disks import can_mount, fill, small_disk
from tests.integration.cli.conftest import Run

ROOT = Path(__file__).parents[3]
FIXTURE = ROOT / "resources/baskets.csv"
PAGE_BYTES = 4096


def said(fault: type[StoreFault]) -> str:
    return f"{fault.sentence} [{fault.code}]\n"


def key_of(file: Path) -> Path:
    return file.with_name(f"{file.name}.key")


def key_gone(file: Path) -> None:
    key_of(file).unlink()


def key_of_another_shop(file: Path) -> None:
    with open_till(Settings(data_dir=str(file.parent / "another"))):
        pass
    key_of(file.parent / "another" / file.name).replace(key_of(file))


def key_torn(file: Path) -> None:
    key_of(file).write_text("{")


def plain_database(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as link:
        link.execute("CREATE TABLE photos (name TEXT)")
        link.commit()


def plain_database_alone(file: Path) -> None:
    plain_database(file)
    key_of(file).unlink()


def letter(file: Path) -> None:
    file.write_text("Dear Asha,\n" * 1000)


def picture(file: Path) -> None:
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(4 * PAGE_BYTES - 8))


def cut_inside_a_page(file: Path) -> None:
    os.truncate(file, 10 * PAGE_BYTES + 100)


def cut_at_a_page(file: Path) -> None:
    os.truncate(file, 10 * PAGE_BYTES)


def scratched_everywhere(file: Path) -> None:
    """One bit of every page but the first, which is still ours."""
    content = bytearray(file.read_bytes())
    for at in range(PAGE_BYTES + 200, len(content), PAGE_BYTES):
        content[at] ^= 1
    file.write_bytes(content)


SPOILED = [
    (key_gone, KeyMissing),
    (key_of_another_shop, WrongKey),
    (key_torn, KeyMissing),
    (plain_database, ForeignFile),
    (plain_database_alone, ForeignFile),
    (letter, ForeignFile),
    (picture, WrongKey),
    (cut_inside_a_page, StoreDamaged),
    (cut_at_a_page, StoreDamaged),
    (scratched_everywhere, StoreDamaged),
]
VERBS = [("verify",), ("rebuild",), ("replay", FIXTURE, "--data")]


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
@pytest.mark.parametrize(("spoil", "fault"), SPOILED)
def test_one_sentence_and_the_file_as_it_was(
    verb: tuple[object, ...], spoil: Callable[[Path], None], fault: type[StoreFault], run: Run, shop: Path
) -> None:
    spoil(shop)
    before = shop.read_bytes()
    answer = run(*verb, *([shop] if verb[0] == "replay" else []))
    assert (answer.status, answer.out, answer.err) == (2, "", said(fault))
    assert shop.read_bytes() == before


def process(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "app", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, timeout=60)


def test_a_second_program_on_the_same_file(run: Run, shop: Path, folder: Path) -> None:
    with open_till(Settings(data_dir=str(folder))):
        answer = process("verify")
        assert (answer.returncode, answer.stdout, answer.stderr) == (2, "", said(StoreLocked))
        answer = process("replay", FIXTURE, "--data", shop)
        assert (answer.returncode, answer.stdout, answer.stderr) == (2, "", said(StoreLocked))
    assert run("verify").status == 0


def test_a_damaged_file_seen_from_outside(shop: Path) -> None:
    cut_at_a_page(shop)
    answer = process("verify")
    assert (answer.returncode, answer.stdout, answer.stderr) == (2, "", said(StoreDamaged))


def test_a_data_folder_that_is_a_file(run: Run, folder: Path) -> None:
    folder.write_text("no folder")
    answer = run("replay", FIXTURE)
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "cannot be read as settings" in answer.err


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_a_file_of_another_counter(
    verb: tuple[object, ...], run: Run, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TILLPOINT_COUNTER_CODE", "B2")
    before = shop.read_bytes()
    answer = run(*verb, *([shop] if verb[0] == "replay" else []))
    assert (answer.status, answer.out, answer.err) == (
        2,
        "",
        "Setting counter_code cannot be 'B2': the data file is of counter A1. Nothing in it was changed. "
        "Set it back, or choose another data folder.\n",
    )
    assert shop.read_bytes() == before


if can_mount():

    def test_a_disk_that_is_full_and_then_is_not(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        with small_disk(tmp_path / "disk") as disk:
            monkeypatch.setenv("TILLPOINT_DATA_DIR", str(disk))
            assert run("replay", FIXTURE, "--limit", 5).status == 0
            freed = fill(disk)
            answer = run("replay", FIXTURE)
            assert (answer.status, answer.out) == (2, "")
            assert answer.err.splitlines()[-1] + "\n" == said(StoreFull)
            freed()
            answer = run("replay", FIXTURE, "--limit", 10)
            assert answer.status == 0
            assert answer.out.startswith("bills            10\n")
