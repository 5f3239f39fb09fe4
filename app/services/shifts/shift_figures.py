"""What a shift came to: the events of its stretch of the counter's chain, summed. The clock has no say in it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from app.domain.bill import TenderKind
from app.domain.cart import SPARSE
from app.domain.program import RedeemAs
from app.domain.shift import Drawer, MoveKind
from app.services.ports import ChainPoint, Event, UnitOfWork

UNSEEN = "refund-unseen"  # cash given back for a bill that cannot be seen here
OPEN, MOVE, COUNT, CLOSE = "shift-open", "shift-move", "shift-count", "shift-close"
_READ_AT_ONCE = 500

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TaxedSum:
    """What was sold at one rate of tax, tax included."""

    percent: Decimal
    paid_minor: int


@dataclass(frozen=True, slots=True)
class KindSum:
    """What went back in one way other than cash."""

    kind: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Sums of one stretch. Money in minor units, points in hundredths; each a size but the round-off.

    sold + round-off is in `sold_minor`; `sold_minor` − `redeemed_minor` = Σ `tenders` (by their kind).
    `returned_minor` − `given_back_minor` is what went back in money, Σ `given_otherwise` of it not in cash.
    """

    bills: int
    first_bill: str
    last_bill: str
    gross_minor: int
    discounts_minor: int
    round_off_minor: int
    sold_minor: int
    redeemed_minor: int
    tenders: Mapping[str, int]
    returns: int
    returned_minor: int
    given_back_minor: int
    points_earned: int
    points_redeemed: int
    points_taken_back: int
    points_given_back: int
    paid_in_minor: int
    paid_out_minor: int
    dropped_minor: int
    drawer_openings: int
    voids: int
    overrides: int
    taxed: tuple[TaxedSum, ...]
    given_otherwise: tuple[KindSum, ...] = field(default=(), metadata=SPARSE)
    vouchers: int = field(default=0, metadata=SPARSE)

    def drawer(self, float_minor: int) -> Drawer:
        return Drawer(
            float_minor=float_minor,
            sold_minor=self.tenders.get(TenderKind.CASH, 0),
            returned_minor=self.returned_minor
            - self.given_back_minor
            - sum(one.amount_minor for one in self.given_otherwise),
            paid_in_minor=self.paid_in_minor,
            paid_out_minor=self.paid_out_minor,
            dropped_minor=self.dropped_minor,
        )


@dataclass(slots=True)
class Tally:
    """Adds up events. `count` is the body of the last count, as long as no cash has moved after it.

    `taken_off` says of a program's version whether points take something off the price, which is taxed then as paid.
    """

    taken_off: Callable[[int], bool]
    sums: Counter[str] = field(default_factory=Counter)
    tenders: Counter[str] = field(default_factory=Counter)
    given_otherwise: Counter[str] = field(default_factory=Counter)
    taxed: Counter[Decimal] = field(default_factory=Counter)
    first_bill: str = ""
    last_bill: str = ""
    bills_at: list[ChainPoint] = field(default_factory=list)
    count: Body | None = None
    counts: int = 0

    def take(self, event: Event) -> None:
        body: Body = json.loads(event.body)
        self.sums["overrides"] += "approved_by" in body
        if event.kind == "bill":
            self.bills_at.append(ChainPoint(event.epoch, event.seq))
        _TAKEN.get(event.kind, _nothing)(self, body)

    def figures(self) -> Figures:
        return Figures(
            first_bill=self.first_bill,
            last_bill=self.last_bill,
            tenders={kind: self.tenders[kind] for kind in sorted(self.tenders)},
            taxed=tuple(TaxedSum(percent, self.taxed[percent]) for percent in sorted(self.taxed)),
            given_otherwise=tuple(KindSum(kind, self.given_otherwise[kind]) for kind in sorted(self.given_otherwise)),
            **{name: self.sums[name] for name in _SUMMED},
        )


_NOT_SUMMED = frozenset({"first_bill", "last_bill", "tenders", "taxed", "given_otherwise"})
_SUMMED = tuple(name for name in Figures.__dataclass_fields__ if name not in _NOT_SUMMED)


