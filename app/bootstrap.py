"""The composition root of the counter: the only module that knows every room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING

from app import demo_shop
from app.domain.days import ShopCalendar
from app.domain.program import Program
from app.domain.shift import ShiftRules
from app.machine import ArgonPins, RandomIds, SystemClock, Ticks
from app.replay.ringing import BasketClock, Ringer, replay_program
from app.services.chain.stores import every_store
from app.services.desk import Desk
from app.services.members.members import CARD
from app.services.papers.receipt_facts import ShopFacts
from app.services.papers.receipts import Letterhead
from app.services.ports import Clock, Ids
from app.services.programs.program import publish
from app.services.staff.staff import ensure_somebody
from app.settable import SettingsError
from app.settings import Settings
from printing import photos
from printing.cards.press import CardMaker, CardPress
from printing.cards.texts import ShopText
from printing.printers.book import FILE_NAME, BookFile
from printing.printers.machine import MachinePrinters
from printing.printers.opening import Opener
from printing.spooler import Spooler
from sync.clock_offset import ClockOffset

if TYPE_CHECKING:
    from app.persistence.home import Commits, Home
    from sync.address import ServerAddress
    from sync.line import CounterLine

TENANT = "local"
AGENT = "tillpoint/0.1.0"
OFFICE_DPI = 300  # of the pages drawn on a Windows queue


@dataclass(frozen=True, slots=True)
class Till:
    """A counter with its data file open. `clock` knows how far the server's is, once there is one."""

    desk: Desk
    spooler: Spooler
    notices: tuple[str, ...]
    commits: Commits
    clock: ClockOffset
    press: CardPress

    @property
    def warning(self) -> str:
        """The notice that concerns whoever sells: that the file has lost its end, or that a logo cannot be printed."""
        from app.persistence.home import KEY_IN_FILE

        return next((notice for notice in self.notices if notice != KEY_IN_FILE), "")


@contextmanager
def open_till(settings: Settings) -> Iterator[Till]:
    """Open the counter's data file, creating the demo shop on a first start. Raises StoreFault with its sentence."""
    with opened_till(settings) as till:
        if not is_joined(till.desk):
            demo_shop.create(till.desk)
            ensure_somebody(till.desk, settings.cashier)
        elif not has_rules(till.desk):
            raise SettingsError(
                "This counter has joined a chain and was not told its rules yet. Nothing is lost. "
                "With the line up, run `python -m app sync --once`, then open the counter again."
            )
        yield till


@contextmanager
def opened_till(settings: Settings) -> Iterator[Till]:
    """The data file as it is: on a first start there is nothing in it."""
    with _opened(settings, settings.data_file) as home:
        clock = ClockOffset()
        rules = ShiftRules(settings.shifts == "required", settings.shift_difference_max)
        desk = replace(_desk(settings, home, SystemClock()), shifts=rules, ticks=Ticks(clock.best_ms))
        maker = CardMaker(desk, card_shop(settings), settings.cards_folder, settings.card_template)
        spooler = Spooler(desk, letterhead(settings), machine_printers(settings), {CARD: maker.sheet})
        spooler.recover()
        notices = (*home.notices, *filter(None, logo_of(settings)[1:]))
        yield Till(desk, spooler, notices, home.commits, clock, CardPress(maker, spooler))


def machine_printers(settings: Settings) -> MachinePrinters:
    """The printers of this counter, as its data folder keeps them."""

    def now() -> str:
        return f"{SystemClock().now().astimezone(settings.zone):%d %b %Y, %H:%M}"

    book, opener = BookFile(settings.folder / FILE_NAME), Opener(settings.receipts_folder, draw=_drawn)
    return MachinePrinters(book, opener, now, settings.is_training)


def _drawn(queue: str, name: str, pdf: bytes) -> None:
    """Pages on a Windows queue: the window's room knows how to draw."""
    from printing.pdfium import pages
    from ui.office import draw_pages

    draw_pages(queue, name, pages(pdf, dots_per_point=OFFICE_DPI / 72))


def is_joined(desk: Desk) -> bool:
    with desk.store.reading() as uow:
        return uow.links.get() is not None


def has_rules(desk: Desk) -> bool:
    with desk.store.reading() as uow:
        return uow.programs.latest_version() > 0


