"""The words themselves: what counter and server say to each other, as facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.services.ports import ChainPoint, EventVerdict

PROTOCOL, PROTOCOL_HEADER = 6, "Tillpoint-Protocol"
GIFTS_SINCE = 5  # from this protocol on programs are told with the rules that give vouchers
CONTACTS_SINCE = 2  # from this protocol on members are told with their e-mail and birthday
DATES_SINCE = 2  # from this protocol on programs are told before they begin
RULES_SINCE = 3  # from this protocol on members are told with what rules brought them, and counters with their budgets
VISITS_SINCE = 4  # from this protocol on members are told with the purchases that push the end of their points
HOLDS_SINCE = 4  # from this protocol on members are told with the days on which tiers that were given end
DRIVES_SINCE = 4  # from this protocol on members are told with the campaigns they take part in
PUBLISHERS_SINCE = 5  # from this protocol on programs are told with who published them
HOMES_SINCE = 5  # from this protocol on members are told with the store they were enrolled in
NAMES_SINCE = 6  # from this protocol on programs are told with other names that members hold a tier by
STORES_SINCE = 6  # from this protocol on counters are told all stores of the chain, by their names
BATCH_EVENTS_MAX = 500
BATCH_BYTES_MAX = 1_000_000
PAGE_ROWS_MAX = 1000
WAIT_MS_MAX = 25_000


class Status(StrEnum):
    """What became of an event at the server."""

    APPLIED = "APPLIED"
    DUPLICATE = "DUPLICATE"
    APPLIED_OVER_LIMIT = "APPLIED_OVER_LIMIT"
    QUARANTINED = "QUARANTINED"
    PARKED = "PARKED"
    FORK = "FORK"


class Topic(StrEnum):
    """What a row of a page is about."""

    MEMBER = "member"
    LEASE = "lease"
    PROGRAM = "program"
    STAFF = "staff"
    STORE = "store"
    REVIEW = "review"
    BILL = "bill"
    BUDGET = "budget"  # news of a counter's shares, which travel with the settings
    VOUCHER = "voucher"


@dataclass(frozen=True, slots=True)
class SentEvent:
    """An event as it travels; `body` is the exact bytes that were sealed."""

    event_id: str
    hash: bytes
    body: bytes


@dataclass(frozen=True, slots=True)
class Push:
    """A run of a counter's chain. `previous_hash` is that of the event before the first, zeros where there is none."""

    protocol: int
    counter: str
    epoch: int
    from_seq: int
    previous_hash: bytes
    events: tuple[SentEvent, ...]
    head: bytes
    signature: bytes

    @property
    def signed(self) -> bytes:
        """What the counter's key signs."""
        return push_signed(self.counter, epoch=self.epoch, from_seq=self.from_seq, head=self.head)


@dataclass(frozen=True, slots=True)
class PushAnswer:
    """A verdict for each event sent. `included` is the last of the counter's own events that the server has."""

    received_seq: int
    results: tuple[EventVerdict, ...]
    position: int
    included: ChainPoint
    server_ms: int
    recall: tuple[str, ...] = ()
    retry_after_ms: int = 0
    max_batch: int = BATCH_EVENTS_MAX


@dataclass(frozen=True, slots=True)
class PageRow:
    """A subject as it stands; `state` is an object of JSON, or null for what is no more."""

    topic: str
    subject: str
    position: int
    state: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class PulledPage:
    """What changed between two positions, as of one moment."""

    from_position: int
    to_position: int
    more: bool
    head: int
    included: ChainPoint
    rows: tuple[PageRow, ...]
    server_ms: int
    recall: tuple[str, ...]
    settings: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ToldRows:
    """Subjects that were asked for, as of one view: a scan's top-up, or members to be seen anew.

    `recalled` when other counters were asked to give their rights back.
    """

    position: int
    included: ChainPoint
    rows: tuple[PageRow, ...]
    server_ms: int
    recalled: bool = False


@dataclass(frozen=True, slots=True)
class RangeDigest:
    """What the server knows of a range of members, in one hash; `first` and `last` are empty where there are none."""

    position: int
    included: ChainPoint
    first: str
    last: str
    members: int
    more: bool
    digest: str


def push_signed(counter: str, *, epoch: int, from_seq: int, head: bytes) -> bytes:
    """'tillpoint push', counter, epoch and from_seq in decimal, then the 32 bytes of the head; a zero byte between."""
    return b"\0".join((b"tillpoint push", counter.encode(), b"%d" % epoch, b"%d" % from_seq, head))
