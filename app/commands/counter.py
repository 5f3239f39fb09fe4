"""The counter itself: opened on a screen, or taken through one sale where there is none."""

from __future__ import annotations

import gc
import importlib.util
import logging
import os
import pkgutil
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from app import demo_shop
from app.bootstrap import AGENT, Till, open_till, running_line
from app.commands.backing_up import is_restore_wished, restore_wished, running_backups
from app.commands.log_file import FOLDER, kept_log
from app.commands.refusing import UNUSABLE, refuse
from app.devices.scanner_file import FILE_NAME, ScannerFile
from app.domain.giving_back import ReturnLimits
from app.services.chain.standing import Line, TrainingLine
from app.services.keeping.backups import Backups
from app.services.keeping.faults import StoreFault
from app.services.papers.printers import Role
from app.services.programs.program import current
from app.services.sales.arrivals import Feeds, NoFeeds
from app.services.staff.signing_in import at_opening
from app.settings import Settings
from app.settings_file import SettingsFile
from printing.printers.book import PrintersUnreadable

if TYPE_CHECKING:
    from app.services.catalogue.catalogue_list import ProductList
    from app.services.desk import Desk
    from app.services.reports.table import Table
    from ui.context import CounterContext
    from ui.window import CounterWindow

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class OpenCounter:
    """The window over an open till."""

    window: CounterWindow
    till: Till

    def is_idle(self) -> bool:
        return self.window.tasks.is_idle


@contextmanager
def opened_counter(settings: Settings, news: str = "") -> Iterator[OpenCounter]:
    """The counter's window, shown and ready; closed with everything in it saved. Raises StoreFault.

    `news` is what whoever opens it has to know first.
    """
    with ExitStack() as stack:
        with _nothing_collected():
            counter = _opened(settings, stack, news)
        Thread(target=read_pages, name="pages", daemon=True).start()
        try:
            yield counter
        finally:
            counter.window.shut()


def read_pages() -> None:
    """Read what pages are made of while nobody waits for one: to open the rules' first held the screen up for it."""
    import ui

    for room in pkgutil.iter_modules(ui.__path__, "ui."):
        if room.ispkg and importlib.util.find_spec(f"{room.name}.page"):
            importlib.import_module(f"{room.name}.page")


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """All that is made for a counter stays: looking through it for what may go took a tenth of the start.

    Nor is it looked through later on, again and again, which took a third of the time that many members need to come.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _opened(settings: Settings, stack: ExitStack, news: str) -> OpenCounter:
    from ui.language import QtTongue
    from ui.window import open_counter
    from ui.words import speak

    speak(QtTongue(settings.language))  # what is said before there is a window is said in it too
    till = stack.enter_context(open_till(settings))
    line = stack.enter_context(_line(settings, till))
    feeds = stack.enter_context(_feeds(settings, till))
    backups = None if settings.is_training else stack.enter_context(running_backups(settings, till))
    for notice in till.notices:
        _log.info(notice)
    context = _context(settings, till, line, feeds, backups)
    return OpenCounter(open_counter(replace(context, notice=news or context.notice)), till)


def _context(settings: Settings, till: Till, line: Line, feeds: Feeds, backups: Backups | None) -> CounterContext:
    from ui.actions import ACTIONS
    from ui.actions.binding import read as read_keys
    from ui.context import CounterContext
    from ui.session import Session

    scanner = ScannerFile(settings.folder / FILE_NAME)
    return CounterContext(
        desk=till.desk,
        receipts=till.spooler,
        shop_name=settings.shop_name,
        session=Session(at_opening(till.desk, settings.cashier)),
        theme=settings.theme,
        language=settings.language,
        opens_receipts=has_display(),
        lock_minutes=settings.lock_minutes,
        notice=till.warning,
        line=line,
        cards=till.press,
        receipt_printer=_receipt_printer(till),
        printers=till.spooler.printers,
        exports=settings.folder / "exports",
        camera=settings.camera,
        wedge=scanner.read(),
        keep_wedge=scanner.write,
        upi_address=settings.upi_address,
        is_companion=settings.is_companion,
        feeds=feeds,
        return_limits=return_limits(settings, till),
        is_training=settings.is_training,
        save_rest=_save_rest,
        report_files=ReportFiles(till.desk),
        backups=backups,
        place=settings.folder,
        logs=settings.folder / FOLDER,
        sounds=settings.sounds,
        keys=read_keys(settings.own_keys, ACTIONS, profile=settings.key_profile),
        settings=None if settings.is_training else SettingsFile(settings.folder, os.environ, AGENT),
    )


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """What writes files is loaded when there is one to write."""

    desk: Desk

    def save(self, file: Path, table: Table, *, days: str, say: Callable[[str], str]) -> None:
        from app.commands.reporting import save_report

        save_report(self.desk, file, table, days=days, say=say)

    def save_cases(self, file: Path) -> None:
        from app.commands.export import save_cases

        save_cases(self.desk, file)

    def save_evidence(self, file: Path, bill_id: str, *, title: str, say: Callable[[str], str]) -> None:
        from app.commands.reporting import save_evidence

        save_evidence(self.desk, file, bill_id, title=title, say=say)


def _save_rest(file: Path, found: ProductList) -> Path:
    """What writes tables is loaded when there is one to write."""
    from app.commands.lists import write_rest

    return write_rest(file, found)


def _line(settings: Settings, till: Till) -> AbstractContextManager[Line]:
    return nullcontext(TrainingLine()) if settings.is_training else running_line(settings, till)


def _feeds(settings: Settings, till: Till) -> AbstractContextManager[Feeds]:
    """What brings bills of another program; it is loaded where there is any. Training takes nothing that counts."""
    is_fed = settings.is_companion and not settings.is_training
    if not is_fed or not (settings.companion_folder or settings.companion_port):
        return nullcontext(NoFeeds())
    folder = Path(settings.companion_folder).expanduser() if settings.companion_folder else None
    from app.feeds.running import TOKEN_FILE, running_feeds

    token_file = settings.folder / TOKEN_FILE
    return running_feeds(till.desk, folder=folder, port=settings.companion_port, token_file=token_file)


def return_limits(settings: Settings, till: Till) -> ReturnLimits:
    """What a cashier gives back alone; the limit is set in whole money of the shop's currency."""
    currency = current(till.desk).currency
    return ReturnLimits(settings.return_days, settings.return_limit * currency.minor_per_major)