@contextmanager
def running_line(settings: Settings, till: Till) -> Iterator[CounterLine]:
    """Sync on threads of its own for as long as the counter is open; it rests until the counter joins a chain."""
    from sync.line import CounterLine

    line = CounterLine(till.desk, addressing(settings), agent=AGENT, dice=SystemRandom().random, clock=till.clock)
    till.commits.listeners.append(lambda _: line.saved())
    line.start()
    try:
        yield line
    finally:
        line.close()


def addressing(settings: Settings) -> Callable[[str], ServerAddress]:
    """How a server's address is to be known: by the certificates the settings name."""
    from sync.address import ServerAddress

    authorities = Path(settings.server_authorities).expanduser() if settings.server_authorities else None
    return lambda url: ServerAddress(url, authorities, settings.server_fingerprint)


@contextmanager
def replay_desk(settings: Settings, data: Path | None) -> Iterator[tuple[Ringer, tuple[str, ...]]]:
    """A ringer on a data file of its own, its clock standing where each basket stood; and what a person should know."""
    clock = BasketClock()
    with _opened(settings, data or settings.folder / "replay.db") as home:
        desk = _desk(settings, home, clock)
        if home.is_new:
            publish(desk, replace(replay_program(), calendar=desk.calendar), staff="replay")
        yield Ringer(desk, clock), home.notices


@contextmanager
def _opened(settings: Settings, file: Path) -> Iterator[Home]:
    from app.persistence.home import OtherCounterError, open_home

    code = settings.counter_code
    with ExitStack() as stack:
        try:
            home = stack.enter_context(
                open_home(file, tenant_id=TENANT, counter_code=code, calendar=ShopCalendar(settings.zone))
            )
        except OtherCounterError as other:
            raise SettingsError(
                f"Setting counter_code cannot be {code!r}: the data file is of counter {other.code}. "
                "Nothing in it was changed. Set it back, or choose another data folder."
            ) from other
        yield home


def _desk(settings: Settings, home: Home, clock: Clock) -> Desk:
    """Raises SettingsError when the file's days are those of another time zone: days that were posted cannot move."""
    calendar = ShopCalendar(settings.zone)
    if not home.is_new:
        with home.store.reading() as uow:
            kept = uow.programs.version(uow.programs.latest_version()).calendar
        if kept != calendar:
            raise SettingsError(
                f"Setting time_zone cannot be {settings.time_zone!r}: the days in the data file are those of "
                f"{kept.zone.key}. Nothing in it was changed. Set it back, or choose another data folder."
            )
    limit, rise = settings.discount_limit_percent, settings.rate_rise_limit_percent
    code, month = settings.counter_code, settings.year_starts_in_month
    desk = Desk(home.store, clock, RandomIds(), code, calendar, month, discount_limit_percent=limit)
    most, usual = settings.rate_max_percent, settings.rate_rise_bill
    told = settings.expiring_days
    desk = replace(desk, stores=partial(every_store, home.store), rate_rise_bill=usual)
    return replace(desk, pins=ArgonPins(), rate_rise_limit_percent=rise, rate_max_percent=most, expiring_days=told)


@contextmanager
def simulated_desk(program: Program, *, clock: Clock, ids: Ids) -> Iterator[Desk]:
    """A desk on a fresh in-memory store that is gone afterwards."""
    from app.persistence.home import memory_home

    with memory_home(tenant_id="scenario", counter_code="A1", calendar=program.calendar) as home:
        desk = Desk(home.store, clock, ids, calendar=program.calendar)
        publish(desk, program, staff="scenario")
        yield desk


def letterhead(settings: Settings) -> Letterhead:
    """The head and foot of every receipt, from the settings."""
    shop = ShopFacts(
        name=settings.shop_name,
        address_lines=_lines(settings.shop_address),
        gstin=settings.shop_gstin,
        licences=_lines(settings.shop_licences),
        phone=settings.shop_phone,
        logo=logo_of(settings)[0],
    )
    return Letterhead(
        shop,
        settings.counter_code,
        _lines(settings.receipt_footer),
        settings.receipt_why_url,
        is_invoice=not settings.is_companion,
        training=settings.is_training,
    )


def logo_of(settings: Settings) -> tuple[bytes, str]:
    """The logo of receipts, and why there is none though the settings name one."""
    if not settings.shop_logo:
        return b"", ""
    return photos.read(Path(settings.shop_logo).expanduser())


def card_shop(settings: Settings) -> ShopText:
    """What every card says of the shop."""
    address = ", ".join(_lines(settings.shop_address))
    return ShopText(settings.shop_name, settings.shop_phone, address, settings.is_training)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("|") if line.strip())
