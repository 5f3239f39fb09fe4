"""Backups of an open counter: made and proven while it sells, thinned out, and what is said where none can be made."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.days import INDIA
from app.domain.staff import Role
from app.machine import RandomIds, SystemClock
from app.persistence import keeping_up, safekeeping
from app.persistence.copies import CopyFolder
from app.persistence.home import open_home
from app.persistence.keys import keys_of
from app.persistence.link import WRITER, FilePlace
from app.persistence.proving import Counter
from app.persistence.restoring import restore
from app.persistence.safekeeping import Safekeeping
from app.services.desk import Desk
from app.services.keeping import books
from app.services.keeping.backups import BackupFault, BackupTrouble
from app.services.keeping.faults import StoreLocked
from app.services.sales import carts
from app.services.staff import staff
from tests.contract import facts
from tests.desks import PROGRAM, STAFF, Shop, cart
from tests.disks import can_mount, fill, small_disk

NOON = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)


@dataclass
class Time:
    at: datetime = NOON

    def __call__(self) -> datetime:
        return self.at

    def wait(self, **time: float) -> None:
        self.at += timedelta(**time)


@dataclass
class Counting:
    """A counter with its backups in `folder`."""

    file: Path
    folder: Path
    now: Time
    chosen: bool = True

    @contextmanager
    def open(self) -> Iterator[tuple[Shop, Safekeeping]]:
        with open_home(self.file, tenant_id="shop", counter_code="A1", calendar=INDIA) as home:
            shop = Shop(Desk(home.store, SystemClock(), RandomIds()))
            if home.is_new:
                shop.publish(PROGRAM)
            yield shop, self.keeping(shop.desk)

    def counter(self, desk: Desk) -> Counter:
        return Counter(self.file, keys_of(self.file), "shop", "A1", INDIA, lambda store: replace(desk, store=store))

    def keeping(self, desk: Desk) -> Safekeeping:
        return Safekeeping(self.counter(desk), CopyFolder(self.folder, "A1", INDIA, self.chosen), self.now)


@pytest.fixture
def counting(tmp_path: Path) -> Counting:
    (tmp_path / "usb").mkdir()
    return Counting(tmp_path / "data" / "till.db", tmp_path / "usb", Time())


def sell(shop: Shop, bills: int = 1) -> list[str]:
    return [shop.sell(None, ("General", 100)).bill.number for _ in range(bills)]


def numbers(shop: Shop) -> list[str]:
    with shop.store.reading() as uow:
        return [bill.number for bill in uow.bills.all()]


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def trouble_of(keeping: Safekeeping) -> BackupTrouble:
    with pytest.raises(BackupFault) as fault:
        keeping.back_up()
    assert keeping.state().trouble == fault.value.sentence
    return fault.value.trouble


def test_a_backup_is_made_and_proven_while_bills_go_on(counting: Counting) -> None:
    with counting.open() as (shop, keeping):
        ravi = shop.enrol("Ravi")
        shop.credit(ravi, 500_00)
        sell(shop, 3)
        made = keeping.back_up()
        sell(shop)
        proof = keeping.prove(made.copied_as).proof
        assert (made.copied_at, made.trouble) == (NOON, "")
        assert proof is not None
        assert (proof.name, proof.bills, proof.points) == (made.copied_as, 3, 500_00)
        assert keeping.state().proof == proof
    assert names(counting.folder) == ["till-A1-20261121T063000Z.db"]
    assert "till.db" in names(counting.file.parent)
    assert not [one for one in names(counting.file.parent) if one.startswith("put-back")]


def test_what_is_remembered_outlives_the_program_and_a_note_nobody_can_read(counting: Counting) -> None:
    with counting.open() as (_, keeping):
        made = keeping.back_up()
    with counting.open() as (_, again):
        assert again.state() == made
        counting.file.with_name(safekeeping.NOTE).write_text("{}")
        assert again.state().copied_at is None
        assert again.state().folder == str(counting.folder)


def test_a_folder_that_was_chosen_and_is_gone_is_never_made(counting: Counting) -> None:
    counting.folder.rmdir()
    with counting.open() as (shop, keeping):
        assert trouble_of(keeping) is BackupTrouble.GONE
        assert not counting.folder.exists()
        assert keeping.copies() == ()
        assert not keeping.state().is_same_disk
        sell(shop)
        counting.folder.mkdir()
        assert keeping.back_up().trouble == ""


def test_the_counters_own_folder_is_made_and_is_on_its_disk(counting: Counting) -> None:
    own = replace(counting, folder=counting.file.parent / "backups", chosen=False)
    with own.open() as (_, keeping):
        assert keeping.state().is_same_disk
        keeping.back_up()
        assert keeping.state().is_same_disk
    assert len(names(own.folder)) == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may write anywhere")
def test_a_folder_that_bars_us_is_said(counting: Counting) -> None:
    counting.folder.chmod(0o500)
    with counting.open() as (_, keeping):
        assert trouble_of(keeping) is BackupTrouble.BARRED


@pytest.mark.skipif(not can_mount(), reason="no disk of its own can be made here")
def test_a_full_disk_is_said_and_selling_goes_on(counting: Counting, tmp_path: Path) -> None:
    with small_disk(tmp_path / "small") as disk, counting.open() as (shop, _):
        keeping = replace(counting, folder=disk).keeping(shop.desk)
        fill(disk)
        assert trouble_of(keeping) is BackupTrouble.FULL
        assert not list(disk.glob("till-*"))
        sell(shop)


def test_a_disk_pulled_out_in_the_middle_is_said(counting: Counting, monkeypatch: pytest.MonkeyPatch) -> None:
    copied = safekeeping.copy_store

    def pulled(source: FilePlace, target: Path) -> object:
        shutil.rmtree(target.parent)
        return copied(source, target)

    monkeypatch.setattr(safekeeping, "copy_store", pulled)
    with counting.open() as (shop, keeping):
        assert trouble_of(keeping) is BackupTrouble.GONE
        sell(shop)


def test_a_damaged_data_file_is_not_copied_over_a_good_backup(counting: Counting) -> None:
    with counting.open() as (shop, keeping):
        sell(shop, 30)
        keeping.back_up()
    spoil(counting.file)
    counting.now.wait(days=1)
    keys = keys_of(counting.file)
    counter = Counter(counting.file, keys, "shop", "A1", INDIA, lambda _: pytest.fail("nothing is opened"))
    broken = Safekeeping(counter, CopyFolder(counting.folder, "A1", INDIA, chosen=True), counting.now)
    assert trouble_of(broken) in (BackupTrouble.SOURCE, BackupTrouble.FAILED)
    assert names(counting.folder) == ["till-A1-20261121T063000Z.db"]


def spoil(file: Path) -> None:
    """A page in the middle is not what was written."""
    content = bytearray(file.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 200] = bytes(200)
    file.write_bytes(content)


def test_a_damaged_backup_is_no_proof(counting: Counting) -> None:
    with counting.open() as (shop, keeping):
        sell(shop, 30)
        made = keeping.back_up()
        spoil(counting.folder / made.copied_as)
        with pytest.raises(BackupFault) as fault:
            keeping.prove(made.copied_as)
        assert fault.value.trouble is BackupTrouble.UNSOUND
        assert keeping.state().proof is None


def test_books_that_do_not_hold_are_no_proof(counting: Counting) -> None:
    with counting.open() as (shop, keeping):
        ravi = shop.enrol("Ravi")
        shop.credit(ravi, 500_00)
        made = keeping.back_up()
        link = FilePlace(counting.folder / made.copied_as, keys_of(counting.file).database).link(WRITER)
        link.execute("UPDATE balances SET points = points + 1")
        link.close()
        with pytest.raises(BackupFault) as fault:
            keeping.prove(made.copied_as)
        assert fault.value.trouble is BackupTrouble.UNSOUND


def test_a_backup_of_another_counter_is_foreign(counting: Counting, tmp_path: Path) -> None:
    other = Counting(tmp_path / "other" / "till.db", counting.folder, counting.now)
    with other.open() as (_, keeping):
        made = keeping.back_up()
    with counting.open() as (_, keeping), pytest.raises(BackupFault) as fault:
        keeping.prove(made.copied_as)
    assert fault.value.trouble is BackupTrouble.FOREIGN


def test_a_backup_that_is_gone_is_gone(counting: Counting) -> None:
    with counting.open() as (_, keeping):
        with pytest.raises(BackupFault) as fault:
            keeping.prove("till-A1-20260101T000000Z.db")
        assert fault.value.trouble is BackupTrouble.GONE
        with pytest.raises(BackupFault):
            keeping.wish("till-A1-20260101T000000Z.db")
        counting.folder.rmdir()
        with pytest.raises(BackupFault) as fault:
            keeping.prove("till-A1-20260101T000000Z.db")
        assert fault.value.trouble is BackupTrouble.GONE


def test_old_copies_go_and_other_files_stay(counting: Counting) -> None:
    (counting.folder / "letter.txt").write_text("mine")
    (counting.folder / "till-B2-20260101T000000Z.db").write_text("another counter's")
    (counting.folder / "till-A1-20269999T999999Z.db").write_text("no time of ours")
    with counting.open() as (_, keeping):
        for _ in range(20):
            keeping.back_up()
            counting.now.wait(hours=1)
            keeping.back_up()
            counting.now.wait(hours=23)
        kept = keeping.copies()
    assert [one.made_at.hour for one in kept] == [7, 6, *[7] * 13]
    assert {"letter.txt", "till-B2-20260101T000000Z.db"} <= set(names(counting.folder))
    assert len({INDIA.day_of(one.made_at) for one in kept}) == 14


def test_a_day_has_its_backup_and_a_week_its_proof(counting: Counting) -> None:
    with counting.open() as (_, keeping):
        keeping.keep_up()
        first = keeping.state()
        assert first.proof is not None
        keeping.keep_up()
        assert keeping.state() == first
        counting.now.wait(days=1)
        keeping.keep_up()
        assert keeping.state().copied_at == counting.now.at
        assert keeping.state().proof == first.proof
        counting.now.wait(days=6)
        keeping.keep_up()
        assert keeping.state().proof != first.proof


def test_what_fails_by_itself_is_noted_and_tried_again(counting: Counting) -> None:
    counting.folder.rmdir()
    with counting.open() as (_, keeping):
        keeping.keep_up()
        assert "is not there" in keeping.state().trouble
        counting.folder.mkdir()
        keeping.keep_up()
        assert keeping.state().trouble == ""


def test_the_end_of_the_day_is_kept_once(counting: Counting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping_up, "FIRST_AFTER_S", 0.01)
    with counting.open() as (shop, keeping):
        with keeping_up.kept_up(keeping, shop.store):
            while keeping.state().proof is None:
                pass
            sell(shop)
            counting.now.wait(hours=9)
        assert keeping.state().copied_at == counting.now.at
        counting.now.wait(hours=1)
        with keeping_up.kept_up(keeping, shop.store):
            pass
        assert len(keeping.copies()) == 2, "nothing had come since"


# Restoring.


def restored(counting: Counting, desk: Desk, name: str):  # type: ignore[no-untyped-def]
    return restore(counting.counter(desk), counting.folder / name, counting.now.at)


def test_a_restore_brings_back_what_came_after_the_backup(counting: Counting) -> None:
    with counting.open() as (shop, keeping):
        ravi = shop.enrol("Ravi")
        sell(shop, 2)
        made = keeping.back_up()
        shop.sell(ravi, ("General", 500))
        sell(shop, 2)
        staff.add(shop.desk, "Kiran", Role.CASHIER, staff=STAFF)
        before, desk = shop.tables(), shop.desk
    done = restored(counting, desk, made.copied_as)
    assert (done.bills_back, done.bills_left, done.is_read, done.again) == (3, 0, True, True)
    with counting.open() as (shop, _):
        after = shop.tables()
        apart = {"effects", "print_jobs", "own_staff", "staff_keys"}
        assert {k: v for k, v in after.items() if k not in apart} == {k: v for k, v in before.items() if k not in apart}
        assert books.verify(shop.desk).sound
        assert sell(shop) == ["A1/26-27/000006"]
    assert counting.file.with_name(done.kept_as).exists()


def test_a_file_that_cannot_be_read_any_more_is_replaced_and_no_number_comes_twice(counting: Counting) -> None:
    with counting.open() as (shop, keeping):
        sell(shop, 2)
        made, desk = keeping.back_up(), shop.desk
        sell(shop, 2)
    counting.file.write_bytes(os.urandom(counting.file.stat().st_size))
    done = restored(counting, desk, made.copied_as)
    assert (done.bills_back, done.is_read) == (0, False)
    with counting.open() as (shop, _):
        assert numbers(shop) == ["A1/26-27/000001", "A1/26-27/000002"]
        assert sell(shop) == ["A1/26-27/000005"], "the witness of the tail remembers"
        assert books.verify(shop.desk).sound


def labels(shop: Shop) -> list[str]:
    return [one.label for one in carts.held(shop.desk)]


def test_bills_on_hold_are_as_they_were_before_and_none_that_was_paid_since_comes_back(counting: Counting) -> None:
    with counting.open() as (shop, keeping):
        paid_later = carts.hold(shop.desk, cart=cart(("General", 20)), member_id=None, label="paid later")
        made = keeping.back_up()
        carts.recall(shop.desk, paid_later.held_id)
        sell(shop)
        ravi = shop.enrol("Ravi")
        carts.hold(shop.desk, cart=cart(("General", 20)), member_id=shop.member_id(ravi), label="Ravi waits", redeem=5)
        before, desk = carts.held(shop.desk), shop.desk
    assert restored(counting, desk, made.copied_as).held == 1
    with counting.open() as (shop, _):
        assert carts.held(shop.desk) == before
    counting.file.write_bytes(os.urandom(counting.file.stat().st_size))
    done = restored(counting, desk, made.copied_as)
    assert (done.held, done.is_read) == (1, False)
    with counting.open() as (shop, _):
        assert labels(shop) == ["paid later"], "what came since nobody knows"


def test_a_restore_without_any_data_file(counting: Counting) -> None:
    with counting.open() as (shop, keeping):
        sell(shop, 2)
        made, desk = keeping.back_up(), shop.desk
    counting.file.unlink()
    done = restored(counting, desk, made.copied_as)
    assert (done.kept_as, done.is_read) == ("", False)
    with counting.open() as (shop, _):
        assert len(numbers(shop)) == 2


def test_in_a_chain_bills_that_were_left_are_listed_and_an_epoch_begins(counting: Counting) -> None:
    with counting.open() as (shop, keeping):
        with shop.store.writing() as uow:
            uow.links.put(facts.link())
        sell(shop, 1)
        made, desk = keeping.back_up(), shop.desk
        sell(shop, 2)
    done = restored(counting, desk, made.copied_as)
    assert (done.bills_back, done.bills_left) == (0, 2)
    rows = counting.file.with_name(done.listed).read_text("utf-8").splitlines()
    assert [row.split(",")[0] for row in rows] == ["number", "A1/26-27/000002", "A1/26-27/000003"]
    with counting.open() as (shop, _):
        with shop.store.reading() as uow:
            assert uow.journal.head().epoch == 2
        assert sell(shop) == ["A1/26-27/000004"]


def test_a_backup_that_is_not_sound_leaves_everything_as_it_was(counting: Counting) -> None:
    with counting.open() as (shop, keeping):
        sell(shop, 30)
        made, desk = keeping.back_up(), shop.desk
        sell(shop)
    spoil(counting.folder / made.copied_as)
    was = counting.file.read_bytes()
    with pytest.raises(BackupFault):
        restored(counting, desk, made.copied_as)
    assert counting.file.read_bytes() == was
    assert not list(counting.file.parent.glob("*before-restore*"))


def test_books_that_do_not_hold_are_not_put_back(counting: Counting) -> None:
    with counting.open() as (shop, keeping):
        shop.credit(shop.enrol("Ravi"), 500_00)
        made, desk = keeping.back_up(), shop.desk
    link = FilePlace(counting.folder / made.copied_as, keys_of(counting.file).database).link(WRITER)
    link.execute("UPDATE balances SET points = points + 1")
    link.close()
    with pytest.raises(BackupFault) as fault:
        restored(counting, desk, made.copied_as)
    assert fault.value.trouble is BackupTrouble.UNSOUND
    assert not list(counting.file.parent.glob("*before-restore*"))


def test_what_a_program_that_died_left_behind_goes(counting: Counting) -> None:
    with counting.open() as (_, keeping):
        left = counting.file.parent / "put-back-died"
        left.mkdir()
        (left / "till.db").write_text("half a copy")
        keeping.prove(keeping.back_up().copied_as)
        assert not left.exists()


def test_an_open_counter_is_not_restored_over(counting: Counting) -> None:
    with counting.open() as (shop, keeping):
        made = keeping.back_up()
        with pytest.raises(StoreLocked):
            restored(counting, shop.desk, made.copied_as)


def test_a_backup_of_a_time_before_another_restore_is_of_another_chain(counting: Counting) -> None:
    with counting.open() as (shop, keeping):
        sell(shop, 1)
        made, desk = keeping.back_up(), shop.desk
        sell(shop, 1)
        counting.now.wait(hours=1)
        late = keeping.back_up()
    for one in counting.file.parent.iterdir():  # what was sealed since is lost, and nobody remembers it
        if one.name in ("till.db", "till.db.tail"):
            one.unlink()
    restored(counting, desk, made.copied_as)
    with counting.open() as (shop, _):
        sell(shop, 2)
    done = restored(counting, desk, late.copied_as)
    assert (done.is_read, done.bills_back) == (False, 0)
