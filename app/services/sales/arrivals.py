"""Arrivals: bills of another billing program that wait at the counter until somebody takes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from app.domain.cart import Cart, CartLine
from app.domain.errors import invalid
from app.services.desk import Desk
from app.services.ports import HeldBill
from app.services.sales.carts import HELD_MAX, LABEL_MAX
from app.services.sales.totals import Totals, read

VERB = "arrival"
HELD_AS = "arrived-"  # how the id of a bill on hold begins that came so


class News(StrEnum):
    """What may be said of what another program sends."""

    BILL = "bill"  # one waits; detail is its amount in minor units
    BROKEN = "broken"  # what came cannot be read, and was put aside; detail says why
    FULL = "full"  # no more can wait: it stays where it is and is tried again
    NO_FOLDER = "no-folder"  # the folder cannot be looked into; detail says why
    NO_DOOR = "no-door"  # the address is taken; detail says why


@dataclass(frozen=True, slots=True)
class Told:
    """`name` is the file's, or the bill's number."""

    news: News
    name: str = ""
    detail: str = ""


class Feeds(Protocol):
    """What brings bills here; it is heard on threads of its own."""

    def listen(self, hear: Callable[[Told], None]) -> None: ...


class NoFeeds:
    """Nothing comes from anywhere."""

    def listen(self, hear: Callable[[Told], None]) -> None:
        """There is nothing to hear."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A bill that came. `is_new` is False where it had come before, and nothing was done."""

    held_id: str
    is_new: bool
    totals: Totals


class NoRoomError(Exception):
    """As many bills wait as may; whoever brings one tries again later."""


def understood(desk: Desk, text: str) -> Totals:
    """A document as this shop understands it. Raises INVALID with a sentence."""
    with desk.store.reading() as uow:
        program = uow.programs.in_force(desk.instant(uow.journal.head()))
    return read(text, categories=program.categories, currency=program.currency)


def lines_of(desk: Desk, totals: Totals) -> tuple[CartLine, ...]:
    return tuple(CartLine(desk.ids.entity(), one.category, Decimal(1), one.amount_minor) for one in totals.totals)


def receive(desk: Desk, totals: Totals, *, key: str) -> Arrival:
    """Let a bill wait at the counter. The same key brings it once, also when it has been taken since.

    Raises INVALID where a key comes back with another amount, and NoRoomError.
    """
    with desk.store.writing() as uow:
        done = uow.effects.result(VERB, key)
        if done is not None:
            held_id, _, amount = done.partition(" ")
            if amount != str(totals.amount_minor):
                raise invalid("That key came before with another amount. Nothing was taken.")
            return Arrival(held_id, is_new=False, totals=totals)
        if len(uow.held.all()) >= HELD_MAX:
            raise NoRoomError
        held_id = f"{HELD_AS}{desk.ids.entity()}"
        at = desk.instant(uow.journal.head())
        uow.held.put(HeldBill(held_id, totals.number[:LABEL_MAX], Cart(lines_of(desk, totals)), None, at))
        uow.effects.record(VERB, key, f"{held_id} {totals.amount_minor}")
    return Arrival(held_id, is_new=True, totals=totals)


def has_arrived(held: HeldBill) -> bool:
    return held.held_id.startswith(HELD_AS)
