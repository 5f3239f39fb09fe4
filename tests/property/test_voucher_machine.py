"""Vouchers through any order of events at a desk: one bill each, and never more out than there are."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, precondition, rule

from app.domain.entries import EntryKind
from app.domain.errors import Code, DomainError
from app.domain.rewards import Reward, RewardKind
from app.domain.vouchers import Voucher
from app.services.keeping import books
from app.services.rewards import rewards, voucher_sweeps
from app.services.rewards.rewards import Wish
from app.services.rewards.voucher_records import LIVE
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest
from tests.desks import STAFF, cart, changed, memory_shop

COUPON = Reward("coupon", "₹10 off", RewardKind.DISCOUNT_COUPON, 40_00, value_minor=10_00, valid_days=1, stock=3)
CINEMA = Reward("cinema", "Cinema", RewardKind.EXPERIENCE, 60_00, valid_days=5, member_max=1)
REWARD, RESTORE = EntryKind.REWARD, EntryKind.RESTORE
CALM = (Code.INSUFFICIENT_POINTS, Code.REWARD_OUT, Code.VOUCHER_USED, Code.VOUCHER_UNFIT, Code.EXPIRED)

Made = TypeVar("Made")


def calmly(act: Callable[[], Made]) -> Made | None:
    """What is made, or nothing where the rules say no."""
    try:
        return act()
    except DomainError as refusal:
        if refusal.code not in CALM:
            raise
        return None


class VoucherMachine(RuleBasedStateMachine):
    issued = Bundle("issued")
    sold = Bundle("sold")

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.shop = self.stack.enter_context(memory_shop(changed(rewards=(COUPON, CINEMA))))
        self.cards = [self.shop.enrol("Meena"), self.shop.enrol("Ravi")]
        for card in self.cards:
            self.shop.credit(card, 150_00, expires_at=self.shop.clock.today + timedelta(days=4))
            self.shop.credit(card, 200_00)
        self.bills: dict[str, str] = {}  # live bills by their voucher

    def teardown(self) -> None:
        self.stack.close()

    @rule(target=issued, who=st.integers(0, 1), what=st.sampled_from(("coupon", "cinema")))
    def redeem(self, who: int, what: str) -> Voucher | None:
        desk, wish = self.shop.desk, Wish(self.cards[who])
        return calmly(lambda: rewards.redeem(desk, wish, what, staff=STAFF, key=desk.ids.entity()))

    @rule(target=sold, who=st.integers(0, 1), voucher=issued, rupees=st.sampled_from((5, 60)))
    def spend(self, who: int, voucher: Voucher | None, rupees: int) -> str | None:
        return None if voucher is None else self._spend(who, voucher, rupees)

    @rule(who=st.integers(0, 1), voucher=issued)
    def spend_too_late(self, who: int, voucher: Voucher | None) -> None:
        """At the first instant at which it is over, swept or not."""
        if voucher is not None and voucher.expires_at is not None:
            self.shop.clock.advance(max(self.shop.clock.today, voucher.expires_at))
            assert self._spend(who, voucher, 60) is None

    def _spend(self, who: int, voucher: Voucher, rupees: int) -> str | None:
        bought = replace(cart(("General", rupees)), voucher=voucher.on_bill)
        desk, request = self.shop.desk, SaleRequest(bought, self.cards[who])
        sale = calmly(lambda: checkout.commit_sale(desk, request, key=desk.ids.entity(), staff=STAFF))
        if sale is None:
            return None
        assert voucher.voucher_id not in self.bills, "a voucher pays for one bill"
        self.bills[voucher.voucher_id] = sale.bill.bill_id
        return sale.bill.bill_id

    @rule(bill=consumes(sold))
    def take_back(self, bill: str | None) -> None:
        if bill is not None:
            self.shop.cancel(bill)
            self.bills = {voucher: one for voucher, one in self.bills.items() if one != bill}

    @rule(voucher=issued, is_cancelled=st.booleans())
    def end(self, voucher: Voucher | None, is_cancelled: bool) -> None:
        if voucher is None:
            return
        desk, before, how = self.shop.desk, self.points(), rewards.cancel if is_cancelled else rewards.hand_over
        if calmly(lambda: how(desk, voucher.voucher_id, staff=STAFF, key=desk.ids.entity())) is None:
            assert self.points() == before

    def points(self) -> list[int]:
        return [self.shop.available(card) for card in self.cards]

    @rule(hours=st.sampled_from((1, 24, 60)))
    def time_goes_by(self, hours: int) -> None:
        self.shop.wait(hours=hours)

    @rule()
    def sweep(self) -> None:
        voucher_sweeps.expire_all(self.shop.desk)

    @invariant()
    def no_more_is_out_than_there_is(self) -> None:
        with self.shop.desk.store.reading() as uow:
            assert uow.vouchers.out("coupon") <= 3

    @invariant()
    def nobody_has_more_than_one_member_may(self) -> None:
        for card in self.cards:
            had = rewards.of_member(self.shop.desk, self.shop.member_id(card))
            assert sum(one.reward_id == "cinema" and one.status in LIVE for one in had) <= 1

    @invariant()
    def members_are_short_of_exactly_what_their_vouchers_cost(self) -> None:
        with self.shop.desk.store.reading() as uow:
            moved = sum(one.entry.points for one in uow.ledger.all() if one.entry.kind in (REWARD, RESTORE))
            cost = sum(one.voucher.cost for one in uow.vouchers.every() if one.voucher and one.status in LIVE)
        assert moved == -cost

    @invariant()
    def a_voucher_is_used_exactly_where_its_live_bill_is(self) -> None:
        for voucher_id, bill in self.bills.items():
            record = rewards.get(self.shop.desk, voucher_id)
            assert (record.status, record.used_for) == ("FULFILLED", bill)

    @precondition(lambda self: self.shop.clock.today.hour % 2 == 0)
    @invariant()
    def the_books_hold(self) -> None:
        assert books.verify(self.shop.desk).faults == ()

    @rule()
    def rebuilding_changes_nothing(self) -> None:
        self.shop.sound()


VoucherMachine.TestCase.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
TestVouchers = VoucherMachine.TestCase
