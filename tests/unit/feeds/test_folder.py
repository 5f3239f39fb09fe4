"""The watched folder: files are taken whole and once; what is broken is put aside, and nothing is lost."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.feeds import folder as folder_module
from app.feeds.folder import STILL_S, UNFINISHED_STILL_S, WatchedFolder
from app.services.sales import carts
from app.services.sales.arrivals import News, Told
from tests.desks import Shop, memory_shop

WHOLE = "number;INV-7\nMedicines;512.50\n"


@dataclass
class Watch:
    shop: Shop
    path: Path
    now_s: float = 0.0
    told: list[Told] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        self.folder = WatchedFolder(self.shop.desk, self.path, self.told.append, lambda: self.now_s)

    def write(self, name: str, text: str) -> Path:
        file = self.path / name
        file.write_text(text, "utf-8")
        return file

    def look(self, *, after_s: float = STILL_S) -> None:
        """Twice: a file is seen, and after a while seen again."""
        self.folder.look()
        self.now_s += after_s
        self.folder.look()

    @property
    def amounts(self) -> list[int]:
        return [held.cart.lines[0].unit_price_minor for held in carts.held(self.shop.desk)]

    @property
    def left(self) -> list[str]:
        return sorted(str(one.relative_to(self.path)) for one in self.path.rglob("*") if one.is_file())


@pytest.fixture
def watch(tmp_path):
    with memory_shop() as shop:
        yield Watch(shop, tmp_path)


def test_a_file_becomes_a_bill_that_waits_and_is_kept_among_the_taken(watch):
    watch.write("7.txt", WHOLE)
    watch.look()
    watch.look()
    assert (watch.amounts, watch.left) == ([512_50], ["taken/7.txt"])
    assert watch.told == [Told(News.BILL, "INV-7", "51250")]


def test_a_file_that_still_grows_is_waited_for(watch):
    watch.write("7.txt", "Medicines;5")
    watch.look()
    assert watch.amounts == []
    watch.write("7.txt", "Medicines;512.50\nGeneral;120\n")
    watch.look(after_s=STILL_S / 2)
    assert watch.amounts == []
    watch.look(after_s=STILL_S / 2)
    assert watch.amounts == [512_50]


def test_one_without_an_end_is_taken_when_it_has_long_stood_still(watch):
    watch.write("7.json", '{"total": 512.5}')
    watch.write("8.txt", "General;9")
    watch.look()
    assert watch.amounts == [512_50]
    watch.look(after_s=UNFINISHED_STILL_S)
    assert watch.amounts == [512_50, 9_00]


def test_a_counter_killed_before_the_file_was_moved_takes_it_once(watch, monkeypatch):
    watch.write("7.txt", WHOLE)
    with monkeypatch.context() as killed:
        killed.setattr(folder_module, "_moved", lambda *_: None)
        watch.look()
    assert (watch.amounts, watch.left) == ([512_50], ["7.txt"])
    carts.recall(watch.shop.desk, carts.held(watch.shop.desk)[0].held_id)
    watch.restart()
    watch.look()
    assert (watch.amounts, watch.left) == ([], ["taken/7.txt"])
    assert len(watch.told) == 1


def test_a_file_that_somebody_holds_is_moved_when_they_let_go(watch, monkeypatch):
    watch.write("7.txt", WHOLE)
    with monkeypatch.context() as held:
        held.setattr(Path, "rename", lambda *_: (_ for _ in ()).throw(PermissionError("held")))
        watch.look()
        watch.look()
        assert watch.left == ["7.txt"]
    watch.look()
    assert (watch.amounts, watch.left, len(watch.told)) == ([512_50], ["taken/7.txt"], 1)


def test_the_same_figures_in_another_file_are_another_bill_and_the_same_key_is_not(watch):
    for _ in range(2):
        os.utime(watch.write("next.txt", WHOLE), ns=(1, int(watch.now_s) + 1))
        watch.look()
    assert watch.amounts == [512_50, 512_50]
    assert watch.left == ["taken/next-2.txt", "taken/next.txt"]
    for name in ("a.txt", "b.txt"):
        watch.write(name, "key;one\nGeneral;9\n")
        watch.look()
    assert watch.amounts == [512_50, 512_50, 9_00]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"Toys;5\n", "no category called Toys"),
        (b"\xff\xfeT\n", "not text in UTF-8"),
        (b"9" * 70_000 + b"\n", "too long"),
    ],
)
def test_a_broken_file_is_put_aside_with_the_reason_and_said(watch, data, why):
    (watch.path / "7.csv").write_bytes(data)
    watch.look()
    assert watch.left == ["broken/7.csv", "broken/7.csv.why.txt"]
    assert (watch.path / "broken/7.csv").read_bytes() == data
    assert why in (watch.path / "broken/7.csv.why.txt").read_text("utf-8")
    (told,) = watch.told
    assert (told.news, told.name) == (News.BROKEN, "7.csv")
    assert why in told.detail


def test_what_is_no_document_is_left_alone(watch):
    for name in (".7.txt", "7.txt.tmp", "photo.png"):
        watch.write(name, WHOLE)
    (watch.path / "folder.txt").mkdir()
    (watch.path / "link.txt").symlink_to(watch.path / "photo.png")
    watch.look()
    assert (watch.amounts, watch.told) == ([], [])


def test_with_no_room_files_stay_and_come_in_later(watch):
    watch.write("0.txt", "General;9\n")
    watch.look()
    cart = carts.held(watch.shop.desk)[0].cart
    for _ in range(carts.HELD_MAX - 1):
        carts.hold(watch.shop.desk, cart=cart, member_id=None, label="x")
    watch.write("7.txt", WHOLE)
    watch.look()
    watch.look()
    assert [told.news for told in watch.told] == [News.BILL, News.FULL]
    carts.recall(watch.shop.desk, carts.held(watch.shop.desk)[0].held_id)
    watch.look()
    assert 512_50 in watch.amounts


def test_a_folder_that_is_not_there_is_said_once_each_time(watch):
    there, gone = watch.path, watch.path / "gone"
    for path in (gone, gone, there, gone):
        watch.folder.folder = path
        watch.look()
    assert [told.news for told in watch.told] == [News.NO_FOLDER, News.NO_FOLDER]


def test_a_file_written_anew_in_the_moment_it_is_moved_comes_again(watch, monkeypatch):
    file = watch.write("7.txt", WHOLE)
    receive = folder_module.receive

    def slow(*args, **kwargs):
        done = receive(*args, **kwargs)
        if file.read_text("utf-8") == WHOLE:
            watch.write("7.txt", "General;9.50\n")
        return done

    monkeypatch.setattr(folder_module, "receive", slow)
    watch.look()
    watch.look()
    assert watch.amounts == [512_50, 9_50]
