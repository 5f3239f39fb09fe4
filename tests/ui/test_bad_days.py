"""What goes wrong around a counter: other people's cards, cameras, libraries, clocks. Selling goes on, and says so."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from app import demo_shop
from app.devices import sources
from app.domain.codes import card_number, format_card_number
from app.services.keeping import books
from app.services.ports import Clock
from tests.ui.cameras import PATIENCE_MS, card_video, with_camera
from tests.ui.walking import ring

STRANGER = card_number("7000999999")


def sells(counter):
    """One bill, with points, from the scan to the paper."""
    before = len(counter.bills())
    ring(counter)
    counter.hand.press("Ctrl+Return")
    return len(counter.bills()) == before + 1 and counter.rows == []


def test_somebody_elses_card_is_said_and_the_bill_goes_on_without_one(counter):
    counter.hand.type("500")
    counter.hand.press("Return")
    counter.hand.scan(STRANGER)
    assert counter.said == (
        f"Card {format_card_number(STRANGER)} is not in our list. Continue without a card, or press F6 to register it."
    )
    assert (len(counter.rows), counter.window.counter.sale.bill.profile) == (1, None)
    counter.hand.press("Ctrl+Return")
    assert counter.bills()[0].member_id is None


def test_a_camera_that_another_program_uses_is_said(open_window, qtbot, tmp_path, monkeypatch):
    def busy(*_):
        raise sources.CameraFault(sources.CameraTrouble.BUSY, "it gives no pictures")

    monkeypatch.setattr(sources.Video, "frame", busy)
    with open_window(with_camera(card_video(tmp_path))) as counter:
        counter.hand.press("F12")
        qtbot.waitUntil(lambda: bool(counter.said), timeout=PATIENCE_MS)
        assert counter.said == ("Another program is using the camera. Close it, or use the scanner / type the number.")
        assert sells(counter)


def test_without_libraries_that_read_pictures_the_scanner_works(open_window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyzbar", None)
    monkeypatch.setitem(sys.modules, "zxingcpp", None)
    with open_window(with_camera(card_video(tmp_path))) as counter:
        counter.hand.press("F12")
        qtbot.waitUntil(lambda: bool(counter.said), timeout=PATIENCE_MS)
        assert counter.said.startswith("Camera scanning isn't available on this computer")
        assert counter.said.endswith("The USB scanner works.")
        assert sells(counter)


@dataclass
class Wrong:
    """A clock that is off by so much."""

    clock: Clock
    by: timedelta = timedelta(0)

    def now(self) -> datetime:
        return self.clock.now() + self.by


@pytest.mark.parametrize("by", [timedelta(days=-365), timedelta(days=1)], ids=["a year back", "a day forward"])
def test_a_clock_that_is_set_wrong_loses_no_bill_and_no_point(open_window, by):
    with open_window() as first:
        assert sells(first)
        number = first.bills()[0].number
    wrong = []

    def at_the_wrong_time(context):
        clock = Wrong(context.desk.clock)
        wrong.append(clock)
        return replace(context, desk=replace(context.desk, clock=clock))

    with open_window(at_the_wrong_time) as counter:
        wrong[0].by = by
        assert sells(counter)
        wrong[0].by = timedelta(0)
        assert sells(counter)
        bills = {bill.number: bill for bill in counter.bills()}
        assert len(bills) == 3
        assert sorted(bills) == [f"{number[:-1]}{n}" for n in (1, 2, 3)]
        assert books.verify(counter.till.desk).faults == ()


def test_a_card_that_was_lost_is_known_by_its_last_digits_only(counter):
    counter.hand.scan(demo_shop.LOST)
    assert "was reported lost on" in counter.said
    assert demo_shop.LOST not in counter.said.replace(" ", "")
