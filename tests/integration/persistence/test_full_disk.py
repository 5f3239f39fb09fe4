"""The disk fills up in the middle of the day: nothing half is kept, nothing saved is lost, and room makes it go on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from app.persistence.backup import copy_store, prove
from app.persistence.engine import Engines, open_file
from app.persistence.link import FilePlace
from app.persistence.lock import FileLock
from app.services.keeping.faults import StoreFull
from tests.disks import Freed, can_mount, fill, small_disk
from tests.integration.persistence.ledger import KEY, filled, save, saved


@contextmanager
def full_disk(tmp_path: Path) -> Iterator[tuple[Engines, Freed]]:
    with small_disk(tmp_path / "disk") as disk:
        engines = open_file(disk / "till.db", KEY)
        save(engines, "")
        freed = fill(disk)
        yield engines, freed
        engines.dispose()


@contextmanager
def full_file(tmp_path: Path) -> Iterator[tuple[Engines, Freed]]:
    """A file that may not grow, which SQLite reports as it does a full disk. Needs no rights."""
    engines = open_file(tmp_path / "till.db", KEY)
    pages = [80]

    def limit(link: object, _: object) -> None:
        link.execute(f"PRAGMA max_page_count = {pages[0]}")  # type: ignore[attr-defined]

    save(engines, "")
    event.listen(engines.writer, "connect", limit)
    engines.writer.dispose()
    yield engines, lambda: pages.__setitem__(0, 100_000)
    engines.dispose()


def ring_up(engines: Engines, acknowledged: list[str]) -> None:
    for number in range(1000):
        save(engines, f"{number:06}", result="x" * 20_000)
        acknowledged.append(f"{number:06}")


HOW = [full_file, *([full_disk] if can_mount() else [])]


@pytest.mark.parametrize("filling", HOW)
def test_a_full_disk_costs_the_bill_in_hand_and_no_other(tmp_path: Path, filling: Callable[..., object]) -> None:
    with filling(tmp_path) as (engines, freed):  # type: ignore[attr-defined]
        acknowledged = [""]
        with pytest.raises(StoreFull) as refused:
            ring_up(engines, acknowledged)
        assert refused.value.retry_can_help
        assert saved(engines) == acknowledged
        freed()
        save(engines, "after")
        assert saved(engines) == [*acknowledged, "after"]


if can_mount():

    def test_a_till_says_why_it_does_not_start(tmp_path: Path) -> None:
        with small_disk(tmp_path / "disk") as disk:
            filled(disk / "till.db", transactions=3)
            freed = fill(disk)
            for start in (lambda: open_file(disk / "till.db", KEY), lambda: open_file(disk / "new.db", KEY)):
                with pytest.raises(StoreFull):
                    start()
            freed()
            engines = open_file(disk / "till.db", KEY)
            assert len(saved(engines)) == 3
            engines.dispose()

    def test_a_copy_that_does_not_fit_leaves_nothing(tmp_path: Path) -> None:
        place = filled(tmp_path / "till.db")
        with small_disk(tmp_path / "stick") as stick:
            freed = fill(stick)
            with pytest.raises(StoreFull):
                copy_store(place, stick / "copy.db")
            assert [file.name for file in stick.iterdir()] == ["ballast"]
            freed()
            copy_store(place, stick / "copy.db")
            prove(FilePlace(stick / "copy.db", KEY))

    def test_a_lock_on_a_full_disk_says_so(tmp_path: Path) -> None:
        with small_disk(tmp_path / "disk") as disk:
            freed = fill(disk)
            with pytest.raises(StoreFull):
                FileLock.take(disk / "till.db")
            freed()
            FileLock.take(disk / "till.db").release()
