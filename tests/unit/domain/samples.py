"""Small facts the domain's tests are told with: carts, programs, bills, and a ledger to post into."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal

from app.domain.cart import BillDiscount, Cart, CartLine
from app.domain.conditions import NOTHING_KNOWN, Occasion
from app.domain.entries import Entry, EntryKind
from app.domain.ledger import Posting, apply, merged
from app.domain.lots import EMPTY, Account
from app.domain.program import Category, Earning, Program, Redemption
from app.domain.quote import Visitor
from app.domain.redemption import Purse
from app.domain.reversal import SoldBill, SoldLine

NOON = datetime(2026, 1, 15, 6, 30, tzinfo=UTC)  # noon in India


def instant(month: int, day: int, hour: int = 6) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


def line(line_id: str = "1", rupees: str = "100", category: str = "General", quantity: str = "1") -> CartLine:
    return CartLine(line_id, category, Decimal(quantity), int(Decimal(rupees) * 100))


def cart(*lines: CartLine, percent: str | None = None, amount_minor: int | None = None) -> Cart:
    discount = None
    if percent is not None or amount_minor is not None:
        discount = BillDiscount(Decimal(percent) if percent is not None else None, amount_minor)
    return Cart(lines or (line(),), discount)


def program(**settings: object) -> Program:
    """Three per cent on everything, half of a bill by points, no minimum; the rest by default."""
    plain = Program(earning=Earning(default_percent=Decimal(3)), redemption=Redemption(min_points=0))
    return replace(plain, **settings)  # type: ignore[arg-type]


def category(percent: str | None = None, *, discount: str = "0", earns: bool = True, redeems: bool = True) -> Category:
    return Category(Decimal(percent) if percent is not None else None, Decimal(discount), earns, redeems)


def visitor(
    available: int = 0, *, tier: str = "Bronze", active: bool = True, occasion: Occasion = NOTHING_KNOWN
) -> Visitor:
    return Visitor(Purse(available, active), tier, occasion=occasion)


def sold(
    *lines: tuple[str, int, int],
    net: int | None = None,
    bonus: int = 0,
    redeemed: int = 0,
    redeemed_minor: int = 0,
    referrer: int = 0,
) -> SoldBill:
    """A committed bill of (line id, net minor, hundredths earned)."""
    whole = sum(net_minor for _, net_minor, _ in lines)
    return SoldBill(
        tuple(SoldLine(*one) for one in lines),
        whole if net is None else net,
        bonus,
        redeemed,
        redeemed_minor,
        referrer,
    )


@dataclass
class Ledger:
    """A ledger posted into one entry at a time; each call returns the entry's id."""

    accounts: dict[str, Account] = field(default_factory=dict)
    postings: list[Posting] = field(default_factory=list)

    def account(self, member: str = "m") -> Account:
        return self.accounts.get(member, EMPTY)

    def balance(self, member: str = "m") -> int:
        return sum(p.entry.points for p in self.postings if p.entry.member_id == member)

    def post(self, kind: EntryKind, points: int, *, at: datetime = NOON, member: str = "m", **details: object) -> str:
        order = len(self.postings) + 1
        entry = Entry(f"e{order:04}", member, kind, points, at, f"cause {order}", **details)  # type: ignore[arg-type]
        self.accounts[member] = apply(self.account(member), entry, order)
        self.postings.append(Posting(order, entry, self.balance(member) + points))
        return entry.entry_id

    def earn(
        self,
        points: int,
        *,
        at: datetime = NOON,
        available: datetime | None = None,
        expires: datetime | None = None,
        member: str = "m",
        kind: EntryKind = EntryKind.EARN,
    ) -> str:
        return self.post(kind, points, at=at, member=member, available_at=available or at, expires_at=expires)

    def redeem(self, points: int, *, at: datetime = NOON, member: str = "m") -> str:
        return self.post(EntryKind.REDEEM, -points, at=at, member=member)

    def reverse(self, earned: str, points: int, *, at: datetime = NOON, member: str = "m") -> str:
        return self.post(EntryKind.REVERSE, -points, at=at, member=member, corrects=earned)

    def restore(
        self, redeemed: str, points: int, *, at: datetime = NOON, grace: datetime | None = None, member: str = "m"
    ) -> str:
        details = {"available_at": at, "expires_at": grace} if grace else {}
        return self.post(EntryKind.RESTORE, points, at=at, member=member, corrects=redeemed, **details)

    def expire(self, lot: str, points: int, *, at: datetime, member: str = "m") -> str:
        return self.post(EntryKind.EXPIRE, -points, at=at, member=member, corrects=lot)

    def unexpire(self, lot: str, points: int, *, at: datetime, member: str = "m") -> str:
        return self.post(EntryKind.UNEXPIRE, points, at=at, member=member, corrects=lot)

    def merge(self, source: str, into: str, *, at: datetime = NOON) -> None:
        points = self.balance(source)
        out = self.post(EntryKind.MERGE_OUT, -points, at=at, member=source)
        self.post(EntryKind.MERGE_IN, points, at=at, member=into, corrects=out)
        self.accounts[into] = merged(self.account(into), self.account(source), at=at)
        self.accounts[source] = EMPTY

    def left(self, member: str = "m") -> dict[str, int]:
        """What is left of each lot that has anything left."""
        return {lot.lot_id: lot.left for lot in self.account(member).lots.values() if lot.left}
