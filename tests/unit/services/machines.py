"""The ledger machine: random verbs on a real store beside a naive model.

The model knows one number a card: what the verbs said they moved. After every step the books must come to it, hold
together, and be the same when made again.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from decimal import Decimal
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
)

from app.domain.bill import Bill
from app.domain.entries import EntryKind
from app.domain.errors import DomainError
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.program import Earning, Program, Redemption, Refund, RefundEarned, Shortfall
from app.domain.rules import DecisionRule, PerSlab
from app.domain.tiers import Level, TierScheme
from app.services.members import adjustments, card_status, members, merging, profiles, sweeps
from app.services.returns.returns import Returned
from tests.desks import STAFF, Tables, memory_shops

Answer = TypeVar("Answer")

RUPEES = st.integers(1, 400)
SHARES = st.sampled_from([0, 30, 60, 100, 101])  # per cent of what a card can spend

ENDS = (Expiry(ExpiryMode.DAYS, 20), Expiry(ExpiryMode.INACTIVITY, 1))


def program(earned: RefundEarned, shortfall: Shortfall, grace_days: int, expiry: Expiry) -> Program:
    return Program(
        redemption=Redemption(min_points=0, max_percent=Decimal(100)),
        earning=Earning(default_percent=Decimal("7.77"), pending_days=2),
        expiry=expiry,
        refund=Refund(earned, shortfall, grace_days),
        referral_percent=Decimal("1.5"),
        rules=(DecisionRule("slab", PerSlab(100_00, 3_33)),),
        tiers=TierScheme((Level("Bronze"), Level("Gold", Decimal("1.5"), min_spend_minor=700_00))),
    )


class Ledger(RuleBasedStateMachine):
    cards = Bundle("cards")
    bills = Bundle("bills")
    calls = Bundle("calls")

    def __init__(self) -> None:
        super().__init__()
        self.open = ExitStack()
        self.shop, self.neighbour = self.open.enter_context(memory_shops("shop", "neighbour"))
        self.books: dict[str, int] = {}  # hundredths by card
        self.merged: dict[str, str] = {}  # a card that went, and the one its points are on now
        self.keys = 0
        self.neighbour.sell(self.neighbour.enrol(phone="9822000091"), ("General", 100))
        self.neighbours = self.rows_of("neighbour")

    def teardown(self) -> None:
        self.open.close()

    @initialize(
        earned=st.sampled_from(RefundEarned),
        shortfall=st.sampled_from(Shortfall),
        grace=st.sampled_from([0, 7]),
        expiry=st.sampled_from(ENDS),
    )
    def open_shop(self, earned: RefundEarned, shortfall: Shortfall, grace: int, expiry: Expiry) -> None:
        self.shop.publish(program(earned, shortfall, grace, expiry))

    # Members

    @initialize(target=cards)
    def first_members(self) -> Any:
        return multiple(*(self.member(None) for _ in range(3)))

    @rule(target=cards, friend=st.none() | cards)
    def enrol(self, friend: str | None) -> str:
        return self.member(friend)

    def member(self, friend: str | None) -> str:
        card = self.shop.enrol(referrer_card=friend)
        self.books[card] = 0
        return card

    @rule(target=cards, card=consumes(cards))
    def replace_card(self, card: str) -> str:
        holder = self.attempt(lambda: card_status.replace_card(self.shop.desk, card, staff=STAFF))
        if holder is None or holder.card is None:
            return card
        self.merged[card] = holder.card.number
        self.books[holder.card.number] = self.books.pop(card)
        return holder.card.number

    @rule(target=cards, into=cards, gone=consumes(cards))
    def merge(self, into: str, gone: str) -> Any:
        if self.attempt(lambda: merging.merge(self.shop.desk, [gone], into=into, staff=STAFF)) is None:
            return gone
        self.books[into] += self.books.pop(gone)
        self.merged[gone] = into
        return multiple()

    # Bills

    @rule(target=bills, card=cards, rupees=RUPEES, more=RUPEES, redeem=SHARES)
    def sell(self, card: str, rupees: int, more: int, redeem: int) -> Any:
        lines = (("Medicines", rupees), ("General", more))
        points = self.share(card, redeem)
        sold = self.attempt(lambda: self.shop.sell(card, *lines, redeem=points))
        if sold is None:
            return multiple()
        self.sold(sold.bill)
        return sold.bill

    def sold(self, bill: Bill) -> None:
        assert bill.card_number is not None
        self.move(bill.card_number, bill.earned_points - bill.redeemed_points)
        self.move_referrer(bill, bill.referrer_points)

    def move_referrer(self, bill: Bill, points: int) -> None:
        if points:
            assert bill.referrer_id is not None
            self.move(self.card_of(bill.referrer_id), points)

    @rule(bill=bills, rupees=RUPEES)
    def return_amount(self, bill: Bill, rupees: int) -> None:
        self.returned(bill, self.attempt(lambda: self.shop.give_back(bill.bill_id, rupees)))

    @rule(bill=bills, rupees=RUPEES, line=st.sampled_from(["1", "2"]))
    def return_line(self, bill: Bill, rupees: int, line: str) -> None:
        self.returned(bill, self.attempt(lambda: self.shop.give_back(bill.bill_id, {line: rupees})))

    @rule(bill=bills)
    def cancel(self, bill: Bill) -> None:
        self.returned(bill, self.attempt(lambda: self.shop.cancel(bill.bill_id)))

    @rule(card=cards, rupees=RUPEES, share=SHARES)
    def sell_and_cancel(self, card: str, rupees: int, share: int) -> None:
        """As if it had never been."""
        before = self.shop.standing()
        points = self.share(card, share)
        sold = self.attempt(lambda: self.shop.sell(card, ("Medicines", rupees), redeem=points))
        if sold is not None:
            self.shop.cancel(sold.bill.bill_id)

        assert self.shop.standing() == before

    def returned(self, bill: Bill, done: Returned | None) -> None:
        if done is None:
            return
        assert bill.card_number is not None
        self.move(bill.card_number, done.points_restored - done.points_reversed)
        self.move_referrer(bill, -done.referrer_points_reversed)
        for entry in self.caused_by(done.refund_id):
            if entry.kind is EntryKind.UNEXPIRE:
                self.move(self.card_of(entry.member_id), entry.points)

    # Points by hand, and what is repeated

    @rule(target=calls, card=cards, points=st.integers(1, 90_00))
    def give(self, card: str, points: int) -> Any:
        return self.adjust(card, points)

    @rule(target=calls, card=cards, share=SHARES)
    def take(self, card: str, share: int) -> Any:
        return self.adjust(card, -self.share(card, share))

    def adjust(self, card: str, points: int) -> Any:
        key = self.fresh_key()

        def call() -> Any:
            return adjustments.adjust(
                self.shop.desk, card, points=points, reason="r", staff=STAFF, key=key, policy_expiry=True
            )

        return self.keyed(card, call)

    @rule(target=calls, card=cards, share=SHARES)
    def reward(self, card: str, share: int) -> Any:
        key, cost = self.fresh_key(), self.share(card, share)

        def call() -> Any:
            return adjustments.redeem_reward(
                self.shop.desk, card, cost=cost, reward="mug", min_tier=None, staff=STAFF, key=key
            )

        return self.keyed(card, call)

    def keyed(self, card: str, call: Callable[[], Any]) -> Any:
        done = self.attempt(call)
        if done is None:
            return multiple()
        self.move(card, done.points)
        return call, done

    @rule(call=calls)
    def again(self, call: tuple[Callable[[], Any], Any]) -> None:
        """The same key gives the same answer, and nothing else happens."""
        repeat, first = call
        before = self.shop.tables()

        assert repeat() == first
        assert self.shop.tables() == before

    @rule(target=calls, card=cards, rupees=RUPEES)
    def sell_keyed(self, card: str, rupees: int) -> Any:
        key = self.fresh_key()
        sold = self.attempt(lambda: self.shop.sell(card, ("General", rupees), key=key))
        if sold is None:
            return multiple()
        self.sold(sold.bill)
        return lambda: self.shop.sell(card, ("General", rupees), key=key).bill, sold.bill

    # Time

    @rule(days=st.integers(0, 12))
    def wait(self, days: int) -> None:
        self.shop.wait(days=days, seconds=1)

    @rule()
    def expire(self) -> None:
        """Nothing that can be spent changes; the books come down to it."""
        spendable = {card: self.shop.available(card) for card in self.books}
        while sweeps.expire(self.shop.desk):
            pass

        assert {card: self.shop.available(card) for card in self.books} == spendable
        for card in self.books:
            pending = profiles.profile(self.shop.desk, self.shop.member_id(card)).pending
            self.books[card] = spendable[card] + pending

    # What always holds

    @invariant()
    def the_books_are_what_the_verbs_said(self) -> None:
        held = {card: members.find_card(self.shop.desk, card)[0].member.points for card in self.books}

        assert held == self.books

    @invariant()
    def the_books_hold_and_can_be_made_again(self) -> None:
        self.shop.sound()

    @invariant()
    def a_neighbour_sees_and_suffers_nothing(self) -> None:
        (own,) = members.find_name(self.neighbour.desk, "")
        assert own.member.member_id.startswith("neighbour")
        assert self.rows_of("neighbour") == self.neighbours

    # How the model looks at the store

    def attempt(self, call: Callable[[], Answer]) -> Answer | None:
        """The answer, or None when it was refused; a refusal changes nothing."""
        before = self.shop.tables()
        try:
            return call()
        except DomainError:
            assert self.shop.tables() == before
            return None

    def share(self, card: str, percent: int) -> int:
        return max(0, self.shop.available(card)) * percent // 100

    def fresh_key(self) -> str:
        self.keys += 1
        return f"key {self.keys}"

    def move(self, card: str, points: int) -> None:
        while card not in self.books:
            card = self.merged[card]
        self.books[card] += points

    def card_of(self, member_id: str) -> str:
        """The card that member's points are on now."""
        with self.shop.store.reading() as uow:
            holder = uow.members.by_id(uow.members.holder_of_points(member_id))
            assert holder is not None
            assert holder.card is not None
            return holder.card.number

    def caused_by(self, cause: str) -> list[Any]:
        with self.shop.store.reading() as uow:
            return [posting.entry for posting in uow.ledger.by_cause(cause)]

    def rows_of(self, tenant: str) -> Tables:
        return {name: [row for row in rows if row[0] == tenant] for name, rows in self.shop.tables().items()}
