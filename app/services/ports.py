"""What the verbs need from the world: a store of units of work, a clock, ids. Engines implement these; fakes may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from app.domain.bill import Bill, TenderKind
from app.domain.card_blocks import CardBlock
from app.domain.cart import Cart
from app.domain.giving_back import GivenBack
from app.domain.lease import NO_FLOOR, Floor, Lease
from app.domain.ledger import Posting
from app.domain.lots import Account
from app.domain.member import Card, CardStatus, Holder, Member
from app.domain.program import Program
from app.domain.quote import Redeem
from app.domain.reversal import Moved, Refunded
from app.domain.tiers import Activity, Metrics, TierChangeKind
from app.services.print_jobs import PrintQueue

if TYPE_CHECKING:
    from app.services.catalogue_records import Catalogue
    from app.services.claim_records import Claim
    from app.services.rate_drafts import RateDraft
    from app.services.records import BillRows
    from app.services.reports.records import Reports
    from app.services.shift_records import Shifts
    from app.services.staff_records import Staff

FOUND_MAX = 20  # a list a cashier can read at a glance


class Clock(Protocol):
    def now(self) -> datetime:
        """This machine's idea of the instant, in UTC."""


class Ids(Protocol):
    def entity(self) -> str:
        """A new time-ordered id (UUID version 7)."""

    def card_digits(self) -> str:
        """Ten random digits for a new card number."""

    def staff_card_digits(self) -> str:
        """Eighteen random digits for a new staff card."""


@dataclass(frozen=True, slots=True)
class BillActivity:
    """One bill's contribution to tiers and monthly counts, net of refunds. A cancelled bill has none."""

    bill_id: str
    member_id: str
    activity: Activity


@dataclass(frozen=True, slots=True)
class RefundRecord:
    """A return or cancellation as stored: what this one moved by the bill's reckoning, and what was really posted.

    The two differ only where a program stops at zero instead of posting a debt. What names no line is
    `amount_minor` less the sum of `line_amounts`. `ways` is how the money went back; empty where all of it was cash.
    """

    refund_id: str
    bill_id: str
    kind: str
    occurred_at: datetime
    staff: str
    amount_minor: int
    line_amounts: Mapping[str, int]
    moved: Moved
    posted_reversed_points: int
    posted_referrer_points: int
    balance_after: int
    ways: tuple[GivenBack, ...] = ()

    @property
    def cash_back_minor(self) -> int:
        """What the customer got in money, in whichever way."""
        return self.amount_minor - self.moved.restored_minor

    @property
    def given(self) -> tuple[GivenBack, ...]:
        """The money that went back, by its ways."""
        money = self.cash_back_minor
        return self.ways or ((GivenBack(TenderKind.CASH, money),) if money > 0 else ())


@dataclass(frozen=True, slots=True)
class TierChange:
    change_id: str
    member_id: str
    from_tier: str
    to_tier: str
    kind: TierChangeKind
    reason: str
    metrics: Metrics
    staff: str
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class HeldBill:
    """A cart set aside, with the points its customer had chosen to use. It posts nothing and reserves nothing."""

    held_id: str
    label: str
    cart: Cart
    member_id: str | None
    held_at: datetime
    redeem: Redeem = 0


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
    one in which it was told all it was told.
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


@dataclass(frozen=True, slots=True)
class CounterLease:
    """A lease with whose it is. `granted_at` is when the server last added to it."""

    member_id: str
    counter_code: str
    epoch: int
    lease: Lease
    granted_at: datetime


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


