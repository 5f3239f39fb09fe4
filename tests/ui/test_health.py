"""The health of the counter in the real window: each part with its state, its test, and the real reason."""

from __future__ import annotations

import logging
import re
import tomllib
from dataclasses import replace
from datetime import timedelta
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from app.commands.log_file import kept_log
from app.demo_shop import RAVI
from app.services.chain.standing import LinkState, NoLine, Standing
from app.services.keeping.backups import BackupState
from app.services.members import members
from app.services.papers.printers import PrinterBook, PrinterKind, PrinterSetup
from app.settings_file import SettingsFile
from tests.thermal import thermal_printer
from tests.ui.walking import faults_of
from ui.errors import Tone
from ui.health import looking
from ui.health.state import Part

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


class Backed:
    """Backups as somebody left them."""

    def __init__(self, state):
        self.given = state
        self.proven = []

    def state(self):
        return self.given

    def back_up(self):
        return replace(self.given, copied_as="till-new.db")

    def prove(self, name):
        self.proven.append(name)
        return self.given


class Lined(NoLine):
    """A line that says how far the clocks are apart."""

    def __init__(self, **standing):
        super().__init__()
        self.given, self.tried = Standing(**standing), 0

    def standing(self):
        return self.given

    def retry(self):
        self.tried += 1


def found(counter, part):
    return next(one for one in counter.window.upkeep.health_page.desk.state.findings if one.part is part)


def test_of(counter, part):
    """Mark a part, test it, and read what came of it."""
    page = counter.window.upkeep.health_page
    page.parts.list.setCurrentRow(list(Part).index(part))
    counter.hand.press("F8")
    counter.hand.settle()
    return page.strip.text


test_of.__test__ = False


@pytest.fixture
def page(open_window, tmp_path):
    """Opens the page of a counter with parts of its context replaced."""

    def opened(**parts):
        return open_window(lambda context: replace(context, place=tmp_path, **parts))

    return opened


def test_every_part_is_there_and_nothing_is_cut_off(page):
    with page() as counter:
        counter.hand.press("Ctrl+Shift+H")
        assert [one.part for one in counter.window.upkeep.health_page.desk.state.findings] == list(Part)
        assert faults_of(counter) == []
        assert found(counter, Part.DISK).tone is Tone.GOOD
        assert "GB free" in found(counter, Part.DISK).words
        assert "no server to compare with" in found(counter, Part.CLOCK).words
        assert test_of(counter, Part.DISK) == found(counter, Part.DISK).words
        assert test_of(counter, Part.CAMERA) == "No camera is set up."
        assert test_of(counter, Part.SERVER) == "This counter belongs to no server."
        assert test_of(counter, Part.BACKUP) == "Nothing is backed up in training."


def test_a_printers_test_says_the_real_reason(page, caplog):
    with thermal_printer() as printer, page() as counter:
        printers = counter.till.spooler.printers
        printers.keep(PrinterBook((PrinterSetup("EPSON", PrinterKind.NETWORK, printer.address),)))
        counter.window.upkeep.health_page.desk._context = replace(counter.context, printers=printers)
        counter.hand.press("Ctrl+Shift+H")
        assert test_of(counter, Part.PRINTER) == "Test page printed: EPSON."
        printer.moods.has_paper = False
        assert test_of(counter, Part.PRINTER) == 'Printer "EPSON" is out of paper. Load paper.'
        caplog.clear()


def test_a_scan_is_told_by_its_length_alone(page):
    with page() as counter:
        counter.hand.press("Ctrl+Shift+H")
        counter.hand.scan("700012345641")
        assert counter.window.upkeep.health_page.strip.text == "The scanner works: 12 letters came."
        assert found(counter, Part.SCANNER).tone is Tone.GOOD
        assert counter.bills() == []
        assert counter.page.counter.sale.bill.profile is None


def test_a_clock_that_runs_behind_the_last_bill_or_off_the_servers_is_said(page):
    ahead = Lined(state=LinkState.SYNCED, offset_ms=11 * 60_000)
    with page(line=ahead) as counter:
        counter.hand.press("Ctrl+Shift+H")
        assert found(counter, Part.CLOCK).words == "Off the server's by 11 min. Set it right."
        assert found(counter, Part.SERVER).tone is Tone.GOOD
        test_of(counter, Part.SERVER)
        assert ahead.tried == 1
    with page() as counter:
        desk = counter.context.desk
        early = SimpleNamespace(now=lambda: desk.clock.now() - timedelta(days=365))
        context = replace(counter.context, desk=replace(desk, clock=early))
        assert looking.clock(context).tone is Tone.BAD
        assert "364 days" in looking.clock(context).words


