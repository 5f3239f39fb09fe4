"""A companion's counter as it runs: a file is dropped, a request is made, totals are copied; no bill is disturbed."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from app.demo_shop import RAVI
from app.feeds import running
from app.feeds.running import running_feeds
from app.services.sales import carts
from tests.ui.walking import faults_of
from tests.unit.feeds.ports import free_port

CAME = "Bill INV-7 has come: ₹632.50. Shift+F5 takes what has waited longest."
TEXT = "number;INV-7\nMedicines;512.50\nGeneral;120\n"


@pytest.fixture
def port():
    return free_port()


@pytest.fixture
def counter(open_window, tmp_path, port, monkeypatch):
    monkeypatch.setattr(running, "LOOK_EVERY_S", 0.02)
    monkeypatch.setattr("app.feeds.folder.STILL_S", 0.1)
    (tmp_path / "drop").mkdir()
    opened = []

    def feed(context):
        token = tmp_path / "companion.token"
        opened.append(running_feeds(context.desk, folder=tmp_path / "drop", port=port, token_file=token))
        return replace(context, is_companion=True, feeds=opened[0].__enter__())

    with open_window(feed) as shop:
        yield shop
    opened[0].__exit__(None, None, None)


def post(tmp_path, port):
    token = (tmp_path / "companion.token").read_text().strip()
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    bill = {"key": "7", "number": "INV-7", "total": "632.50"}
    line.request("POST", "/bill", json.dumps(bill), {"Authorization": f"Bearer {token}"})
    return line.getresponse().status


def test_a_dropped_file_waits_beside_an_open_bill_and_is_taken_with_the_card(counter, tmp_path, qtbot):
    counter.hand.type("100")
    counter.hand.press("Return")
    (tmp_path / "drop/7.txt").write_text(TEXT, "utf-8")
    header = counter.window.header
    qtbot.waitUntil(lambda: header._arrived.isVisible(), timeout=10_000)
    assert (header._arrived.text(), len(counter.rows), counter.said) == ("1 bill came", 1, "")
    qtbot.waitUntil(lambda: not faults_of(counter), timeout=5_000)  # once it has laid itself out

    counter.hand.press("Ctrl+Return")
    counter.hand.settle()
    if counter.said not in ("", CAME):  # the receipt has the first word
        counter.hand.press("Esc")
    qtbot.waitUntil(lambda: counter.said == CAME, timeout=10_000)
    counter.hand.scan(RAVI)
    counter.hand.press("Shift+F5")
    counter.hand.settle()
    assert [row[1] for row in counter.rows] == ["Medicines", "General"]
    counter.hand.press("Ctrl+Return")
    counter.hand.settle()
    bill = counter.bills()[-1]
    assert (bill.card_number, [line.gross_minor for line in bill.lines]) == (RAVI, [512_50, 120_00])
    qtbot.waitUntil(lambda: not header._arrived.isVisible(), timeout=10_000)


def test_a_request_waits_too_and_a_locked_counter_says_nothing_of_it(counter, tmp_path, port, qtbot):
    counter.hand.press("Ctrl+L")
    assert [post(tmp_path, port), post(tmp_path, port)] == [201, 200]
    qtbot.waitUntil(lambda: counter.window.header._arrived.text() == "1 bill came", timeout=10_000)
    assert counter.said == ""
    counter.hand.press("Return")
    counter.hand.press("F1")
    counter.window.header._arrived.click()  # from any page
    counter.hand.settle()
    assert counter.page.isVisible()
    assert [row[1] for row in counter.rows] == ["Medicines"]
    assert carts.held(counter.till.desk) == []


def test_what_was_copied_is_taken_by_a_key(counter):
    QGuiApplication.clipboard().setText("Medicines\t512.50\nGeneral\t120")
    counter.hand.press("Ctrl+Shift+V")
    assert [row[1] for row in counter.rows] == ["Medicines", "General"]


KILLED = """
import sys
from pathlib import Path
from app.bootstrap import open_till
from app.feeds import folder
from app.settings import Settings
data, drop = sys.argv[1:]
def killed(*_):
    import os, signal
    os.kill(os.getpid(), signal.SIGKILL)
folder._moved = killed
now = [0.0]
with open_till(Settings(data_dir=data)) as till:
    watched = folder.WatchedFolder(till.desk, Path(drop), print, lambda: now[0])
    watched.look()
    now[0] += 60
    watched.look()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such signal")
def test_a_counter_that_is_killed_in_the_middle_takes_the_file_once(open_window, tmp_path):
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / "7.txt").write_text(TEXT, "utf-8")
    ended = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), str(drop)], check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    with open_window() as counter:
        now = [0.0]
        watched = running.WatchedFolder(counter.till.desk, drop, pytest.fail, lambda: now[0])
        watched.look()
        now[0] += 60
        watched.look()
        assert len(carts.held(counter.till.desk)) == 1
        assert (drop / "taken/7.txt").exists()