def _bill(tally: Tally, body: Body) -> None:
    bill = body["bill"]
    tally.first_bill, tally.last_bill = tally.first_bill or bill["number"], bill["number"]
    tally.sums.update(
        bills=1,
        gross_minor=bill["gross_minor"],
        round_off_minor=bill["round_off_minor"],
        sold_minor=bill["net_minor"],
        discounts_minor=bill["gross_minor"] + bill["round_off_minor"] - bill["net_minor"],
        redeemed_minor=bill["redeemed_minor"],
        points_earned=bill["earned_points"],
        points_redeemed=bill["redeemed_points"],
    )
    for tender in body["tenders"]:
        tally.tenders[tender["kind"]] += tender["amount_minor"]
        if tender["kind"] == TenderKind.CASH:
            tally.count = None
        tally.sums["vouchers"] += tender["kind"] == TenderKind.VOUCHER
    _tax(tally, body)


def _tax(tally: Tally, body: Body) -> None:
    """What is known of a line's tax stands beside the lines."""
    rates = {row["line_no"]: row["gst_percent"] for row in body.get("details", ())}
    if not rates:
        return
    is_off = tally.taken_off(body["bill"]["program_version"])
    for line in body["lines"]:
        rate = rates.get(line["line_no"])
        if rate is not None:
            tally.taxed[Decimal(rate)] += line["net_minor"] - (line["redeemed_minor"] if is_off else 0)


def _refund(tally: Tally, body: Body) -> None:
    refund = body["refund"]
    tally.count = None
    tally.sums.update(
        returns=1,
        returned_minor=refund["amount_minor"],
        given_back_minor=refund["restored_minor"],
        points_taken_back=refund["posted_reversed_points"],
        points_given_back=refund["restored_points"],
    )
    for way in body.get("ways", ()):
        if way["kind"] != TenderKind.CASH:
            tally.given_otherwise[way["kind"]] += way["amount_minor"]


def _unseen(tally: Tally, body: Body) -> None:
    """Cash for a bill that could not be seen: what points it moves, the server says."""
    tally.count = None
    tally.sums.update(returns=1, returned_minor=body["unseen"]["amount_minor"])


_MOVED = {
    MoveKind.PAY_IN: "paid_in_minor",
    MoveKind.PAY_OUT: "paid_out_minor",
    MoveKind.DROP: "dropped_minor",
}


def _move(tally: Tally, body: Body) -> None:
    kind = MoveKind(body["move"]["kind"])
    if kind is MoveKind.NO_SALE:
        tally.sums["drawer_openings"] += 1
    else:
        tally.count = None
        tally.sums[_MOVED[kind]] += body["move"]["amount_minor"]


def _count(tally: Tally, body: Body) -> None:
    tally.count = body
    tally.counts += 1


def _opened(tally: Tally, _: Body) -> None:
    """What was counted before somebody said what the drawer began with is no count of this drawer."""
    tally.count = None


def _void(tally: Tally, _: Body) -> None:
    tally.sums["voids"] += 1


def _nothing(_: Tally, __: Body) -> None:
    """It moves neither goods nor money."""


_TAKEN: Mapping[str, Callable[[Tally, Body], None]] = {
    "bill": _bill,
    "refund": _refund,
    UNSEEN: _unseen,
    "void": _void,
    OPEN: _opened,
    MOVE: _move,
    COUNT: _count,
}


def tallied(uow: UnitOfWork, after: ChainPoint) -> Tally:
    """All of this counter's own events after a place in its chain, up to now."""
    tally = Tally(lambda version: uow.programs.version(version).redemption.redeem_as is RedeemAs.DISCOUNT)
    for event in _events(uow, after):
        tally.take(event)
    return tally


def _events(uow: UnitOfWork, after: ChainPoint) -> Iterator[Event]:
    while True:
        events = uow.journal.after(after, limit=_READ_AT_ONCE)
        yield from events
        if len(events) < _READ_AT_ONCE:
            return
        after = ChainPoint(events[-1].epoch, events[-1].seq)
