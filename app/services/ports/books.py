"""Entries and the accounts they make, bills and what came back of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from app.domain.bill import Bill, TenderKind
from app.domain.giving_back import GivenBack
from app.domain.ledger import Posting
from app.domain.limits import Drawn
from app.domain.lots import Account
from app.domain.reversal import Moved, Refunded
from app.domain.tiers import Activity, Metrics

if TYPE_CHECKING:
    from app.services.records import BillRows
    from app.services.sales.claim_records import Claim


@dataclass(frozen=True, slots=True)
class BillActivity:
    """One bill's contribution to tiers and monthly counts, net of refunds. A cancelled bill has none."""

    bill_id: str
    member_id: str
    activity: Activity


@dataclass(frozen=True, slots=True)
class UsedRule:
    """What a rule brought to one bill of a member, in hundredths of points, less what came back with its goods.

    `day` is the shop's day of the bill. A bill that came back whole or was cancelled has none.
    """

    bill_id: str
    rule_id: str
    member_id: str
    day: date
    points: int


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


class Ledger(Protocol):
    def open_account(self, member_id: str, *, in_debt: bool) -> Account:
        """Open lots (and debts): all that pricing and paying need."""

    def full_account(self, member_id: str) -> Account: ...
    def append(self, postings: Sequence[Posting], *, event_seq: int) -> None: ...
    def save_account(self, member_id: str, before: Account, after: Account) -> None:
        """Write the difference between two states of a member's lots and uses."""

    def put_accounts(self, accounts: Mapping[str, Account]) -> None:
        """Replace whatever stands here by these accounts, which share nothing."""

    def save_balance(self, member_id: str, *, points: int, debt: int) -> None: ...
    def move_account(self, source: str, into: str) -> None: ...
    def of_member(self, member_id: str) -> Sequence[Posting]: ...
    def newest_of_member(self, member_id: str, *, limit: int) -> Sequence[tuple[Posting, int]]:
        """The latest entries, newest first, each with the number of the event that sealed it."""

    def by_cause(self, cause: str) -> Sequence[Posting]: ...
    def expired_at(self, lot_id: str) -> datetime | None:
        """When points of a lot were last posted as expired."""

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
    def last_of(self, member_id: str) -> Bill | None:
        """The member's, or of who was merged into them."""

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
    def above_tier(self, lowest: str, *, since: datetime) -> Iterator[tuple[str, str, Metrics]]:
        """(member id, tier, what counts since an instant) of members who hold another tier than the lowest."""

    def count(self, member_id: str, *, from_at: datetime, until_at: datetime) -> int:
        """Bills of the half-open interval."""

    def within(self, member_id: str, *, from_at: datetime, until_at: datetime) -> Metrics:
        """What the bills of the half-open interval count, as they stand."""

    def of_range(self, first: str, last: str, *, since: datetime) -> Iterator[tuple[str, Activity]]:
        """Bills since an instant of the members whose ids lie between two, both included; in no order."""

    def move(self, source: str, into: str) -> None: ...
    def clear(self) -> None: ...


class RuleUses(Protocol):
    """What decision rules brought, bill by bill and in all."""

    def put(self, bill_id: str, uses: Sequence[UsedRule]) -> None:
        """Replace what stands here of a bill by this."""

    def of_member(self, member_id: str) -> Sequence[UsedRule]:
        """By bill and rule."""

    def all(self) -> Sequence[UsedRule]:
        """Every one, by bill and rule."""

    def put_all(self, uses: Mapping[str, Sequence[UsedRule]]) -> None:
        """Replace what stands here of these members by this. No bill is another's."""

    def drawn(self, member_id: str, day: date, *, before: str | None = None) -> Mapping[str, Drawn]:
        """What each rule brought a member, in all and on a day; `before` a bill where one is named."""

    def total(self, rule_id: str) -> int:
        """Hundredths of points that a rule brought to all members."""

    def totals(self) -> Mapping[str, tuple[int, int]]:
        """Bills and points of every rule that brought some."""

    def totals_before(self, bill_id: str) -> Mapping[str, int]:
        """The points of every rule before a bill."""

    def move(self, source: str, into: str) -> None: ...
    def clear(self) -> None: ...
