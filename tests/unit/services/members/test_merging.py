"""Merging: two members who are one person keep every point, date, bill and tier between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.codes import card_number
from app.domain.errors import Code
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.member import CardStatus
from app.domain.tiers import Level, PointsBasis, Qualify, TierScheme
from app.services.members import card_status, dossiers, members, merging, profiles, sweeps
from tests.desks import PROGRAM, STAFF, Shop, changed, memory_shop


def merge(shop: Shop, *sources: str, into: str) -> int:
    return merging.merge(shop.desk, sources, into=into, staff=STAFF)


@pytest.fixture
def pair(shop: Shop) -> Sequence[str]:
    return shop.enrol("Meena"), shop.enrol("M. Iyer")


def test_points_move_with_their_dates(shop: Shop, pair: Sequence[str]) -> None:
    kept, gone = pair
    shop.publish(changed(expiry=Expiry(ExpiryMode.DAYS, 30)))
    shop.sell(gone, ("General", 100))
    shop.wait(days=20)
    shop.sell(kept, ("General", 200))

    assert merge(shop, gone, into=kept) == 9_00

    shop.wait(days=10)
    assert shop.available(kept) == 6_00
    shop.sound()


def test_several_cards_become_one_and_stop_working(shop: Shop) -> None:
    kept, *others = (shop.enrol(name) for name in ("Meena", "M. Iyer", "Mina"))
    for number, card in enumerate((kept, *others), 1):
        shop.credit(card, number * 10_00)

    assert merge(shop, *others, into=kept) == 60_00

    for card in others:
        with shop.refuses(Code.CARD_INACTIVE):
            shop.sell(card, ("General", 100))
        assert shop.available(card) == 0
    with shop.refuses(Code.CARD_INACTIVE):
        card_status.set_card_status(shop.desk, others[0], CardStatus.ACTIVE, staff=STAFF)
    shop.sound()


def test_a_card_that_had_stopped_before_keeps_its_day(shop: Shop, pair: Sequence[str]) -> None:
    kept, lost = pair
    shop.credit(lost, 10_00)
    gone = card_status.replace_card(shop.desk, lost, staff=STAFF).card
    assert gone is not None
    stopped, merged = shop.clock.today, shop.wait(days=3)

    assert merge(shop, gone.number, into=kept) == 10_00

    with shop.store.reading() as uow:
        cards = {one.number: (one.status, one.status_at) for one in uow.members.cards_of(gone.member_id)}
    assert cards == {lost: (CardStatus.REPLACED, stopped), gone.number: (CardStatus.REPLACED, merged)}
    shop.sound()


def test_an_empty_card_merges_too(shop: Shop, pair: Sequence[str]) -> None:
    kept, gone = pair
    shop.credit(kept, 10_00)

    assert merge(shop, gone, into=kept) == 10_00
    shop.sound()


@pytest.mark.parametrize("debtor", [0, 1])
def test_what_one_owes_the_other_pays(shop: Shop, pair: Sequence[str], debtor: int) -> None:
    owing, rich = pair[debtor], pair[1 - debtor]
    bill = shop.sell(owing, ("General", 900)).bill
    shop.sell(owing, ("Toys", 90), redeem=27_00)
    shop.cancel(bill.bill_id)
    shop.credit(rich, 100_00)

    assert merge(shop, pair[1], into=pair[0]) == 73_00
    shop.sound()


def test_bills_of_either_card_can_still_be_returned(shop: Shop, pair: Sequence[str]) -> None:
    kept, gone = pair
    bills = [shop.sell(card, ("General", 100)).bill for card in pair]
    merge(shop, gone, into=kept)
    spent = shop.sell(kept, ("Toys", 100), redeem=6_00).bill

    assert [shop.cancel(bill.bill_id).balance for bill in bills] == [-3_00, -6_00]
    assert shop.cancel(spent.bill_id).balance == 0
    shop.sound()


def test_points_redeemed_before_come_back_to_the_merged_card(shop: Shop, pair: Sequence[str]) -> None:
    kept, gone = pair
    shop.credit(gone, 50_00)
    bill = shop.sell(gone, ("Toys", 100), redeem=50_00).bill
    merge(shop, gone, into=kept)

    assert shop.cancel(bill.bill_id).balance == 50_00
    shop.sound()


def test_a_merged_card_can_be_merged_on(shop: Shop) -> None:
    first, second, third = (shop.enrol(name) for name in ("One", "Two", "Three"))
    bill = shop.sell(first, ("General", 100)).bill
    merge(shop, first, into=second)
    merge(shop, second, into=third)

    assert shop.available(third) == 3_00
    assert shop.cancel(bill.bill_id).balance == 0
    shop.sound()


class TestTiers:
    def test_the_highest_is_kept(self, shop: Shop) -> None:
        kept, gone = shop.enrol("Meena"), shop.enrol("M. Iyer", tier="Silver")

        merge(shop, gone, into=kept)

        assert shop.tier(kept) == "Silver"
        shop.sound()

    def test_a_tier_the_other_started_in_outlives_a_return(self, shop: Shop) -> None:
        first, second, kept = shop.enrol("One", tier="Silver"), shop.enrol("Two"), shop.enrol("Three")
        merge(shop, first, into=second)
        merge(shop, second, into=kept)
        bill = shop.sell(kept, ("General", 100)).bill

        shop.cancel(bill.bill_id)

        assert shop.tier(kept) == "Silver"

    def test_a_tier_the_others_bill_brought_goes_with_that_bill(self, shop: Shop, pair: Sequence[str]) -> None:
        kept, gone = pair
        bill = shop.sell(gone, ("General", 1000)).bill
        merge(shop, gone, into=kept)
        assert shop.tier(kept) == "Silver"

        shop.cancel(bill.bill_id)

        assert shop.tier(kept) == "Bronze"
        shop.sound()

    @pytest.mark.parametrize("basis", PointsBasis)
    def test_what_both_spent_together_counts_at_once_and_a_cancelled_bill_leaves_no_trace(
        self, shop: Shop, pair: Sequence[str], basis: PointsBasis
    ) -> None:
        shop.publish(changed(tiers=replace(PROGRAM.tiers, points_basis=basis)))
        kept, gone = pair
        for card in pair:
            shop.sell(card, ("General", 500))

        merge(shop, gone, into=kept)
        assert shop.tier(kept) == "Silver"

        shop.cancel(shop.sell(kept, ("General", 1)).bill.bill_id)
        assert shop.tier(kept) == "Silver"
        shop.sound()

    def test_points_that_both_hold_count_together(self, shop: Shop, pair: Sequence[str]) -> None:
        levels = (Level("Bronze"), Level("Silver", min_points=10_00))
        shop.publish(changed(tiers=TierScheme(levels, Qualify.POINTS, PointsBasis.AVAILABLE_PLUS_PENDING)))
        kept, gone = pair
        for card in pair:
            shop.sell(card, ("General", 200))

        merge(shop, gone, into=kept)

        assert shop.tier(kept) == "Silver"

    def test_spending_of_both_counts_from_then_on(self, shop: Shop, pair: Sequence[str]) -> None:
        kept, gone = pair
        for card in pair:
            shop.sell(card, ("General", 450))
        merge(shop, gone, into=kept)

        shop.sell(kept, ("General", 100))

        assert shop.tier(kept) == "Silver"
        shop.sound()


class TestReferrers:
    def test_a_merged_referrer_earns_on_the_card_that_stays(self) -> None:
        with memory_shop(changed(referral_percent=Decimal(1))) as shop:
            friend, again = shop.enrol("Ravi"), shop.enrol("R. Sharma")
            card = shop.enrol(referrer_card=friend)
            before = shop.sell(card, ("Toys", 100)).bill
            merge(shop, friend, into=again)

            assert shop.sell(card, ("Toys", 100)).bill.referrer_points == 1_00
            assert shop.available(again) == 2_00
            shop.cancel(before.bill_id)
            assert shop.available(again) == 1_00
            shop.sound()

    def test_merged_with_their_friend_nobody_refers_themselves(self) -> None:
        with memory_shop(changed(referral_percent=Decimal(1))) as shop:
            friend = shop.enrol("Ravi")
            card = shop.enrol(referrer_card=friend)
            before = shop.sell(card, ("General", 100)).bill
            merge(shop, friend, into=card)

            after = shop.sell(card, ("General", 100)).bill

            assert (after.referrer_points, after.referrer_id) == (0, None)
            assert shop.cancel(before.bill_id).referrer_points_reversed == 1_00
            assert shop.available(card) == 3_00
            shop.sound()

    def test_whoever_brought_one_of_them_brought_the_member_who_remains(self) -> None:
        with memory_shop(changed(referral_percent=Decimal(1))) as shop:
            friend, kept = shop.enrol("Ravi"), shop.enrol("Meena")
            gone, again = shop.enrol("M. Iyer", referrer_card=friend), shop.enrol("Mina", referrer_card=kept)
            before = shop.sell(gone, ("Toys", 100)).bill
            merge(shop, gone, again, into=kept)

            assert shop.sell(kept, ("Toys", 100)).bill.referrer_id == before.referrer_id
            assert shop.available(friend) == 2_00
            asha = shop.enrol("Asha")
            with shop.refuses(Code.INVALID, saying="already has a referrer"):
                members.link_referrer(shop.desk, kept, referrer_card=asha, staff=STAFF)
            shop.cancel(before.bill_id)
            assert shop.available(friend) == 1_00
            shop.sound()

    def test_a_friend_of_their_own_stays(self) -> None:
        with memory_shop(changed(referral_percent=Decimal(1))) as shop:
            first, second = shop.enrol("Ravi"), shop.enrol("Asha")
            kept, gone = shop.enrol("Meena", referrer_card=first), shop.enrol("M. Iyer", referrer_card=second)
            merge(shop, gone, into=kept)

            shop.sell(kept, ("Toys", 100))

            assert (shop.available(first), shop.available(second)) == (1_00, 0)

    def test_who_brought_the_friend_they_became_brought_them(self) -> None:
        with memory_shop(changed(referral_percent=Decimal(1))) as shop:
            eldest = shop.enrol("Asha")
            friend = shop.enrol("Ravi", referrer_card=eldest)
            card = shop.enrol("R. Sharma", referrer_card=friend)
            merge(shop, friend, into=card)

            shop.sell(card, ("Toys", 100))

            assert shop.available(eldest) == 1_00

    def test_they_are_named_as_who_remains_of_them(self, shop: Shop) -> None:
        friend, again = shop.enrol("R. Sharma"), shop.enrol("Ravi")
        card, other = shop.enrol("Meena", referrer_card=friend), shop.enrol("Asha", referrer_card=friend)
        merge(shop, friend, into=again)
        merge(shop, again, into=other)

        named = [profiles.profile(shop.desk, shop.member_id(one)).referrer_name for one in (card, other)]
        assert named == ["Asha", None]

    def test_nobody_is_brought_by_whom_they_brought(self) -> None:
        with memory_shop(changed(referral_percent=Decimal(1))) as shop:
            kept = shop.enrol("Meena")
            other = shop.enrol("Meena again")
            friend = shop.enrol("Ravi", referrer_card=other)
            theirs = shop.enrol("Asha", referrer_card=friend)
            merge(shop, other, into=kept)
            gone = shop.enrol("M. Iyer", referrer_card=theirs)
            merge(shop, gone, into=kept)

            assert shop.sell(kept, ("Toys", 100)).bill.referrer_id is None
            with shop.refuses(Code.INVALID, saying="circle"):
                members.link_referrer(shop.desk, kept, referrer_card=theirs, staff=STAFF)

    def test_whom_either_brought_are_shown_with_who_remains(self, shop: Shop) -> None:
        first, second, kept = (shop.enrol(name) for name in ("Meena", "M. Iyer", "Mina"))
        shop.enrol("Asha", referrer_card=first)
        twin = shop.enrol("A. Rao", referrer_card=second)
        shop.enrol("Ravi", referrer_card=kept)
        merge(shop, first, into=second)
        merge(shop, second, into=kept)
        merge(shop, twin, into=kept)

        brought = dossiers.dossier(shop.desk, shop.member_id(kept)).brought
        assert [one.member.name for one in brought] == ["Asha", "Ravi"]


@pytest.mark.parametrize("swept", [False, True])
def test_expired_points_stay_expired(shop: Shop, pair: Sequence[str], swept: bool) -> None:
    kept, gone = pair
    shop.sell(gone, ("General", 100))
    shop.wait(days=365)
    if swept:
        sweeps.expire(shop.desk)

    assert merge(shop, gone, into=kept) == 0
    assert sweeps.expire(shop.desk) == (not swept)
    shop.sound()


class TestRefusals:
    def test_of_a_card_into_itself(self, shop: Shop, pair: Sequence[str]) -> None:
        with shop.refuses(Code.INVALID, saying="into itself"):
            merge(shop, pair[1], pair[0], into=pair[0])

    def test_of_a_card_twice(self, shop: Shop, pair: Sequence[str]) -> None:
        with shop.refuses(Code.CARD_INACTIVE):
            merge(shop, pair[1], pair[1], into=pair[0])

    def test_of_a_card_that_is_not_active(self, shop: Shop, pair: Sequence[str]) -> None:
        card_status.set_card_status(shop.desk, pair[1], CardStatus.LOST, staff=STAFF)

        with shop.refuses(Code.CARD_INACTIVE):
            merge(shop, pair[1], into=pair[0])
        with shop.refuses(Code.CARD_INACTIVE):
            merge(shop, pair[0], into=pair[1])

    def test_of_cards_nobody_has(self, shop: Shop, pair: Sequence[str]) -> None:
        nobody = card_number("9999999999")

        with shop.refuses(Code.UNKNOWN_CARD):
            merge(shop, pair[1], nobody, into=pair[0])
        with shop.refuses(Code.UNKNOWN_CARD):
            merge(shop, pair[1], into=nobody)
