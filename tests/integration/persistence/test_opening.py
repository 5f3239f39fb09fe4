"""What is found instead of our file: other people's, another key's, half a file. Each is named, and left as it was."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from app.persistence.engine import open_file
from app.persistence.link import WRITER
from app.services.keeping.faults import (
    ForeignFile,
    StoreDamaged,
    StoreFault,
    StoreUnreachable,
    WrongKey,
)
from tests.integration.persistence.ledger import KEY, filled, save, saved


def refused(path: Path, key: bytes = KEY) -> StoreFault:
    """The fault an unusable file is refused with. The file, and its folder, are as they were."""
    before, neighbours = path.read_bytes(), sorted(path.parent.iterdir())
    with pytest.raises(StoreFault) as refusal:
        open_file(path, key)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == neighbours
    return refusal.value


def plain_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as link:
        link.execute("CREATE TABLE photos (name TEXT)")
        link.commit()


def plain_database_writing_ahead(path: Path) -> None:
    with closing(sqlite3.connect(path)) as link:
        link.execute("PRAGMA journal_mode = wal")
        link.execute("CREATE TABLE photos (name TEXT)")


def keyed_by_us_made_by_another(path: Path) -> None:
    with closing(driver.connect(str(path), isolation_level=None)) as link:
        link.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
        link.execute("CREATE TABLE photos (name TEXT)")


def keyed_by_us_signed_by_another(path: Path) -> None:
    with closing(driver.connect(str(path), isolation_level=None)) as link:
        link.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
        link.execute("PRAGMA application_id = 77")
        link.execute("CREATE TABLE photos (name TEXT)")


def text(path: Path) -> None:
    path.write_text("Shopping list:\r\n\teggs, 2 dozen\n" * 200)


def csv_of_one_line(path: Path) -> None:
    path.write_text("name,phone,points\n")


@pytest.mark.parametrize(
    "make",
    [
        plain_database,
        plain_database_writing_ahead,
        keyed_by_us_made_by_another,
        keyed_by_us_signed_by_another,
        text,
        csv_of_one_line,
    ],
)
def test_a_foreign_file_is_named_so(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "till.db"
    make(path)
    assert isinstance(refused(path), ForeignFile)


def test_another_counters_file_does_not_open(tmp_path: Path) -> None:
    place = filled(tmp_path / "till.db", transactions=3)
    assert isinstance(refused(place.path, key=bytes(32)), WrongKey)
    engines = open_file(place.path, KEY)
    assert len(saved(engines)) == 3
    engines.dispose()


def test_a_picture_does_not_open(tmp_path: Path) -> None:
    path = tmp_path / "till.db"
    path.write_bytes(os.urandom(3 * 4096))
    assert isinstance(refused(path), WrongKey)


@pytest.mark.parametrize("pages", [1, 2, 40])
def test_a_file_cut_at_a_page_is_damaged(tmp_path: Path, pages: int) -> None:
    place = filled(tmp_path / "till.db")
    os.truncate(place.path, pages * 4096)
    assert isinstance(refused(place.path), StoreDamaged)


@pytest.mark.parametrize("size", [3000, 4097, 100_000])
def test_a_file_cut_inside_a_page_is_damaged(tmp_path: Path, size: int) -> None:
    place = filled(tmp_path / "till.db")
    os.truncate(place.path, size)
    assert isinstance(refused(place.path), StoreDamaged)


def test_a_creation_that_was_interrupted_starts_again(tmp_path: Path) -> None:
    path = tmp_path / "till.db"
    with closing(driver.connect(str(path), isolation_level=None)) as link:
        link.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
        link.execute("PRAGMA journal_mode = wal")  # as far as the log, no table yet
    engines = open_file(path, KEY)
    save(engines, "a")
    engines.dispose()


def test_a_file_that_vanishes_is_not_quietly_begun_anew(tmp_path: Path) -> None:
    place = filled(tmp_path / "till.db", transactions=1)
    engines = open_file(place.path, KEY)
    place.path.unlink()
    with pytest.raises(StoreUnreachable), engines.reader.begin():
        pass
    assert not place.path.exists()
    engines.dispose()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachable):
        open_file(tmp_path / "nowhere" / "till.db", KEY)


def test_two_openings_of_one_file_share_it(tmp_path: Path) -> None:
    place = filled(tmp_path / "till.db", transactions=1)
    engines = open_file(place.path, KEY)
    with closing(place.link(WRITER)) as other:
        other.execute("INSERT INTO effects VALUES ('shop', 'ring', 'z', '')")
        other.execute("INSERT INTO effects VALUES ('shop', 'print', 'z', '')")
    assert saved(engines) == ["000000", "z"]
    engines.dispose()
