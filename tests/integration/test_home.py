"""A data file at home: opened and closed with its key, lock and witness; a full disk and a lost end are survived."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from app import demo_shop
from app.bootstrap import open_till
from app.domain.days import INDIA
from app.domain.member import CardStatus
from app.machine import RandomIds, SystemClock
from app.persistence.backup import copy_store
from app.persistence.home import KEY_IN_FILE, TAIL_LOST, Home, OtherCounterError, memory_home, open_home
from app.persistence.keys import keys_of
from app.persistence.link import FilePlace
from app.services.desk import Desk
from app.services.keeping import books
from app.services.keeping.faults import (
    ForeignFile,
    KeyMissing,
    StoreFault,
    StoreFull,
    StoreLocked,
    StoreUnreachable,
    WrongKey,
)
from app.services.members import members
from app.settable import SettingsError
from app.settings import Settings
from tests.desks import PROGRAM, Shop
from tests.disks import can_mount, fill, small_disk

Steps = Callable[[], Callable[[], object]]


def home(file: Path) -> AbstractContextManager[Home]:
    return open_home(file, tenant_id="shop", counter_code="A1", calendar=INDIA)


@contextmanager
def shop_at(file: Path) -> Iterator[Shop]:
    with home(file) as opened:
        shop = Shop(Desk(opened.store, SystemClock(), RandomIds()))
        if opened.is_new:
            shop.publish(PROGRAM)
        yield shop


def sell(shop: Shop, card: str, bills: int) -> list[str]:
    return [shop.sell(card, ("Medicines", 100), ("General", 50)).bill.number for _ in range(bills)]


def numbers(shop: Shop) -> list[str]:
    with shop.store.reading() as uow:
        return [bill.number for bill in uow.bills.all()]


def place(file: Path) -> FilePlace:
    return FilePlace(file, keys_of(file).database)


def test_a_first_start_makes_the_folder_and_all_that_belongs_to_the_file(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "till.db"
    with home(file) as opened:
        assert opened.is_new
        assert opened.notices == (KEY_IN_FILE,)
        Shop(Desk(opened.store, SystemClock(), RandomIds())).publish(PROGRAM)
    assert sorted(one.name for one in file.parent.iterdir()) == [
        "till.db",
        "till.db.key",
        "till.db.lock",
        "till.db.tail",
    ]
    assert file.with_name("till.db.key").stat().st_mode & 0o777 == 0o600
    with home(file) as again:
        assert not again.is_new


def test_a_start_that_was_cut_short_is_still_a_first_start(tmp_path: Path) -> None:
    with home(tmp_path / "till.db"):
        pass  # created, and then nothing was published
    with home(tmp_path / "till.db") as again:
        assert again.is_new


def test_a_desk_does_as_its_settings_say(tmp_path: Path) -> None:
    limits = {"discount_limit_percent": 7, "rate_rise_limit_percent": 6, "rate_max_percent": 50, "expiring_days": 9}
    limits["rate_rise_bill"] = 750
    with open_till(Settings(data_dir=str(tmp_path), **limits)) as till:
        assert {name: getattr(till.desk, name) for name in limits} == limits


def test_stores_in_memory_share_nothing() -> None:
    with ExitStack() as stack:
        homes = [
            stack.enter_context(memory_home(tenant_id="shop", counter_code="A1", calendar=INDIA)) for _ in range(2)
        ]
        shops = [Shop(Desk(one.store, SystemClock(), RandomIds())) for one in homes]
        for shop in shops:
            shop.publish(PROGRAM)
        shops[0].sell(None, ("Medicines", 10))
        assert [len(numbers(shop)) for shop in shops] == [1, 0]


def without_key(file: Path) -> None:
    file.with_name("till.db.key").unlink()


def with_anothers_key(file: Path) -> None:
    with home(file.with_name("other.db")):
        pass
    file.with_name("other.db.key").replace(file.with_name("till.db.key"))


def with_a_torn_key(file: Path) -> None:
    file.with_name("till.db.key").write_text('{"kept_in": "fi')


@pytest.mark.parametrize(
    ("spoil", "fault"), [(without_key, KeyMissing), (with_anothers_key, WrongKey), (with_a_torn_key, KeyMissing)]
)
def test_a_file_that_does_not_open_is_left_alone_and_opens_once_its_key_is_back(
    tmp_path: Path, spoil: Callable[[Path], None], fault: type[StoreFault]
) -> None:
    file = tmp_path / "till.db"
    with shop_at(file) as shop:
        sell(shop, shop.enrol(), 1)
    key, content = file.with_name("till.db.key").read_bytes(), file.read_bytes()
    spoil(file)
    with pytest.raises(fault), home(file):
        pass
    assert file.read_bytes() == content
    file.with_name("till.db.key").write_bytes(key)
    with shop_at(file) as shop:  # and the refused start holds no lock
        assert len(numbers(shop)) == 1


@pytest.mark.parametrize(
    "content", [b"", b"Shopping list:\n eggs\n", b"name,phone\n" * 900], ids=["empty", "note", "csv"]
)
def test_a_file_of_someone_elses_is_called_so_rather_than_missed_the_key_of(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "till.db"
    file.write_bytes(content)
    with pytest.raises(ForeignFile), home(file):
        pass
    assert file.read_bytes() == content
    assert sorted(one.name for one in tmp_path.iterdir()) == ["till.db", "till.db.lock"]


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "shop").write_text("no folder")
    with pytest.raises(StoreUnreachable), home(tmp_path / "shop" / "till.db"):
        pass


def test_one_file_opens_once(tmp_path: Path) -> None:
    with shop_at(tmp_path / "till.db") as shop:
        with pytest.raises(StoreLocked), home(tmp_path / "till.db"):
            pass
        shop.sell(None, ("Medicines", 10))


def test_another_counters_code_does_not_begin_a_second_chain_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "till.db"
    with shop_at(file) as shop:
        before = shop.tables()
    other = open_home(file, tenant_id="shop", counter_code="B2", calendar=INDIA)
    with pytest.raises(OtherCounterError, match="is of counter A1"), other:
        pass
    with shop_at(file) as shop:
        assert shop.tables() == before


@contextmanager
def on_a_small_disk(tmp_path: Path) -> Iterator[tuple[Shop, Steps]]:
    with small_disk(tmp_path / "disk") as disk, shop_at(disk / "till.db") as shop:
        yield shop, lambda: fill(disk)


@contextmanager
def in_a_file_that_may_not_grow(tmp_path: Path) -> Iterator[tuple[Shop, Steps]]:
    """SQLite reports it as it does a full disk. Needs no rights."""
    with shop_at(tmp_path / "till.db") as shop:
        pages = [1_000_000]

        def limit(link: object, _: object) -> None:
            link.execute(f"PRAGMA max_page_count = {pages[0]}")  # type: ignore[attr-defined]

        event.listen(shop.store.transactions.writer, "connect", limit)

        def set_limit(most: int) -> None:
            pages[0] = most
            shop.store.transactions.writer.dispose()

        def filled() -> Callable[[], object]:
            set_limit(1)
            return lambda: set_limit(1_000_000)

        yield shop, filled


def sold_until_full(shop: Shop, card: str) -> list[str]:
    """Use up the room there still is in the pages at hand."""
    saved: list[str] = []
    for _ in range(500):
        try:
            saved += sell(shop, card, 1)
        except StoreFull:
            return saved
    raise AssertionError("the disk has no end")


@pytest.mark.parametrize("where", [in_a_file_that_may_not_grow, *([on_a_small_disk] if can_mount() else [])])
def test_a_disk_that_fills_up_during_a_sale(
    where: Callable[[Path], AbstractContextManager[tuple[Shop, Steps]]], tmp_path: Path
) -> None:
    with where(tmp_path) as (shop, filled):
        card = shop.enrol()
        saved = sell(shop, card, 2)
        freed = filled()
        saved += sold_until_full(shop, card)
        before = shop.tables()
        long_bill = [("Medicines", 100)] * 400
        with pytest.raises(StoreFull) as refused:
            shop.sell(card, *long_bill, key="the bill in hand")
        assert refused.value.sentence.startswith("The disk is full. Nothing was saved;")
        assert shop.tables() == before
        assert numbers(shop) == saved
        freed()
        for _ in range(2):  # the same key: one bill
            last = shop.sell(card, *long_bill, key="the bill in hand").bill.number
        assert numbers(shop) == [*saved, last]
        shop.sound()


def older_copy_put_back(file: Path, *, lost: int) -> tuple[str, list[str]]:
    """A shop whose data file is as it was before its last bills. Returns a card, and the bills the copy has."""
    old = file.with_name("old.db")
    with shop_at(file) as shop:
        card = shop.enrol()
        kept = sell(shop, card, 3)
        copy_store(place(file), old)
        sell(shop, card, lost)
    old.replace(file)
    return card, kept


@pytest.mark.parametrize("lost", [1, 5])
def test_a_lost_end_is_noticed_once_and_selling_goes_on_in_a_new_epoch(tmp_path: Path, lost: int) -> None:
    file = tmp_path / "till.db"
    card, kept = older_copy_put_back(file, lost=lost)
    with home(file) as opened:
        assert opened.notices == (KEY_IN_FILE, TAIL_LOST)
    with home(file) as again:
        assert again.notices == (KEY_IN_FILE,)
    with shop_at(file) as shop:
        with shop.store.reading() as uow:
            assert (uow.journal.head().epoch, uow.journal.head().last_seq) == (2, 0)
        new = sell(shop, card, 2)
        assert numbers(shop) == [*kept, *new]
        shop.sound()
    with shop_at(file) as shop:
        assert books.verify(shop.desk).events == 2 + 3 + 2  # the program, the member, and the bills of both epochs


def test_numbers_of_an_epoch_that_is_lost_with_its_beginning_are_not_given_again(tmp_path: Path) -> None:
    """A copy from before the counter was paired again: neither the bills before that nor those after it are there."""
    file, old = tmp_path / "till.db", tmp_path / "old.db"
    with shop_at(file) as shop:
        card = shop.enrol()
        kept = sell(shop, card, 3)
        copy_store(place(file), old)
        lost = sell(shop, card, 5)
        with shop.store.writing() as uow:
            uow.journal.begin_epoch(above=1)
        lost += sell(shop, card, 1)
    old.replace(file)
    with shop_at(file) as shop:
        (new,) = sell(shop, card, 1)
        given = [int(number.rpartition("/")[2]) for number in (*kept, *lost, new)]
        assert given == list(range(1, 3 + 6 + 1 + 1)), "no number twice, and none left out"


def test_a_copy_as_new_as_the_file_is_no_loss(tmp_path: Path) -> None:
    file = tmp_path / "till.db"
    older_copy_put_back(file, lost=0)
    with home(file) as opened:
        assert TAIL_LOST not in opened.notices


def test_a_witness_that_is_gone_accuses_nobody(tmp_path: Path) -> None:
    file = tmp_path / "till.db"
    older_copy_put_back(file, lost=5)
    file.with_name("till.db.tail").unlink()
    with shop_at(file) as shop:
        assert books.verify(shop.desk).sound
    with home(file) as opened:
        assert TAIL_LOST not in opened.notices


def test_a_first_start_that_was_cut_short_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(data_dir=str(tmp_path))
    with monkeypatch.context() as cut:
        cut.setattr(demo_shop, "_MEMBERS", demo_shop._MEMBERS[:2])
        cut.setattr(demo_shop.card_status, "set_card_status", _cut_short)
        with pytest.raises(KeyboardInterrupt), open_till(settings):
            pass
    with open_till(settings) as till:
        assert members.find_card(till.desk, demo_shop.LOST)[0].card.status is CardStatus.LOST  # type: ignore[union-attr]
        before = len(members.find_name(till.desk, ""))
    with open_till(settings) as till:
        assert len(members.find_name(till.desk, "")) == before == len(demo_shop._MEMBERS)


def _cut_short(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_the_days_of_a_file_do_not_move_to_another_time_zone(tmp_path: Path) -> None:
    settings = Settings(data_dir=str(tmp_path))
    with open_till(settings):
        pass
    moved = replace(settings, time_zone="Europe/Paris")
    with pytest.raises(SettingsError, match="those of Asia/Kolkata"), open_till(moved):
        pass
