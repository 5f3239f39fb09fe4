"""Counters of a chain whose rules have budgets: each sells to members of its own, and what it brought is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from app.domain.bill import Bill
from app.domain.codes import card_number
from app.domain.limits import RuleLimits
from app.domain.rules import DecisionRule, Multiply, PerSlab, PointsFixed
from app.services.campaigns import budgets
from app.services.records import to_micros
from app.services.sales.claims import claim_points
from server.identity import devices
from server.identity.status import DeviceStatus
from server.rights.budgets import share_out
from sync.protocol import Status
from sync.tidings import shares_of
from tests.desks import PROGRAM, STAFF
from tests.server.tills import Office, Till, memory_office

STEP = timedelta(minutes=1)
BUDGET = 60_00
MEMBER_MAX = 20_00
TEN = DecisionRule("ten", PointsFixed(10_00), limits=RuleLimits(budget=BUDGET))
SLAB = DecisionRule("slab", PerSlab(100_00, 7_00), limits=RuleLimits(points_per_member=MEMBER_MAX, budget=50_00))
TWICE = DecisionRule("twice", Multiply(Decimal(2)), limits=RuleLimits(budget=30_00))
BUDGETS = {rule.rule_id: rule.limits.budget or 0 for rule in (TEN, SLAB, TWICE)}


@dataclass
class Sold:
    """A bill, who has its points, and how much of its money is kept; what it stands for can be told from that."""

    till: Till
    bill: Bill
    card: str
    kept_minor: int

    def brought_at_first(self, rule_id: str) -> int:
        return sum(one.points for one in self.bill.rules if one.rule_id == rule_id)

    def brought(self, rule_id: str) -> int:
        return -(-self.brought_at_first(rule_id) * self.kept_minor // self.bill.net_minor)


@dataclass
class Chain:
    """`cards` are of each counter's own members."""

    office: Office
    tills: Sequence[Till]
    cards: dict[str, list[str]]
    sold: list[Sold] = field(default_factory=list)

    def sell(self, till: Till, rupees: int = 100, card: int = 0) -> Sold:
        number = self.cards[till.code][card]
        return self._kept(till, till.sell(number, ("General", rupees)).bill, number)

    def claim(self, till: Till, rupees: int, card: int) -> Sold:
        """Sold without a card, which comes a moment later."""
        number, bill = self.cards[till.code][card], till.sell(None, ("General", rupees)).bill
        key = till.desk.ids.entity()
        claimed = claim_points(till.desk, bill.bill_id, card_number=number, key=key, staff=STAFF)
        return self._kept(till, claimed.bill, number)

    def _kept(self, till: Till, bill: Bill, card: str) -> Sold:
        till.clock.advance(till.clock.now().replace(microsecond=0) + STEP)
        self.sold.append(Sold(till, bill, card, bill.net_minor))
        return self.sold[-1]

    def give_back(self, sold: Sold, rupees: int) -> None:
        rupees = min(rupees, sold.kept_minor // 100)
        if rupees:
            sold.till.give_back(sold.bill.bill_id, rupees)
            sold.kept_minor -= rupees * 100

    def cancel(self, sold: Sold) -> None:
        sold.till.cancel(sold.bill.bill_id)
        sold.kept_minor = 0

    def send(self, till: Till, *, again: int = 0) -> None:
        """What waits, and perhaps what was sent before."""
        if till.waiting():
            answer = self.office.take(till.push(again=again))
            till.sent = answer.included
            assert all(one.status is not Status.APPLIED_OVER_LIMIT for one in answer.results), "over"

    def hear(self, till: Till, page: Any) -> None:
        with till.store.writing() as uow:
            budgets.adopt_shares(till.desk, uow, shares_of(page))

    def settle(self) -> None:
        """Everybody has said and heard everything."""
        for _ in range(3):
            for till in self.tills:
                while till.waiting():
                    self.send(till)
                budgets.give_back(till.desk)
                self.send(till)
            share_out(self.office.desk)
            for till in self.tills:
                self.hear(till, self.office.page(till.code))

    def brought(self, rule_id: str) -> int:
        """All that was really brought and has not come back, sent or not."""
        return sum(one.brought(rule_id) for one in self.sold)

    def brought_at_first(self, rule_id: str) -> int:
        return sum(one.brought_at_first(rule_id) for one in self.sold)

    def is_counted(self, rule_id: str) -> bool:
        """Whether every counter knows its own."""
        own = Counter({till.code: 0 for till in self.tills})
        for one in self.sold:
            own[one.till.code] += one.brought(rule_id)
        return own == {till.code: total(till, rule_id) for till in self.tills}


def total(shop: Till | Office, rule_id: str) -> int:
    with shop.store.reading() as uow:
        return uow.rule_uses.total(rule_id)


@contextmanager
def chain(codes: Sequence[str] = ("A1", "B2", "C3"), rules: Sequence[DecisionRule] = (TEN,)) -> Iterator[Chain]:
    program = replace(PROGRAM, rules=tuple(rules))
    with memory_office(program) as office:
        tills, cards = [], {}
        for place, code in enumerate(codes):
            till = Till.new(code, office.clock, program=program)
            till.join()
            office.enrol(till)
            tills.append(till)
            numbers = [card_number(f"{10 * place + each:010}") for each in (1, 2)]
            cards[code] = [till.enrol(code, card_number=number) for number in numbers]
        yield Chain(office, tills, cards)


def lose(one: Chain, till: Till) -> None:
    """Said to be lost; it may still be there, and send."""
    _change(one, till, status=DeviceStatus.LOST)
    _change(one, till, status=DeviceStatus.ACTIVE, last_seen_at=0)


def find(one: Chain, till: Till) -> None:
    """It is heard of again."""
    _change(one, till, last_seen_at=to_micros(one.office.clock.now()))


def _change(one: Chain, till: Till, **to: Any) -> None:
    with one.office.store.writing() as unit:
        device = devices.by_code(unit.scope, till.code)
        assert device is not None
        devices.change(unit.scope, replace(device, **to), version=device.version)
