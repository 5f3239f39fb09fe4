"""Work: what presenters ask of the threads that do it, without knowing them."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, TypeVar

T = TypeVar("T")
Then = Callable[[T], None]
Refused = Callable[[Exception], None]


class Topic(StrEnum):
    """What a write may have changed; whoever shows a topic refreshes."""

    BILLS = "bills"
    HELD = "held"
    MEMBERS = "members"
    REVIEWS = "reviews"
    PRINTS = "prints"
    SHIFT = "shift"
    STAFF = "staff"
    CATALOGUE = "catalogue"
    RATES = "rates"


class Work(Protocol):
    """Runs work elsewhere and comes back on the screen's thread, once, with a result or the reason why not."""

    def read(self, work: Callable[[], T], then: Then[T], refused: Refused) -> None:
        """Any order, several at once."""

    def latest(self, slot: str, work: Callable[[], T], then: Then[T], refused: Refused) -> None:
        """As `read`, but only the newest request of a slot is answered."""

    def far(self, slot: str, work: Callable[[], T], then: Then[T], refused: Refused) -> None:
        """As `latest`, for what may wait for the network: nothing else waits behind it."""

    def write(self, work: Callable[[], T], then: Then[T], refused: Refused, *, changes: Topic) -> None:
        """One at a time, in the order asked; afterwards `changes` is told to everyone."""

    def paper(self, work: Callable[[], T], then: Then[T], refused: Refused) -> None:
        """One at a time, in a lane of its own: a slow printer delays no bill."""
