"""Copies: whole, proven, of one instant, and never half of one left lying about."""

import threading
from contextlib import closing
from pathlib import Path

import pytest

from app.persistence import backup
from app.persistence.backup import copy_store, prove
from app.persistence.engine import Engines, open_file
from app.persistence.link import WRITER, FilePlace
from app.services.keeping.faults import CopyFailed, StoreDamaged, StoreFault, StoreUnreachable, WrongKey
from tests.integration.persistence.ledger import everything, filled, save, saved


def move_head(engines: Engines, seq: int) -> None:
    with engines.writer.begin() as connection:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO counters VALUES ('shop', 'A1', 1, ?, ?, 0, 0, '26-27', 0)",
            (seq, seq.to_bytes(32)),
        )


def test_a_copy_is_the_whole_file_at_one_instant(engines: Engines, place: FilePlace, tmp_path: Path) -> None:
    for number in range(50):
        save(engines, f"{number}")
    move_head(engines, 50)
    copy = copy_store(place, tmp_path / "copy.db")
    assert copy.heads == (("shop", "A1", 1, 50, (50).to_bytes(32)),)
    assert everything(copy.place) == everything(place)
    engines.dispose()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.db", "till.db"]


def test_a_copy_opens_as_a_store(engines: Engines, place: FilePlace, tmp_path: Path) -> None:
    save(engines, "a")
    copy_store(place, tmp_path / "copy.db")
    copied = open_file(tmp_path / "copy.db", place.key)
    save(copied, "b")
    assert (saved(engines), saved(copied)) == (["a"], ["a", "b"])
    copied.dispose()


def test_bills_go_on_while_a_copy_is_made(engines: Engines, place: FilePlace, tmp_path: Path) -> None:
    done = threading.Event()
    rung: list[int] = []

    def ring() -> None:
        while not done.is_set():
            save(engines, f"{len(rung):06}", result="x" * 500)
            move_head(engines, len(rung))
            rung.append(len(rung))

    till = threading.Thread(target=ring)
    till.start()
    for _ in range(10):
        copy = copy_store(place, tmp_path / "copy.db")
        copied = open_file(copy.place.path, place.key)
        keys = saved(copied)
        copied.dispose()
        assert keys == [f"{number:06}" for number in range(len(keys))]
        assert [head[3] for head in copy.heads] in ([], [len(keys) - 1], [len(keys) - 2])
    done.set()
    till.join()
    assert len(rung) > 10


def test_a_newer_copy_takes_the_place_of_the_older(engines: Engines, place: FilePlace, tmp_path: Path) -> None:
    save(engines, "a")
    copy_store(place, tmp_path / "copy.db")
    save(engines, "b")
    copy = copy_store(place, tmp_path / "copy.db")
    assert everything(copy.place) == everything(place)


def test_the_remains_of_an_interrupted_copy_do_not_matter(engines: Engines, place: FilePlace, tmp_path: Path) -> None:
    save(engines, "a")
    (tmp_path / "copy.db.part").write_bytes(b"half a page")
    copy = copy_store(place, tmp_path / "copy.db")
    assert everything(copy.place) == everything(place)
    assert not (tmp_path / "copy.db.part").exists()


def test_a_damaged_file_is_not_copied_and_the_last_good_copy_stays(tmp_path: Path) -> None:
    place = filled(tmp_path / "till.db")
    good = copy_store(place, tmp_path / "copy.db").place.path.read_bytes()
    whole = bytearray(place.path.read_bytes())
    whole[30 * 4096 + 7] ^= 1
    place.path.write_bytes(whole)
    with pytest.raises(StoreDamaged):
        copy_store(place, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_bytes() == good
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.db", "till.db"]


def test_an_index_that_misses_a_row_is_found_though_every_page_checks(tmp_path: Path) -> None:
    place = filled(tmp_path / "till.db")
    with closing(place.link(WRITER)) as link:
        link.execute("PRAGMA writable_schema = 1")
        link.execute(
            "UPDATE sqlite_master SET sql = 'CREATE TABLE effects (tenant_id TEXT NOT NULL, verb TEXT NOT NULL, "
            "key TEXT NOT NULL, result TEXT NOT NULL, PRIMARY KEY (tenant_id, key, verb)) STRICT' "
            "WHERE name = 'effects'"
        )
    with pytest.raises(StoreDamaged, match="sqlite_autoindex_effects"):
        prove(place)


def test_a_sound_file_badly_copied_is_the_copys_fault(
    engines: Engines, place: FilePlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a failing memory stick would give: the file itself is read again, found sound, and the shop goes on."""

    def copy_badly(source: FilePlace, target: FilePlace) -> backup.Heads:
        heads = copy_well(source, target)
        content = bytearray(target.path.read_bytes())
        content[5 * 4096] ^= 1
        target.path.write_bytes(content)
        return heads

    save(engines, "a")
    copy_well = backup._copy
    monkeypatch.setattr(backup, "_copy", copy_badly)
    with pytest.raises(CopyFailed):
        copy_store(place, tmp_path / "copy.db")
    engines.dispose()
    assert [file.name for file in tmp_path.iterdir()] == ["till.db"]


def test_the_log_of_an_older_copy_is_not_mixed_into_the_newer(
    engines: Engines, place: FilePlace, tmp_path: Path
) -> None:
    save(engines, "a")
    copy_store(place, tmp_path / "copy.db")
    older = open_file(tmp_path / "copy.db", place.key)
    save(older, "only in the older copy")
    log = (tmp_path / "copy.db-wal").read_bytes()
    older.dispose()
    (tmp_path / "copy.db-wal").write_bytes(log)
    copy = copy_store(place, tmp_path / "copy.db")
    assert everything(copy.place) == everything(place)


def test_a_copy_that_ends_elsewhere_is_not_kept(
    engines: Engines, place: FilePlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a disk that lies about what it wrote would give."""
    move_head(engines, 7)
    monkeypatch.setattr(backup, "prove", lambda copy: prove(copy)[1:])
    with pytest.raises(CopyFailed, match="ends elsewhere"):
        copy_store(place, tmp_path / "copy.db")
    engines.dispose()
    assert [file.name for file in tmp_path.iterdir()] == ["till.db"]


def test_a_file_is_not_copied_onto_itself(engines: Engines, place: FilePlace) -> None:
    save(engines, "a")
    with pytest.raises(CopyFailed):
        copy_store(place, place.path)
    assert saved(engines) == ["a"]


@pytest.mark.parametrize("target", ["nowhere/copy.db", "till.db/copy.db"])
def test_a_folder_that_is_not_there(engines: Engines, place: FilePlace, tmp_path: Path, target: str) -> None:
    save(engines, "a")
    with pytest.raises(StoreUnreachable):
        copy_store(place, tmp_path / target)


def test_a_copy_needs_the_key(engines: Engines, place: FilePlace, tmp_path: Path) -> None:
    save(engines, "a")
    copy = copy_store(place, tmp_path / "copy.db")
    with pytest.raises(WrongKey):
        prove(FilePlace(copy.place.path, bytes(32)))
    with pytest.raises(StoreFault):
        copy_store(FilePlace(place.path, bytes(32)), tmp_path / "copy.db")
    assert everything(copy.place) == everything(place)
