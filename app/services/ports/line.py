"""How a counter stands with its server, and what the server told it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from app.domain.card_blocks import CardBlock
from app.domain.lease import NO_FLOOR, Floor, Lease
from app.domain.ledger import Posting
from app.services.ports.chain import ChainPoint


class Bond(StrEnum):
    """How the server takes this counter."""

    JOINING = "JOINING"  # its history is still being sent
    ACTIVE = "ACTIVE"
    REVOKED = "REVOKED"
    FORKED = "FORKED"


@dataclass(frozen=True, slots=True)
class Link:
    """A counter's standing with the server: how it signs in, how far both know of each other, what it may overdraw.

    `audience` is the server's name for itself, under every address. `told` is the last of its own events the server's
    answers contained; `seen` the furthest position any answer was taken from, a scan's too; `leases_since` the ledger
    number after which its own entries count against the leases it holds. `contact_at` is the server's time of the last
    answer, `contact_clock_at` what this machine's clock said then. `server_key` is the public half of what the server
    signs snapshots with; empty until it was told. `card_block` is what it gives cards out of, `protocol` the
    one in which it was told all it was told. `next_key` is to take the place of `private_key`, `former_key` had it
    before, and since `key_since` it is as it is; the first two may be empty.
    """

    server_url: str
    tenant_id: str
    store_id: str
    store_name: str
    client_id: str
    audience: str
    private_key: bytes
    bond: Bond
    position: int = 0
    acked: ChainPoint = ChainPoint(0, 0)
    told: ChainPoint = ChainPoint(0, 0)
    leases_since: int = 0
    contact_at: datetime | None = None
    contact_clock_at: datetime | None = None
    offset_ms: int | None = None
    floor: Floor = NO_FLOOR
    server_key: bytes = b""
    seen: int = 0
    card_block: CardBlock | None = None
    protocol: int = 1
    next_key: bytes = b""
    former_key: bytes = b""
    key_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class CounterLease:
    """A lease with whose it is. `granted_at` is when the server last added to it."""

    member_id: str
    counter_code: str
    epoch: int
    lease: Lease
    granted_at: datetime


@dataclass(frozen=True, slots=True)
class BudgetShare:
    """What a counter may bring of a rule's budget, in one of its epochs, in hundredths of points.

    `keep` is how much of what it has not used it shall keep; the rest is asked back. None: all.
    """

    rule_id: str
    counter_code: str
    epoch: int
    rights: Lease
    keep: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What the server last told of a member: as of which position, whether all of it, and the points it had free.

    `points` are what was available less what counters held: no floor stands on points that are somebody's right.
    """

    position: int
    whole: bool
    points: int


@dataclass(frozen=True, slots=True)
class EventVerdict:
    """What became of one event at the server, when that is more than "posted"."""

    point: ChainPoint
    status: str
    code: str | None
    detail: str | None


@dataclass(frozen=True, slots=True)
class Review:
    """Something a person has to look at: the facts of both sides, and what they may choose. Nothing is dropped."""

    review_id: str
    kind: str
    facts: Mapping[str, Any]
    raised_at: datetime
    settled_at: datetime | None = None
    choice: str | None = None
    staff: str | None = None


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the staff, as a counter knows them."""

    staff_id: str
    name: str
    role: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class ToldStore:
    """A store of the chain, as the server told it."""

    store_id: str
    name: str
    is_open: bool


class Leases(Protocol):
    def get(self, member_id: str, *, counter_code: str, epoch: int) -> Lease:
        """The lease, or one without any rights."""

    def put(self, member_id: str, lease: Lease, *, counter_code: str, epoch: int, granted_at: datetime) -> None: ...
    def settle(self, member_id: str, lease: Lease, *, counter_code: str, epoch: int) -> None:
        """Note what the counter spent and returned of a lease it holds, and when it stops using it."""

    def of_member(self, member_id: str) -> Sequence[CounterLease]:
        """Every counter's rights to what a member has: on them, and on those who were merged into them."""

    def of_counter(self, counter_code: str) -> Sequence[CounterLease]: ...
    def ended(self, *, counter_code: str, epoch: int, at: datetime) -> Sequence[str]:
        """Members to whose points a counter holds unused rights that have ended, or who were merged into another."""


class Budgets(Protocol):
    def get(self, rule_id: str, *, counter_code: str, epoch: int) -> BudgetShare:
        """The share, or one without any rights."""

    def put(self, share: BudgetShare) -> None:
        """Insert or replace."""

    def of_rule(self, rule_id: str) -> Sequence[BudgetShare]: ...
    def of_counter(self, counter_code: str) -> Sequence[BudgetShare]: ...


class Links(Protocol):
    def get(self) -> Link | None:
        """The counter's standing with a server; None when it is alone."""

    def put(self, link: Link) -> None: ...
    def floor_used(self, member_id: str) -> tuple[int, int]:
        """Floor spending the server has not told back yet: on this member, and on all."""

    def use_floor(self, member_id: str, points: int, *, at: ChainPoint) -> None: ...
    def clear_floor(self, told: ChainPoint) -> None:
        """Forget the floor spending that the server's answers contain."""


class Shared(Protocol):
    """What the server told this counter, besides what is in the ledger's own tables."""

    def told(self, member_id: str) -> Told | None: ...
    def told_of_each(self, member_ids: Iterable[str]) -> dict[str, Told]:
        """Of those of them of whom something was told."""

    def put_told(self, told: Mapping[str, Told]) -> None: ...
    def add_told(self, told: Mapping[str, Told]) -> None:
        """Of members of whom nothing was told before."""

    def forget_told(self) -> None:
        """Which members were told, as of when, and all ledger lines."""

    def forget_lines(self, member_ids: Iterable[str]) -> None:
        """All ledger lines of these members."""

    def count(self) -> int: ...
    def add_lines(self, lines: Sequence[Posting]) -> None:
        """Ledger lines as the server numbered them; a line that is here already stays."""

    def lines_of_member(self, member_id: str) -> Sequence[Posting]: ...
    def put_verdicts(self, verdicts: Sequence[EventVerdict]) -> None: ...
    def verdicts(self) -> Sequence[EventVerdict]: ...
    def put_review(self, review: Review) -> None: ...
    def put_colleague(self, colleague: Colleague) -> None: ...
    def forget_colleague(self, staff_id: str) -> None: ...
    def colleagues(self) -> Sequence[Colleague]:
        """Everybody who works or has worked at this counter's store, in the order of their ids."""

    def review(self, review_id: str) -> Review | None: ...
    def forget_review(self, review_id: str) -> None:
        """It is not for this counter, or known under another name."""

    def reviews(self, *, is_open: bool) -> Sequence[Review]: ...
    def reviews_of(self, kind: str) -> Sequence[Review]:
        """All of one kind, open or settled."""


class Stores(Protocol):
    """The stores of the chain, as far as the server told them."""

    def put_all(self, told: Sequence[ToldStore]) -> None:
        """As they are told now, whatever stood here of them."""

    def all(self) -> Sequence[ToldStore]:
        """Closed ones too, in the order of their ids."""
