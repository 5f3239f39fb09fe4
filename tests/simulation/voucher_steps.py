"""Vouchers in a chain: given out, asked for, spent, brought back, cancelled, expired, at counters that come and go."""

from __future__ import annotations

import functools
import sys
from dataclasses import dataclass, replace
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.domain.bill import Bill
from app.domain.conditions import HasCategory
from app.domain.program import Category
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule
from app.domain.voucher_awards import VoucherOf
from app.domain.vouchers import Voucher
from app.services.members import adjustments, members
from app.services.programs.program import publish
from app.services.returns import returns
from app.services.rewards import rewards, voucher_sweeps
from app.services.rewards.brought_vouchers import came_with
from app.services.rewards.rewards import Wish
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest
from server.rights.leases import write_off
from tests.simulation import beginning, voucher_truth
from tests.simulation.counter import Counter
from tests.simulation.disk import Fate, Trap
from tests.simulation.voucher_truth import Risks
from tests.simulation.wire import Weather
from tests.simulation.world import PROGRAM, STAFF, FirstDay, Kept, World, cart

COUPON = Reward("coupon", "₹100 off", RewardKind.DISCOUNT_COUPON, 50_00, value_minor=100_00, valid_days=4)
CREAM = Reward("cream", "₹50 back", RewardKind.CASHBACK, 40_00, value_minor=50_00, stock=2)
CINEMA = Reward("cinema", "Cinema", RewardKind.EXPERIENCE, 70_00, stock=1, valid_days=8)
GIFTS = {"Toys": "coupon", "Baby Care": "cream"}  # a bill with one of these brings a voucher of that
WITH_REWARDS = replace(  # nothing is earned, so that what a member has is what was given less what vouchers cost
    PROGRAM,
    categories={name: Category(Decimal(0)) for name in ("General", *GIFTS)},
    rewards=(COUPON, CREAM, CINEMA),
    rules=tuple(
        DecisionRule(name, VoucherOf(reward_id), conditions=(HasCategory(frozenset({name})),))
        for name, reward_id in GIFTS.items()
    ),
)
GIVEN = 2_000_00

counters = st.integers(0, 2)
people = st.integers(0, 1)
picks = st.integers(0, 3)
_NAMES = st.sampled_from(("coupon", "coupon", "cream", "cinema"))
_WEATHER = st.lists(st.sampled_from((Weather.FAIR, *Weather)), max_size=2)


@functools.cache
def first_day() -> FirstDay:
    """Three counters of one chain, and two customers with points for many rewards."""
    world = World(beginning.first_day())
    world.enrol(world.counters[2])
    publish(world.centre.desk, WITH_REWARDS, staff=STAFF)
    for card in world.cards:
        adjustments.adjust(world.centre.desk, card, points=GIVEN, reason="gift", staff=STAFF, key=f"more {card}")
    for counter in world.counters:
        counter.exchange()
    first = FirstDay(
        replace(world.keep_server(), ids=world.centre.ids.made),
        tuple(world.keep(counter) for counter in world.counters),
        world.pairings,
        tuple(world.cards),
    )
    world.close()
    return first


@dataclass(frozen=True)
class Paper:
    """A voucher in a customer's hand, whatever the counters have lost since."""

    voucher: Voucher
    card: str


class VoucherMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.world = World(first_day())
        self.papers: list[Paper] = []
        self.bills: list[str] = []  # numbers on receipts
        self.sellers: dict[str, tuple[Counter, str]] = {}  # and who gave them, for which bill
        self.backups: dict[str, Kept] = {}
        self.risks = Risks()

    def paper(self, pick: int) -> Paper | None:
        return self.papers[-1 - pick % len(self.papers)] if self.papers else None

    def at(self, number: int) -> Counter:
        return self.world.counters[number]

    # At a counter

    @rule(number=counters, who=people, what=_NAMES, asks=st.booleans())
    def give_out(self, number: int, who: int, what: str, asks: bool) -> None:
        """Points become a voucher; with a line the card's rights and one of the stock are asked for before."""
        counter, card = self.at(number), self.world.cards[who]
        if asks:
            held = counter.attempt(lambda: members.find_card(counter.desk, card))
            if held:
                counter.attempt(lambda: counter.scan(held[0].member.member_id))
            counter.attempt(lambda: counter.fetch_voucher(reward=what))
        desk, key = counter.desk, counter.ids.entity()
        self._keep(card, counter.attempt(lambda: rewards.redeem(desk, Wish(card), what, staff=STAFF, key=key)))

    def _keep(self, card: str, made: Voucher | None) -> None:
        if made is not None:
            self.papers.append(Paper(made, card))
            self.world.seen["given out"] += 1

    @rule(number=counters, pick=picks, ahead=_WEATHER)
    def ask_for(self, number: int, pick: int, ahead: list[Weather]) -> None:
        """A voucher is scanned, and the right to it asked for."""
        counter, paper = self.at(number), self.paper(pick)
        if paper is not None:
            counter.line.ahead = list(ahead)
            counter.attempt(lambda: counter.fetch_voucher(code=paper.voucher.code))
            counter.line.ahead = []

    @rule(number=counters, pick=picks, times=st.integers(1, 2))
    def spend(self, number: int, pick: int, times: int) -> None:
        """On a bill, or handed over; twice with one key is once."""
        counter, paper = self.at(number), self.paper(pick)
        if paper is None:
            return
        desk, key, voucher = counter.desk, counter.ids.entity(), paper.voucher
        request = SaleRequest(replace(cart(("General", 300)), voucher=voucher.on_bill), paper.card)
        for _ in range(times):
            if not voucher.reward.goes_on_bills:
                counter.attempt(lambda: rewards.hand_over(desk, voucher.voucher_id, staff=STAFF, key=key))
                continue
            sold = counter.attempt(lambda: checkout.commit_sale(desk, request, key=key, staff=STAFF))
            if sold is not None:
                self.world.seen["spent"] += 1
                self.sellers[sold.bill.number] = counter, sold.bill.bill_id
                self.bills = [one for one in self.bills if one != sold.bill.number] + [sold.bill.number]

    @rule(number=counters, pick=picks)
    def ask_and_spend(self, number: int, pick: int) -> None:
        """What happens all day."""
        self.ask_for(number=number, pick=pick, ahead=[])
        self.spend(number=number, pick=pick, times=1)

    @rule(number=counters, who=people, what=_NAMES, later=st.sampled_from((0, 80, 250)))
    def spend_without_a_line(self, number: int, who: int, what: str, later: int) -> None:
        """Given out and told; used when the line is gone, and the others wonder for a while what became of it."""
        self.line_goes(number=number, is_up=True)
        self.give_out(number=number, who=who, what=what, asks=True)
        self.exchange(number=number, ahead=[])
        self.line_goes(number=number, is_up=False)
        self.spend(number=number, pick=0, times=1)
        self.time_goes_by(hours=later)
        self.sweep()

    @rule(number=counters, who=people)
    def come_again(self, number: int, who: int) -> None:
        """A counter loses its end and says so; another asks for what it held before, and it tries to use that too."""
        counter = self.at(number)
        self.line_goes(number=number, is_up=True)
        self.give_out(number=number, who=who, what="coupon", asks=True)
        self.exchange(number=number, ahead=[])
        self.back_up(number=number)
        self._sell_to_a_stranger(counter)
        self.put_back(number=number)
        self._sell_to_a_stranger(counter)
        counter.attempt(counter.send)
        self.ask_and_spend(number=(number + 1) % 3, pick=0)
        self.spend(number=number, pick=0, times=1)

    @staticmethod
    def _sell_to_a_stranger(counter: Counter) -> None:
        request, key = SaleRequest(cart(("General", 100)), None), counter.ids.entity()
        counter.attempt(lambda: checkout.commit_sale(counter.desk, request, key=key, staff=STAFF))

    @rule(number=counters, who=people, what=st.sampled_from(tuple(GIFTS)), times=st.integers(1, 2))
    def buy_what_brings_one(self, number: int, who: int, what: str, times: int) -> None:
        """With the bill comes a voucher, where there is one to give; twice with one key is once."""
        counter, card = self.at(number), self.world.cards[who]
        desk, key = counter.desk, counter.ids.entity()
        for _ in range(times):
            sold = counter.attempt(
                lambda: checkout.commit_sale(desk, SaleRequest(cart((what, 100)), card), key=key, staff=STAFF)
            )
            if sold is not None:
                self._note_brought(counter, card, sold.bill)

    def _note_brought(self, counter: Counter, card: str, bill: Bill) -> None:
        self.sellers[bill.number] = counter, bill.bill_id
        self.bills = [one for one in self.bills if one != bill.number] + [bill.number]
        known = {one.voucher.voucher_id for one in self.papers}
        with counter.desk.store.reading() as uow:
            brought = [one.voucher for one in came_with(uow, bill) if one.voucher and one.voucher_id not in known]
        self.papers += [Paper(one, card) for one in brought]
        self.world.seen["brought"] += len(brought)

    @rule(number=counters, who=people, what=st.sampled_from(tuple(GIFTS)), other=counters)
    def bring_back_what_brought_one(self, number: int, who: int, what: str, other: int) -> None:
        """The voucher goes where it is asked for, and its bill comes back where it was sold."""
        self.buy_what_brings_one(number=number, who=who, what=what, times=1)
        self.exchange(number=number, ahead=[])
        self.ask_for(number=other, pick=0, ahead=[])
        self.bring_back(number=number, pick=0)

    @rule(number=counters, pick=picks)
    def cancel(self, number: int, pick: int) -> None:
        counter, paper = self.at(number), self.paper(pick)
        if paper is None:
            return
        desk, of, key = counter.desk, paper.voucher.voucher_id, counter.ids.entity()
        if counter.attempt(lambda: rewards.cancel(desk, of, staff=STAFF, key=key)) is not None:
            self.world.seen["cancelled"] += 1

    @rule(number=counters, pick=picks)
    def bring_back(self, number: int, pick: int) -> None:
        """A bill comes back whole, where it was sold or at another counter that asks for it."""
        if not self.bills:
            return
        sold = self.bills[-1 - pick % len(self.bills)]
        counter, (seller, bill_id) = self.at(number), self.sellers[sold]
        if counter is not seller and not counter.attempt(lambda: counter.fetch_bill(sold)):
            counter = seller
        if counter.attempt(lambda: returns.cancel(counter.desk, bill_id, staff=STAFF)) is not None:
            self.world.seen["a bill back"] += 1

    # At the server

    @rule(who=people, what=_NAMES)
    def give_out_at_the_server(self, who: int, what: str) -> None:
        card, key = self.world.cards[who], self.world.centre.ids.entity()
        made = self.world.centre.attempt(lambda desk: rewards.redeem(desk, Wish(card), what, staff="api", key=key))
        self._keep(card, made)

    @rule(pick=picks)
    def cancel_at_the_server(self, pick: int) -> None:
        paper, key = self.paper(pick), self.world.centre.ids.entity()
        if paper is not None:
            of = paper.voucher.voucher_id
            self.world.centre.attempt(lambda desk: rewards.cancel(desk, of, staff="api", key=key))

    @rule()
    def sweep(self) -> None:
        swept = self.world.centre.attempt(voucher_sweeps.expire_all)
        self.world.seen["expired"] += swept or 0
        for counter in self.world.counters:
            counter.attempt(lambda at=counter: voucher_sweeps.expire_all(at.desk))  # type: ignore[misc]

    @rule(number=counters)
    def give_a_counter_up(self, number: int) -> None:
        """The server counts on it no more; should it come back, what it did then stands and a person is told."""
        counter = self.at(number)
        self.risks.take(self.world, counter)
        self.world.centre.attempt(lambda desk: write_off(desk, counter.code))

    # Between them

    @rule(number=counters, ahead=_WEATHER)
    def exchange(self, number: int, ahead: list[Weather]) -> None:
        counter = self.at(number)
        counter.line.ahead = list(ahead)
        counter.attempt(counter.exchange)
        counter.line.ahead = []

    @rule(number=counters, is_up=st.booleans())
    def line_goes(self, number: int, is_up: bool) -> None:
        self.at(number).line.is_up = is_up

    @rule(number=counters)
    def deliver_late(self, number: int) -> None:
        self.at(number).line.deliver_late()

    @rule(hours=st.sampled_from((1, 30, 80, 200)))
    def time_goes_by(self, hours: int) -> None:
        self.world.wait(hours=hours)

    # Trouble

    @rule(number=counters, left=st.integers(0, 30))
    def dies_soon(self, number: int, left: int) -> None:
        self.at(number).disk.trap = Trap(Fate.KILLED, left)

    @rule(number=counters)
    def back_up(self, number: int) -> None:
        counter = self.at(number)
        self._forget(counter.code)
        self.backups[counter.code] = self.world.keep(counter)

    @rule(number=counters)
    def put_back(self, number: int) -> None:
        """The disk as it was; the side file tells that an end is lost, and a new epoch holds nothing."""
        counter = self.at(number)
        kept = self.backups.get(counter.code)
        if kept is None:
            return
        counter.disk.put_back(kept.image)
        counter.start()
        self.world.seen["a backup put back"] += 1

    def _forget(self, code: str) -> None:
        kept = self.backups.pop(code, None)
        if kept is not None:
            kept.image.close()

    # What always holds

    @invariant()
    def nobody_has_more_than_was_promised(self) -> None:
        voucher_truth.check(self.world, self.risks)

    def teardown(self) -> None:
        try:
            if sys.exc_info()[0] is None:  # a program that failed has said enough
                self.world.may_fork = True  # a file that was put back is told again what it knew
                self.world.heal()
                self.world.settle()
                self.sweep()
                self.world.settle()
                voucher_truth.check(self.world, self.risks)
                voucher_truth.check_end(self.world)
        finally:
            self.world.close()
            for code in list(self.backups):
                self._forget(code)
