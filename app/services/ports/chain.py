"""The counter's own chain of events, and bills on hold, which are in no event yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.domain.cart import Cart
from app.domain.quote import Redeem


@dataclass(frozen=True, slots=True)
class HeldBill:
    """A cart set aside, with the points its customer had chosen to use. It posts nothing and reserves nothing.

    `is_typed` says that the number of the customer's card was typed.
    """

    held_id: str
    label: str
    cart: Cart
    member_id: str | None
    held_at: datetime
    redeem: Redeem = 0
    is_typed: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A link of the counter's chain: `body` is the exact bytes that were hashed and will be sent."""

    epoch: int
    seq: int
    event_id: str
    kind: str
    occurred_at: datetime
    previous_hash: bytes
    hash: bytes
    body: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """Where the counter's chain stands: the last of everything it numbers."""

    epoch: int
    last_seq: int
    head_hash: bytes
    last_ledger_no: int
    latest_at: datetime
    financial_year: str
    last_bill_no: int


@dataclass(frozen=True, slots=True)
class Tick:
    """What this machine's other clocks say: which start of it, how long since, how far from the server's.

    `offset_ms` is the server's clock less this one's, when it was last measured.
    """

    boot: str
    mono_ms: int
    offset_ms: int | None


@dataclass(frozen=True, slots=True, order=True)
class ChainPoint:
    """A place in a counter's chain. Everything up to it, in all epochs before, comes before it."""

    epoch: int
    seq: int


class Held(Protocol):
    def put(self, held: HeldBill) -> None: ...
    def all(self) -> Sequence[HeldBill]: ...
    def take(self, held_id: str) -> HeldBill | None:
        """Remove and return a held bill."""


class Journal(Protocol):
    def head(self) -> Head: ...
    def append(self, event: Event, head: Head) -> None:
        """Store the event and where the counter's chain stands after it."""

    def events(self) -> Iterator[Event]: ...
    def after(self, point: ChainPoint, *, limit: int) -> Sequence[Event]:
        """The next events after a place in the chain, epoch by epoch; at most `limit`."""

    def waiting(self, point: ChainPoint) -> int:
        """How many events come after a place in the chain."""

    def begin_epoch(self, *, above: int, numbered: tuple[str, int] = ("", 0)) -> None:
        """Start a chain of its own, in an epoch above the last one and above `above`.

        Bill numbers go on after the last of their year that was given: here, or as the financial year and number of
        `numbered` say, whose receipt may be in somebody's hand.
        """

    def advance(self, at: datetime) -> None:
        """Take note of a later instant than any in the chain: time does not go back behind it."""