class Members(Protocol):
    def by_card(self, number: str) -> Holder | None: ...
    def by_id(self, member_id: str) -> Holder | None:
        """The member with their active card, if they have one."""

    def by_phone(self, phone: str) -> Sequence[Holder]: ...
    def by_last_four(self, digits: str) -> Sequence[Holder]:
        """Members whose phone or card ends in these digits; at most FOUND_MAX."""

    def by_name(self, prefix: str) -> Sequence[Holder]:
        """Members whose name starts so, case folded, in name order; at most FOUND_MAX."""

    def add(self, member: Member, card: Card) -> None: ...
    def add_card(self, card: Card) -> None: ...
    def set_card_status(self, number: str, status: CardStatus, at: datetime) -> None: ...
    def cards_of(self, member_id: str) -> Sequence[Card]:
        """Every card a member ever had, oldest first."""

    def put_all(self, told: Sequence[tuple[Member, Sequence[Card]]]) -> None:
        """Write members and their cards as they are told, whatever stood here. None is named twice."""

    def has_any(self, member_ids: Sequence[str], *, cards: Sequence[str]) -> bool:
        """Whether one of these members or cards is known."""

    def add_all(self, told: Sequence[tuple[Member, Sequence[Card]]]) -> None:
        """Write members and cards of whom nothing stands here."""

    def set_profile(self, member: Member) -> None:
        """Write the member's name, phone, language, e-mail and birthday."""

    def set_referrer(self, member_id: str, referrer_id: str) -> None: ...
    def set_merged(self, member_id: str, into: str) -> None: ...
    def set_tier(self, member_id: str, tier: str) -> None: ...
    def above_tier(self, lowest: str) -> Sequence[tuple[str, str]]:
        """(member id, tier) of members who hold another tier than the lowest."""

    def ids_after(self, member_id: str, *, limit: int) -> Sequence[str]:
        """The ids that follow one, whoever's it is, in the order of their bytes; at most `limit`."""

    def ancestry(self, member_id: str) -> Sequence[str]:
        """The member's chain of referrers, nearest first."""

    def brought_by(self, member_id: str) -> Sequence[Holder]:
        """Whom a member brought, one level; at most FOUND_MAX."""

    def holder_of_points(self, member_id: str) -> str:
        """The member who has these points now: the id itself, or the one it was merged into."""


class Ledger(Protocol):
    def open_account(self, member_id: str, *, in_debt: bool) -> Account:
        """Open lots (and debts): all that pricing and paying need."""

    def full_account(self, member_id: str) -> Account: ...
    def append(self, postings: Sequence[Posting], *, event_seq: int) -> None: ...
    def save_account(self, member_id: str, before: Account, after: Account) -> None:
        """Write the difference between two states of a member's lots and uses."""

    def put_accounts(self, accounts: Mapping[str, Account]) -> None:
        """Replace whatever stands here by these accounts, which share nothing."""

    def add_accounts(self, accounts: Mapping[str, Account]) -> None:
        """Write the lots and uses of members who have none here."""

    def save_balance(self, member_id: str, *, points: int, debt: int) -> None: ...
    def move_account(self, source: str, into: str) -> None: ...
    def of_member(self, member_id: str) -> Sequence[Posting]: ...
    def newest_of_member(self, member_id: str, *, limit: int) -> Sequence[tuple[Posting, int]]:
        """The latest entries, newest first, each with the number of the event that sealed it."""

    def by_cause(self, cause: str) -> Sequence[Posting]: ...
    def reversed_of(self, entry_id: str) -> int:
        """Points (hundredths, ≥ 0) that reversals have taken back of one earning."""

    def all(self) -> Iterator[Posting]: ...
    def accounts(self) -> Iterator[tuple[str, Account]]:
        """Every stored account, for checking projections."""

    def expired_lots(self, at: datetime, *, limit: int) -> Sequence[tuple[str, str, int]]:
        """(member id, lot id, points left) of lots that have expired and still have points."""

    def has_expired_since(self, member_id: str, at: datetime) -> bool:
        """Whether points that could still be spent at an instant have been posted as expired."""

    def outstanding(self) -> int:
        """Points (hundredths) members hold and have not spent: the sum of the balances."""

    def clear_projections(self) -> None: ...


class Bills(Protocol):
    def add(self, sealed: BillRows) -> None:
        """Keep a bill as its event seals it."""

    def get(self, bill_id: str) -> Bill | None: ...
    def by_number(self, number: str) -> Bill | None: ...
    def last_of(self, member_id: str) -> Bill | None: ...
    def latest(self) -> Bill | None: ...
    def all(self) -> Iterator[Bill]:
        """Every bill as it was sealed."""

    def since(self, day: date) -> Iterator[Bill]:
        """Those of a business day and after, as they were sealed, in order of sale."""

    def count_since(self, day: date) -> int: ...

    def taken_voucher(self, number: str) -> str | None:
        """The number of the bill that a voucher was taken for."""

    def add_claim(self, claim: Claim) -> None:
        """Keep the card that came to a bill later. `get`, `by_number`, `last_of` and `latest` tell the bill with it."""

    def claim(self, bill_id: str) -> Claim | None: ...
    def claims(self) -> Sequence[Claim]: ...
    def refunded(self, bill_id: str) -> Refunded:
        """How far it has come back by what was given back here."""

    def add_refund(self, refund: RefundRecord) -> None: ...
    def refunds(self, bill_id: str) -> Sequence[RefundRecord]: ...
    def refund(self, refund_id: str) -> RefundRecord | None: ...
    def told(self, bill_id: str) -> tuple[str, int] | None:
        """What the server last told of a bill, as text, and as of which position."""

    def told_by_number(self, number: str) -> str | None:
        """The id of a bill that the server told of."""

    def put_told(self, bill_id: str, *, number: str, position: int, facts: str) -> None: ...


