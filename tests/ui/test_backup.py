"""Backups in the real window: made, tried and put back by keys alone, and said in words where that is not possible."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.commands.backing_up import is_restore_wished, restore_wished
from app.commands.counter import OpenCounter
from app.demo_shop import MANAGER_PIN
from app.domain.staff import Person, Pin, Role
from app.settings import Settings
from tests.ui.walking import faults_of
from ui.hand import Hand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@dataclass
class Keeper:
    counter: OpenCounter
    hand: Hand

    @property
    def window(self):
        return self.counter.window

    @property
    def page(self):
        return self.window.upkeep.backup_page

    @property
    def said(self) -> str:
        return self.page.strip.text

    @property
    def known(self) -> dict[str, str]:
        return {fact.name: fact.words for fact in self.page.desk.state.facts}

    def press(self, *keys: str) -> None:
        for key in keys:
            self.hand.press(key)
        self.hand.settle()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=str(tmp_path / "shop"), camera="")


@pytest.fixture
def keep(open_program):
    def opened(stack: ExitStack, settings: Settings, news: str = "") -> Keeper:
        return Keeper(*stack.enter_context(open_program(settings, news)))

    return opened


@pytest.fixture
def keeper(keep, settings: Settings) -> Iterator[Keeper]:
    with ExitStack() as stack:
        yield keep(stack, settings)


def sell(keeper: Keeper) -> None:
    keeper.hand.type("430/3")
    keeper.press("Return", "Ctrl+Return")


def test_a_backup_is_made_and_tried_while_the_counter_is_open(keeper: Keeper) -> None:
    sell(keeper)
    keeper.press("Ctrl+Shift+B")
    assert keeper.known["Last backup"] == "never"
    keeper.press("F9")
    assert keeper.said.startswith("Backed up: till-A1-")
    assert keeper.known["Last backup"].endswith("(less than a minute ago)")
    keeper.press("F5")
    assert "put back with 1 bill and " in keeper.said
    assert keeper.page.copies.list.hasFocus()
    assert "the books hold" in keeper.known["Last proven"]
    assert [row.aside for row in keeper.page.desk.state.copies] == ["proven"]
    assert faults_of(keeper) == []
    sell_again = keeper.counter.till.desk
    keeper.press("Esc")
    sell(keeper)
    with sell_again.store.reading() as uow:
        assert len(list(uow.bills.all())) == 2


def test_a_folder_that_is_gone_is_said_and_selling_goes_on(keep, settings: Settings, tmp_path: Path, caplog) -> None:
    with ExitStack() as stack:
        keeper = keep(stack, replace(settings, backup_folder=str(tmp_path / "usb")))
        keeper.press("Ctrl+Shift+B", "F9")
        assert keeper.said.startswith(f"No backup: the folder {tmp_path / 'usb'} is not there. Selling goes on.")
        assert "is not there" in keeper.known["Trouble"]
        assert faults_of(keeper) == []
        assert "BKP-GONE" in caplog.text
        caplog.clear()
        keeper.press("Esc")
        sell(keeper)


def test_putting_back_asks_for_an_owner_and_is_done_before_the_counter_opens_again(keep, settings: Settings) -> None:
    with ExitStack() as stack:
        keeper = keep(stack, settings)
        desk = keeper.counter.till.desk
        with desk.store.writing() as uow:
            uow.staff.put(Person("usha", "Usha", Role.OWNER))
            uow.staff.put_key(replace(uow.staff.key("usha"), pin_hash=desk.pins.hashed(Pin("7391"))))
        sell(keeper)
        keeper.press("Ctrl+Shift+B", "F9", "Esc")
        sell(keeper)
        keeper.press("Ctrl+Shift+B", "F8")
        approving = keeper.window.approval.approving
        assert approving.is_open
        assert approving.state.approvers == ("Usha",)
        keeper.hand.type("7391")
        keeper.press("Return")
        assert not keeper.window.isVisible()
        assert is_restore_wished(settings)
    news = restore_wished(settings)
    assert "Bills made since and entered again: 1." in news
    with ExitStack() as stack:
        again = keep(stack, settings, news)
        assert "was put back" in again.window.counter_page.strip.text
        with again.counter.till.desk.store.reading() as uow:
            assert len(list(uow.bills.all())) == 2


def test_where_there_is_no_owner_a_manager_decides(keeper: Keeper) -> None:
    keeper.press("Ctrl+Shift+B", "F9", "F8")
    approving = keeper.window.approval.approving
    assert approving.state.approvers == ("Vikram",)
    keeper.hand.type(MANAGER_PIN)
    keeper.press("Return")
    assert not keeper.window.isVisible()


def test_a_backup_that_went_away_meanwhile_is_not_wished_for(keeper: Keeper, settings: Settings, caplog) -> None:
    keeper.press("Ctrl+Shift+B", "F9")
    for one in settings.backups_folder.iterdir():
        one.unlink()
    keeper.press("F8")
    keeper.hand.type(MANAGER_PIN)
    keeper.press("Return")
    assert keeper.window.isVisible()
    assert "is not there" in keeper.said
    assert "BKP-GONE" in caplog.text
    caplog.clear()
    assert not is_restore_wished(settings)


def test_a_counter_without_backups_says_so(counter) -> None:
    counter.hand.press("Ctrl+Shift+B")
    assert counter.window.upkeep.backup_page.strip.text == "In training nothing counts, so nothing is backed up."
    for key in ("F9", "F5"):
        counter.hand.press(key)
    assert counter.window.upkeep.backup_page.desk.state.copies == ()