@pytest.mark.parametrize(("free", "tone"), [(5 * 2**30, Tone.GOOD), (2**29, Tone.WARN), (2**20, Tone.BAD)])
def test_a_disk_that_fills_up(page, monkeypatch, free, tone):
    monkeypatch.setattr(looking.shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    with page() as counter:
        assert looking.disk(counter.context).tone is tone


def test_a_disk_that_is_gone(page, tmp_path):
    with page() as counter:
        gone = replace(counter.context, place=tmp_path / "gone")
        assert looking.disk(gone).tone is Tone.BAD
        assert looking.disk(gone).words == "No such file or directory"
        assert looking.disk(replace(gone, place=None)).tone is Tone.INFO


def test_the_header_says_that_a_backup_is_old_and_leads_there(page):
    with page(backups=Backed(BackupState("b"))) as counter:
        now = counter.context.desk.clock.now()
        backups = counter.context.backups
        watch = counter.window._health
        watch.look()
        counter.hand.settle()
        assert counter.window.header._health.isHidden(), "the first comes soon"
        backups.given = BackupState("b", copied_at=now - timedelta(days=3), copied_as="till.db")
        watch.look()
        counter.hand.settle()
        assert counter.window.header._health.text() == "Backup is 3 days old"
        assert faults_of(counter) == []
        counter.window.header._health.click()
        counter.hand.settle()
        assert counter.window.pages.currentWidget() is counter.window.upkeep.health_page
        assert found(counter, Part.BACKUP).tone is Tone.WARN
        assert test_of(counter, Part.BACKUP) == "The last backup was put back to try: its books hold."
        assert backups.proven == ["till.db"]
        backups.given = replace(backups.given, trouble="No backup: the folder /usb is not there.")
        watch.look()
        counter.hand.settle()
        assert counter.window.header._health.text() == "No backup"


def test_diagnostics_tell_of_the_counter_and_of_nobody(page, tmp_path, caplog):
    environment = {"TILLPOINT_DATA_DIR": str(tmp_path), "TILLPOINT_UPI_ADDRESS": "ravi@bank"}
    kept = SettingsFile(tmp_path, environment, "tillpoint/0.1.0")
    who = ("Ravi", "Sharma", "9820003210", "98200 03210", "700012342052", "7000 1234 2052", "ravi@")
    with kept_log(tmp_path) as logs, page(settings=kept, logs=logs) as counter:
        holder = members.find_card(counter.till.desk, RAVI)[0]
        logging.getLogger("tests").warning("Look at %s, %s", holder, RAVI)
        counter.hand.scan(RAVI)
        counter.hand.press("Ctrl+Shift+H")
        counter.hand.press("F6")
        counter.hand.settle()
        assert counter.window.upkeep.health_page.strip.text.startswith("Copied")
        copied = QApplication.clipboard().text()
    for told in (
        "tillpoint/0.1.0",
        "Python 3.",
        "window 1280 x 720",
        "billing=items",
        "epoch 1",
        "Look at …, …",
        "GB free",
    ):
        assert told in copied, told
    assert [one for one in who if one in copied] == []
    assert str(Path.home()) + "/" not in copied
    caplog.clear()


def test_the_folder_of_the_logs_is_opened(page, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or len(opened) == 1)
    with page(logs=tmp_path) as counter:
        counter.hand.press("Ctrl+Shift+H")
        counter.hand.press("F4")
        assert opened == [str(tmp_path)]
        counter.hand.press("F4")
        assert "could not be opened" in counter.window.upkeep.health_page.strip.text


def test_a_counter_without_a_log_says_so(page):
    with page() as counter:
        counter.hand.press("Ctrl+Shift+H")
        counter.hand.press("F4")
        assert counter.window.upkeep.health_page.strip.text == "This counter keeps no log."


def test_licences_name_all_that_is_shipped(page):
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split(r"[<>=]", one)[0] for one in project["dependencies"]}
    with page() as counter:
        counter.hand.press("Ctrl+Shift+L")
        rows = counter.window.upkeep.licences_page.list._shown
        assert faults_of(counter) == []
    assert needed <= {row.title for row in rows}
    assert all(row.detail for row in rows)
    assert {row.aside for row in rows if row.title == "requests"} == {version("requests")}