class Activities(Protocol):
    def put(self, activity: BillActivity) -> None:
        """Insert or replace one bill's contribution."""

    def remove(self, bill_id: str) -> None: ...
    def rows_of_member(self, member_id: str) -> Sequence[BillActivity]: ...
    def put_all(self, activities: Mapping[str, Sequence[BillActivity]]) -> None:
        """Replace what stands here of these members by this. No bill is named twice."""

    def get(self, bill_id: str) -> BillActivity | None: ...
    def of_member(self, member_id: str) -> Sequence[Activity]: ...
    def metrics(self, member_id: str, *, since: datetime) -> Metrics: ...
    def count(self, member_id: str, *, from_at: datetime, until_at: datetime) -> int:
        """Bills of the half-open interval."""

    def move(self, source: str, into: str) -> None: ...
    def clear(self) -> None: ...


class TierHistory(Protocol):
    def add(self, change: TierChange) -> None: ...
    def put_all(self, changes: Mapping[str, Sequence[TierChange]]) -> None:
        """Replace what stands here of these members by this."""

    def of_member(self, member_id: str) -> Sequence[TierChange]: ...


@dataclass(frozen=True, slots=True)
class Publication:
    """When a version was published and by whom, and from when it holds."""

    version: int
    staff: str
    at: datetime
    holds_from: datetime


class Programs(Protocol):
    def latest_version(self) -> int:
        """The highest version published; 0 before the first."""

    def in_force(self, at: datetime) -> Program:
        """The version that holds at an instant (`domain.timetable`)."""

    def waiting(self, after: datetime) -> Sequence[Program]:
        """The versions that will begin after an instant, the next first."""

    def published(self) -> Sequence[Publication]:
        """Every version, the newest first; below zero those of a history."""

    def has(self, version: int) -> bool: ...
    def version(self, version: int) -> Program: ...
    def publish(self, program: Program, *, staff: str, at: datetime) -> None: ...
    def draft(self, staff: str) -> RateDraft | None:
        """What somebody has begun to change, in no version yet."""

    def put_draft(self, draft: RateDraft) -> None:
        """Insert or replace somebody's own."""

    def drop_draft(self, staff: str) -> None: ...


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


class Searches(Protocol):
    """What finds members by name, phone and last four digits, beside the members themselves."""

    def set_aside(self) -> None:
        """Very many members are about to come: searches are slow from now on, and writing is quick."""

    def bring_one_back(self) -> bool:
        """Make one of those set aside again; False when none is missing. For a million members it takes seconds."""


class Effects(Protocol):
    def result(self, verb: str, key: str) -> str | None: ...
    def record(self, verb: str, key: str, result: str) -> None: ...


class UnitOfWork(Protocol):
    """One transaction's view of the store: all of it happens, or none."""

    @property
    def members(self) -> Members: ...
    @property
    def ledger(self) -> Ledger: ...
    @property
    def bills(self) -> Bills: ...
    @property
    def activities(self) -> Activities: ...
    @property
    def tiers(self) -> TierHistory: ...
    @property
    def programs(self) -> Programs: ...
    @property
    def held(self) -> Held: ...
    @property
    def journal(self) -> Journal: ...
    @property
    def effects(self) -> Effects: ...
    @property
    def prints(self) -> PrintQueue: ...
    @property
    def leases(self) -> Leases: ...
    @property
    def links(self) -> Links: ...
    @property
    def staff(self) -> Staff: ...
    @property
    def shared(self) -> Shared: ...
    @property
    def searches(self) -> Searches: ...
    @property
    def catalogue(self) -> Catalogue: ...
    @property
    def shifts(self) -> Shifts: ...
    @property
    def reports(self) -> Reports: ...


class Store(Protocol):
    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """A consistent view; writing through it is an error."""

    def writing(self) -> AbstractContextManager[UnitOfWork]:
        """One immediate transaction: committed when the block ends, undone when it raises."""
