"""backup and restore from the command line: a copy made, proven, and put back, also on another computer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.bootstrap import open_till
from app.commands.backing_up import is_restore_wished, restore_wished, running_backups, safekeeping
from app.domain.cart import Cart, CartLine
from app.services.sales import checkout
from app.settings import Settings
from tests.integration.cli.conftest import Run


def sell(folder: Path, key: str) -> str:
    with open_till(Settings(data_dir=str(folder))) as till:
        cart = Cart((CartLine("1", "General", 1, 500_00),))
        return checkout.commit_sale(till.desk, checkout.SaleRequest(cart), key=key, staff="asha").bill.number


def numbers(folder: Path) -> list[str]:
    with open_till(Settings(data_dir=str(folder))) as till, till.desk.store.reading() as uow:
        return [bill.number for bill in uow.bills.all()]


def copies(folder: Path) -> list[Path]:
    return sorted((folder / "backups").iterdir())


def test_a_backup_is_made_proven_and_put_back_with_what_came_since(run: Run, folder: Path, shop: Path) -> None:
    assert shop.exists()
    first = sell(folder, "1")
    made = run("backup", "--test")
    assert (made.status, made.err) == (0, "")
    assert "1 bills; the books hold." in made.out
    second = sell(folder, "2")
    (copy,) = copies(folder)
    put = run("restore", copy)
    assert put.status == 0
    assert "Bills made since and entered again: 1." in put.out
    assert numbers(folder) == [first, second]


def test_another_computer_opens_it_with_the_key(run: Run, folder: Path, shop: Path, tmp_path: Path) -> None:
    number = sell(folder, "1")
    saved = tmp_path / "key"
    assert run("backup", "--key", saved).status == 0
    kept = shutil.copy(copies(folder)[0], tmp_path / "copy.db")
    shutil.rmtree(folder)
    without = run("restore", kept)
    assert (without.status, "DB-NO-KEY" in without.err) == (1, True)
    folder.mkdir(exist_ok=True)
    shutil.copy(saved, shop.with_name("till.db.key"))
    assert run("restore", kept).status == 0
    assert numbers(folder) == [number]


def test_nothing_to_back_up(run: Run, folder: Path) -> None:
    nothing = run("backup")
    assert (nothing.status, "There is no data file" in nothing.err) == (2, True)
    assert not folder.exists()


def test_a_folder_that_is_gone(run: Run, shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shop.exists()
    monkeypatch.setenv("TILLPOINT_BACKUP_FOLDER", str(tmp_path / "usb"))
    failed = run("backup")
    assert (failed.status, "is not there" in failed.err) == (1, True)


def test_a_file_that_does_not_open(run: Run, shop: Path) -> None:
    shop.write_bytes(bytes(4096))
    assert run("backup").status == 2


def test_what_was_wished_in_the_window_is_done_once(folder: Path, shop: Path) -> None:
    settings = Settings(data_dir=str(folder))
    assert restore_wished(settings) == ""
    with open_till(settings) as till, running_backups(settings, till) as keeping:
        keeping.back_up()
        sold = Cart((CartLine("1", "General", 1, 500_00),))
        checkout.commit_sale(till.desk, checkout.SaleRequest(sold), key="1", staff="asha")
        keeping.wish(keeping.copies()[0].name)
    assert is_restore_wished(settings)
    assert len(copies(folder)) == 1, "no copy is made of what is about to go"
    assert "was put back" in restore_wished(settings)
    assert not is_restore_wished(settings)
    assert len(numbers(folder)) == 1
    assert shop.exists()


def test_a_wish_that_cannot_be_done_is_said_and_changes_nothing(folder: Path, shop: Path) -> None:
    settings = Settings(data_dir=str(folder))
    with open_till(settings):
        keeping = safekeeping(settings)
        keeping.wish(keeping.back_up().copied_as)
    copies(folder)[0].write_bytes(bytes(4096))
    was = shop.read_bytes()
    assert "Nothing was changed" in restore_wished(settings)
    assert shop.read_bytes() == was
    assert restore_wished(settings) == ""