def _receipt_printer(till: Till) -> str:
    """Where receipts go. A book that cannot be read is said when the first one does not."""
    try:
        return till.spooler.printers.book().chosen(Role.RECEIPTS).name
    except PrintersUnreadable:
        return ""


def has_display() -> bool:
    """Whether a person can see a window here."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_counter(settings: Settings) -> int:
    """Exit status: 0 when the counter was closed (or its sale made), 2 when the data file cannot be used."""
    try:
        if not has_display():
            return _rehearse(settings)
        return _run(settings)
    except StoreFault as fault:
        refuse(fault)
        if has_display():
            from ui.fault import show_fault

            show_fault(fault.sentence)
        return UNUSABLE


def _run(settings: Settings) -> int:
    """What is to be asked first is asked first; where that window is closed, no counter opens."""
    from app.commands import first_run
    from ui.window import application, fit_to_screen

    asked = first_run.ask(settings, os.environ) if first_run.is_unfinished(settings) else settings
    if asked is None:
        return 0
    with kept_log(asked.folder):
        while True:
            news = restore_wished(asked)
            with opened_counter(asked, news) as counter:
                fit_to_screen(counter.window)
                status = application().exec()
            if not is_restore_wished(asked):
                return status


def _rehearse(settings: Settings) -> int:
    """Without a display: one real sale in the same window, on a data file of its own, to see that all of it works."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    out = settings.folder / "rehearsal"
    print("There is no display here, so the counter is taken through one sale offscreen:")
    print("scan a card, ring three items, redeem points, pay.")
    with ExitStack() as stack:
        own = replace(settings, data_dir=stack.enter_context(tempfile.TemporaryDirectory()))
        counter = stack.enter_context(opened_counter(own))
        for picture in _sale(counter, out):
            print(f"  picture  {picture}")
        for receipt in _kept(own.receipts_folder, out):
            print(f"  receipt  {receipt}")
    print("With a display, the same command opens the counter.")
    return 0


def _sale(counter: OpenCounter, out: Path) -> Iterator[Path]:
    from ui.hand import Hand
    from ui.story import one_sale

    return one_sale(Hand(counter.window, counter.is_idle), demo_shop.RAVI, out)


def _kept(receipts: Path, out: Path) -> Iterator[Path]:
    """Copy the receipts to where they stay."""
    out.mkdir(parents=True, exist_ok=True)
    for receipt in sorted(receipts.glob("*.pdf")):
        yield Path(shutil.copy(receipt, out / receipt.name))
