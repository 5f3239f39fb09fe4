"""Sweeps: expiry settles the books without changing what can be spent; tiers fall when their time is over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.entries import EntryKind
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.program import Earning
from app.domain.tiers import TierChangeKind
from app.services.members import sweeps
from tests.desks import STAFF, Shop, changed, memory_shop


@pytest.fixture
def monthly(shop: Shop) -> Shop:
    shop.publish(changed(expiry=Expiry(ExpiryMode.DAYS, 30)))
    return shop


def books_balance(shop: Shop, card: str) -> int:
    with shop.store.reading() as uow:
        holder = uow.members.by_card(card)
        assert holder is not None
        return holder.member.points


class TestExpiry:
    def test_settles_the_books_and_changes_nothing_else(self, monthly: Shop) -> None:
        card = monthly.enrol()
        monthly.sell(card, ("General", 100))
        monthly.wait(days=10)
        monthly.sell(card, ("General", 200), redeem=1_00)
        monthly.wait(days=20)
        assert (monthly.available(card), books_balance(monthly, card)) == (5_99, 7_99)

        assert sweeps.expire(monthly.desk) == 1

        assert (monthly.available(card), books_balance(monthly, card)) == (5_99, 5_99)
        assert sweeps.expire(monthly.desk) == 0
        monthly.sound()

    def test_posts_nothing_before_its_time(self, monthly: Shop) -> None:
        card = monthly.enrol()
        monthly.sell(card, ("General", 100))
        monthly.wait(days=30)
        monthly.clock.today -= timedelta(microseconds=1)
        before = monthly.tables()

        assert sweeps.expire(monthly.desk) == 0

        assert monthly.tables() == before
        assert monthly.available(card) == 3_00

    def test_sweeps_a_bounded_number_at_a_time(self, monthly: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sweeps, "LOTS_A_SWEEP_MAX", 2)
        cards = [monthly.enrol(name) for name in ("One", "Two", "Three")]
        for card in (*cards, cards[0], cards[0]):
            monthly.sell(card, ("General", 100))
        monthly.wait(days=30)

        assert [sweeps.expire(monthly.desk) for _ in range(4)] == [2, 2, 1, 0]

        assert [books_balance(monthly, card) for card in cards] == [0, 0, 0]
        monthly.sound()

    def test_all_of_it_takes_as_many_batches_as_it_needs(self, monthly: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sweeps, "LOTS_A_SWEEP_MAX", 2)
        card = monthly.enrol()
        for _ in range(5):
            monthly.sell(card, ("General", 100))
        monthly.wait(days=30)

        assert (sweeps.expire_all(monthly.desk), sweeps.expire_all(monthly.desk)) == (5, 0)
        monthly.sound()

    def test_also_of_points_that_were_never_available(self) -> None:
        program = changed(expiry=Expiry(ExpiryMode.DAYS, 5), earning=Earning(pending_days=9))
        with memory_shop(program) as shop:
            card = shop.enrol()
            shop.sell(card, ("General", 100))
            shop.wait(days=5)

            assert sweeps.expire(shop.desk) == 1
            assert books_balance(shop, card) == 0
            shop.sound()

    def test_names_the_lot_it_takes(self, monthly: Shop) -> None:
        card = monthly.enrol()
        monthly.sell(card, ("General", 100))
        monthly.wait(days=30)
        sweeps.expire(monthly.desk)

        with monthly.store.reading() as uow:
            earned, expired = (posting.entry for posting in uow.ledger.of_member(monthly.member_id(card)))
        assert (expired.kind, expired.points, expired.corrects) == (EntryKind.EXPIRE, -3_00, earned.entry_id)


class TestTierReview:
    def test_lowers_what_is_no_longer_reached_after_the_grace_days(self, shop: Shop) -> None:
        card = shop.enrol()
        member_id = shop.member_id(card)
        shop.sell(card, ("General", 1000))

        for days, tier in ((364, "Silver"), (30, "Silver"), (1, "Bronze")):
            shop.wait(days=days)
            assert sweeps.review_tier(shop.desk, member_id, staff=STAFF) == tier, shop.clock.today
            assert shop.tier(card) == tier

        with shop.store.reading() as uow:
            up, down = uow.tiers.of_member(member_id)
        assert (up.kind, up.to_tier, up.metrics.spend_minor) == (TierChangeKind.UPGRADE, "Silver", 1000_00)
        assert (down.kind, down.from_tier, down.to_tier) == (TierChangeKind.DOWNGRADE, "Silver", "Bronze")
        shop.sound()

    def test_leaves_a_tier_that_was_given_for_a_whole_period_and_its_grace(self, shop: Shop) -> None:
        card = shop.enrol(tier="Silver")
        for days, tier in ((394, "Silver"), (1, "Bronze")):
            shop.wait(days=days)
            sweeps.review_tier(shop.desk, shop.member_id(card), staff=STAFF)
            assert shop.tier(card) == tier

    def test_that_changes_nothing_writes_nothing(self, shop: Shop) -> None:
        card = shop.enrol()
        before = shop.tables()

        sweeps.review_tier(shop.desk, shop.member_id(card), staff=STAFF)

        assert shop.tables() == before

    def test_leaves_what_is_still_reached(self, shop: Shop) -> None:
        card = shop.enrol()
        shop.wait(days=400)
        shop.sell(card, ("General", 1500))
        before = shop.tables()

        assert sweeps.review_tier(shop.desk, shop.member_id(card), staff=STAFF) == "Silver"
        assert shop.tables() == before

    def test_of_everybody_looks_at_those_above_the_lowest_tier(self, shop: Shop) -> None:
        silver, bronze, gone = shop.enrol("Asha"), shop.enrol("Ravi"), shop.enrol("Lata")
        for card, rupees in ((gone, 1000), (bronze, 10)):
            shop.sell(card, ("General", rupees))
        shop.wait(days=365)
        shop.sell(silver, ("General", 1000))
        shop.wait(days=31)

        assert sweeps.review_tiers(shop.desk, staff=STAFF) == 1

        assert [shop.tier(card) for card in (silver, bronze, gone)] == ["Silver", "Bronze", "Bronze"]
        assert sweeps.review_tiers(shop.desk, staff=STAFF) == 0
        shop.sound()
