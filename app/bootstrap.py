"""The composition root of the counter: the only module that knows every room."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app import demo_shop
from app.domain.days import ShopCalendar
from app.domain.program import Program
from app.machine import RandomIds, SystemClock
from app.replay.ringing import BasketClock, Ringer, replay_program
from app.services.desk import Desk
from app.services.ports import Clock, Ids
from app.services.program import publish
from app.services.receipt_facts import ShopFacts
from app.services.receipts import Letterhead
from app.settings import Settings, SettingsError
from printing.spooler import ReceiptSpooler

if TYPE_CHECKING:
    from app.persistence.home import Home

TENANT = "local"


@dataclass(frozen=True, slots=True)
class Till:
    """A counter with its data file open."""

    desk: Desk
    spooler: ReceiptSpooler
    notices: tuple[str, ...]

    @property
    def warning(self) -> str:
        """The notice that concerns whoever sells: that the file has lost its end."""
        from app.persistence.home import TAIL_LOST

        return TAIL_LOST if TAIL_LOST in self.notices else ""


@contextmanager
def open_till(settings: Settings) -> Iterator[Till]:
    """Open the counter's data file, creating the demo shop on a first start. Raises StoreFault with its sentence."""
    with _opened(settings, settings.data_file) as home:
        desk = _desk(settings, home, SystemClock())
        demo_shop.create(desk)
        yield Till(desk, ReceiptSpooler(desk, letterhead(settings), settings.receipts_folder), home.notices)


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
            kept = uow.programs.current().calendar
        if kept != calendar:
            raise SettingsError(
                f"Setting time_zone cannot be {settings.time_zone!r}: the days in the data file are those of "
                f"{kept.zone.key}. Nothing in it was changed. Set it back, or choose another data folder."
            )
    return Desk(home.store, clock, RandomIds(), settings.counter_code, calendar, settings.year_starts_in_month)


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
    )
    return Letterhead(shop, settings.counter_code, _lines(settings.receipt_footer))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("|") if line.strip())
