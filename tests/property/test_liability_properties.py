"""What members held at any instant of the past is what going through every entry up to then comes to."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.errors import DomainError
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.ledger import fold
from app.domain.program import Refund
from app.domain.quote import MAX
from app.services.members import merging, sweeps
from app.services.reports.asked import Asked
from app.services.reports.liability import held_at
from app.services.reports.period import Days, end_of
from tests.desks import PROGRAM, STAFF, Shop, changed, memory_shop

SIZES = st.integers(1, 60)
WHO = st.sampled_from((0, 1, 2))
STEPS = st.one_of(
    st.tuples(st.just("sell"), WHO, SIZES, st.booleans()),
    st.tuples(st.just("back"), WHO, SIZES, st.just(False)),
    st.tuples(st.just("cancel"), WHO, SIZES, st.just(False)),
    st.tuples(st.just("credit"), WHO, SIZES, st.booleans()),
    st.tuples(st.just("wait"), WHO, SIZES, st.booleans()),
    st.tuples(st.just("sweep"), WHO, SIZES, st.just(False)),
    st.tuples(st.just("merge"), WHO, WHO, st.just(False)),
)


class Life:
    """Three members who buy, bring back, wait and are merged, as the steps say."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.cards = [shop.enrol(f"Member {n}", phone=f"98765432{n:02}") for n in range(3)]
        self.sold: list[Any] = []
        self.instants = [shop.clock.now()]

    def live(self, step: tuple[str, int, int, bool]) -> None:
        name, who, size, flag = step
        try:
            getattr(self, name)(who, size, flag)
        except DomainError:
            """What the shop refuses has changed nothing."""
        self.shop.wait(minutes=7)
        self.instants.append(self.shop.clock.now())
        self.shop.wait(minutes=7)

    def sell(self, who: int, size: int, redeem: bool) -> None:
        asked = MAX if redeem else 0
        self.sold.append(self.shop.sell(self.cards[who], ("General", size * 100), redeem=asked).bill)

    def back(self, who: int, size: int, _: bool) -> None:
        if self.sold:
            self.shop.give_back(self.sold[(who + size) % len(self.sold)].bill_id, size * 40)

    def cancel(self, who: int, size: int, _: bool) -> None:
        if self.sold:
            self.shop.cancel(self.sold[(who + size) % len(self.sold)].bill_id)

    def credit(self, who: int, size: int, taken: bool) -> None:
        self.shop.credit(self.cards[who], (-size if taken else size) * 100)

    def wait(self, _: int, size: int, is_long: bool) -> None:
        self.shop.wait(days=size if is_long else size % 3)

    def sweep(self, *_: Any) -> None:
        sweeps.expire(self.shop.desk)

    def merge(self, who: int, into: int, _: bool) -> None:
        if who != into:
            merging.merge(self.shop.desk, [self.cards[who]], into=self.cards[into], staff=STAFF)


@settings(max_examples=60, deadline=None)
@given(
    steps=st.lists(STEPS, min_size=4, max_size=24),
    expiry=st.builds(Expiry, st.sampled_from((ExpiryMode.DAYS, ExpiryMode.END_OF_MONTH)), st.integers(0, 20))
    | st.builds(Expiry, st.just(ExpiryMode.INACTIVITY), st.integers(1, 2)),
    grace=st.sampled_from((0, 7)),
)
@example(  # points that are gone the day they come, swept and taken back, asked for between two bills of that day
    steps=[("sell", 0, 60, False), ("sell", 0, 60, False), ("sweep", 0, 1, False), ("cancel", 0, 2, False)],
    expiry=Expiry(ExpiryMode.DAYS, 0),
    grace=0,
)
def test_what_was_held_at_any_instant_is_what_the_entries_come_to(steps: Any, expiry: Expiry, grace: int) -> None:
    program = changed(PROGRAM, expiry=expiry, refund=Refund(restored_grace_days=grace))
    with memory_shop(program) as shop:
        life = Life(shop)
        for step in steps:
            life.live(step)
        desk = shop.desk
        with desk.store.reading() as uow:
            now = max(desk.clock.now(), life.instants[-1])
            today = desk.calendar.day_of(now)
            asked = Asked(desk, uow, Days(today, today), now, program)
            postings = list(uow.ledger.all())

            def replayed(at: Any) -> int:
                accounts = fold(one for one in postings if one.entry.occurred_at <= at).values()
                return sum(account.available(at) + account.pending(at) for account in accounts)

            for at in life.instants:
                assert held_at(asked, [at]) == [replayed(at)]
            first = desk.calendar.day_of(life.instants[0])
            days = list(Days(first, today).each())
            ends = [min(now, end_of(day, desk.calendar)) for day in days][-400:]
            assert held_at(asked, ends) == list(map(replayed, ends))
