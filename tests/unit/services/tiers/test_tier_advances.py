"""Tiers that a rule lifts a member to: at once after the bill, kept for a while, and gone with the bill."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from app.domain.conditions import NthBill
from app.domain.limits import RuleLimits
from app.domain.program import Program
from app.domain.rules import DecisionRule, PointsFixed
from app.domain.tier_advance import TierAdvance
from app.domain.tiers import Level, PointsBasis, Qualify, TierChangeKind, TierScheme
from app.domain.triggers import Trigger
from app.services.members import editing, members, merging, sweeps
from app.services.ports import TierChange
from app.services.sales import claims
from app.services.tiers import given_tiers, tier_whatif, tiering
from app.services.tiers.tier_news import Risen
from tests.desks import STAFF, Shop, changed

TIERS = TierScheme(
    (Level("Bronze"), Level("Silver", min_spend_minor=1000_00), Level("Gold", min_spend_minor=3000_00), Level("Top"))
)
THIRD = DecisionRule("third", TierAdvance("Gold", 30), conditions=(NthBill(3),))
CHALLENGE = changed(tiers=TIERS, rules=(THIRD,))
SMALL = ("General", 10)


def with_rules(*rules: DecisionRule) -> Program:
    return changed(tiers=TIERS, rules=rules)


@pytest.fixture
def challenging(shop: Shop) -> Shop:
    shop.publish(CHALLENGE)
    return shop


def history(shop: Shop, card: str) -> list[TierChange]:
    with shop.store.reading() as uow:
        return list(uow.tiers.of_member(shop.member_id(card)))


def ends(shop: Shop, card: str) -> int | None:
    """How many days from now the tier that is held ends, as whoever shows the card is told."""
    with shop.store.reading() as uow:
        member = members.find_card(shop.desk, card)[0].member
        left = tiering.falls_at(uow, member, uow.programs.in_force(shop.clock.today).tiers, shop.clock.today)
    return None if left is None else (left - shop.clock.today).days


def lift(shop: Shop, card: str) -> str:
    """The bill that lifts a member of the challenge."""
    for _ in range(2):
        shop.sell(card, SMALL)
    return shop.sell(card, SMALL).bill.bill_id


def test_the_bill_that_meets_a_challenge_lifts_its_member(challenging: Shop) -> None:
    card = challenging.enrol()
    for _ in range(2):
        challenging.sell(card, SMALL)
    assert challenging.tier(card) == "Bronze"
    bill = challenging.sell(card, SMALL).bill
    assert (challenging.tier(card), bill.tier) == ("Gold", "Bronze")
    (row,) = history(challenging, card)
    assert (row.change_id, row.kind, given_tiers.rule_of(row)) == (bill.bill_id, TierChangeKind.UPGRADE, "third")
    assert [(one.rule_id, one.points) for one in bill.rules] == [("third", 0)]
    challenging.sound()


def test_it_ends_by_its_date_and_what_was_reached_stays(challenging: Shop) -> None:
    card = challenging.enrol()
    challenging.sell(card, ("General", 1000))
    challenging.sell(card, SMALL)
    challenging.sell(card, SMALL)
    assert (challenging.tier(card), ends(challenging, card)) == ("Gold", 31)
    challenging.wait(days=30, hours=23)
    assert sweeps.review_tiers(challenging.desk, staff=STAFF) == 0
    challenging.wait(hours=1)
    assert sweeps.review_tiers(challenging.desk, staff=STAFF) == 1
    assert (challenging.tier(card), history(challenging, card)[-1].reason) == ("Silver", given_tiers.PERIOD_END)


def test_what_was_given_before_is_kept_to_its_own_end(challenging: Shop) -> None:
    """A lift of some days takes nothing from a tier that somebody had for longer."""
    card = challenging.enrol(tier="Silver")
    lift(challenging, card)
    challenging.wait(days=31)
    assert sweeps.review_tiers(challenging.desk, staff=STAFF) == 1
    assert challenging.tier(card) == "Silver"
    challenging.wait(days=400)
    assert sweeps.review_tiers(challenging.desk, staff=STAFF) == 1
    assert challenging.tier(card) == "Bronze"


def test_a_lift_to_what_was_given_lasts_as_long_as_either(shop: Shop) -> None:
    shop.publish(with_rules(DecisionRule("up", TierAdvance("Silver", 500))))
    given, bought = shop.enrol("Asha", tier="Silver"), shop.enrol("Ravi")
    for card in (given, bought):
        shop.sell(card, SMALL)
    assert (ends(shop, given), ends(shop, bought)) == (395, 501)


def test_without_days_it_lasts_a_period_and_its_grace(shop: Shop) -> None:
    shop.publish(with_rules(DecisionRule("up", TierAdvance("Silver"))))
    card = shop.enrol()
    shop.wait(days=10)
    shop.sell(card, SMALL)
    assert (shop.tier(card), ends(shop, card)) == ("Silver", 395)


def test_it_never_lowers_and_is_no_use_where_it_lifts_nobody(challenging: Shop) -> None:
    card = challenging.enrol(tier="Top")
    lift(challenging, card)
    assert (challenging.tier(card), history(challenging, card)) == ("Top", [])
    with challenging.store.reading() as uow:
        assert not uow.rule_uses.of_member(challenging.member_id(card))


def test_where_the_bill_itself_reaches_as_high_nothing_is_added(challenging: Shop) -> None:
    card = challenging.enrol()
    challenging.sell(card, SMALL)
    challenging.sell(card, SMALL)
    challenging.sell(card, ("General", 5000))
    assert [one.reason for one in history(challenging, card)] == [tiering.BILL]


def test_a_bill_that_raises_and_lifts_has_one_row(challenging: Shop) -> None:
    card = challenging.enrol()
    challenging.sell(card, SMALL)
    challenging.sell(card, SMALL)
    sold = challenging.sell(card, ("General", 1000))
    assert [(one.from_tier, one.to_tier) for one in history(challenging, card)] == [("Bronze", "Gold")]
    assert sold.risen == Risen("Gold", challenging.clock.today + timedelta(days=31), 0)
    challenging.wait(days=31)
    sweeps.review_tiers(challenging.desk, staff=STAFF)
    assert challenging.tier(card) == "Silver", "what the bill reached by itself"


def test_of_several_the_highest_counts(shop: Shop) -> None:
    higher = DecisionRule("b higher", TierAdvance("Gold", 10))
    next_one = DecisionRule("a next", TierAdvance(None, 20))
    shop.publish(with_rules(next_one, higher))
    card = shop.enrol()
    shop.sell(card, SMALL)
    assert [given_tiers.rule_of(one) for one in history(shop, card)] == ["b higher"]
    shop.sell(card, SMALL)
    assert shop.tier(card) == "Top", "the next above Gold"
    shop.sell(card, SMALL)
    assert shop.tier(card) == "Top", "there is none above"
    shop.wait(days=15)
    assert (ends(shop, card), shop.tier(card)) == (6, "Top")


def test_a_cancelled_bill_lifted_nobody(challenging: Shop) -> None:
    card = challenging.enrol()
    for _ in range(2):
        challenging.sell(card, SMALL)
    before = challenging.standing(), challenging.tier(card)
    bill = challenging.sell(card, SMALL).bill
    challenging.cancel(bill.bill_id)
    assert (challenging.standing(), challenging.tier(card)) == before
    assert ends(challenging, card) is None
    challenging.sound()
    challenging.sell(card, SMALL)
    assert challenging.tier(card) == "Gold", "the challenge is open again"


def test_a_part_that_comes_back_leaves_the_tier_and_another_bill_too(challenging: Shop) -> None:
    card = challenging.enrol()
    bill = lift(challenging, card)
    challenging.give_back(bill, 4)
    challenging.cancel(challenging.sell(card, SMALL).bill.bill_id)
    assert challenging.tier(card) == "Gold"


def test_a_lift_at_the_very_instant_of_a_periods_end_stands_when_another_bill_comes_back(shop: Shop) -> None:
    shop.publish(with_rules(DecisionRule("lift", TierAdvance("Silver", 3))))
    card = shop.enrol()
    shop.sell(card, SMALL)
    shop.wait(days=4)
    assert sweeps.review_tiers(shop.desk, staff=STAFF) == 1
    shop.sell(card, SMALL)
    other = shop.sell(card, SMALL).bill
    shop.give_back(other.bill_id, 4)
    assert shop.tier(card) == "Silver"
    shop.cancel(other.bill_id)
    assert shop.tier(card) == "Silver"
    shop.sound()


def test_it_counts_as_often_as_its_limit_says(shop: Shop) -> None:
    once = DecisionRule("once", TierAdvance(None, 5), limits=RuleLimits(uses_per_member=1))
    shop.publish(with_rules(once))
    card = shop.enrol()
    shop.sell(card, SMALL)
    shop.sell(card, SMALL)
    assert shop.tier(card) == "Silver"


def test_a_tier_set_by_hand_afterwards_is_what_counts(challenging: Shop) -> None:
    card = challenging.enrol()
    lift(challenging, card)
    challenging.wait(minutes=1)
    editing.set_tier(challenging.desk, challenging.member_id(card), "Silver", reason="agreed", staff=STAFF)
    challenging.cancel(challenging.sell(card, SMALL).bill.bill_id)
    assert (challenging.tier(card), ends(challenging, card)) == ("Silver", 395)


def test_a_new_tier_by_a_rule_brings_what_a_new_tier_brings(shop: Shop) -> None:
    gold = DecisionRule("gold", PointsFixed(5_00), tiers=frozenset({"Gold"}), trigger=Trigger.TIER_CHANGE)
    shop.publish(changed(tiers=TIERS, rules=(THIRD, gold), categories={}))
    card = shop.enrol()
    bill = lift(shop, card)
    assert shop.available(card) == 5_00
    shop.cancel(bill)
    assert shop.available(card) == 0
    shop.sound()


def test_points_that_are_held_may_count(shop: Shop) -> None:
    levels = (Level("Bronze"), Level("Silver", min_points=1000_00), Level("Gold", min_points=3000_00))
    held = TierScheme(levels, Qualify.POINTS, PointsBasis.AVAILABLE_PLUS_PENDING)
    shop.publish(changed(tiers=held, rules=(THIRD,)))
    card = shop.enrol()
    bill = lift(shop, card)
    other = shop.sell(card, SMALL).bill.bill_id
    shop.cancel(other)
    assert shop.tier(card) == "Gold"
    shop.cancel(bill)
    assert shop.tier(card) == "Bronze"


def test_a_card_that_comes_later_may_be_lifted(shop: Shop) -> None:
    shop.publish(with_rules(DecisionRule("up", TierAdvance("Silver", 5))))
    sold, card = shop.sell(None, SMALL).bill, shop.enrol()
    claims.claim_points(shop.desk, sold.bill_id, card_number=card, key="k", staff=STAFF)
    assert shop.tier(card) == "Silver"
    shop.sound()


def test_whoever_is_merged_keeps_the_tier(challenging: Shop) -> None:
    first, second = challenging.enrol("Asha"), challenging.enrol("Asha K.")
    lift(challenging, first)
    merging.merge(challenging.desk, [second], into=first, staff=STAFF)
    assert challenging.tier(first) == "Gold"


class TestMerged:
    """Whoever was lifted is merged into somebody who was not."""

    @pytest.fixture
    def pair(self, challenging: Shop) -> tuple[str, str, str]:
        """Who remains, who goes ten days later, and the bill that lifted them."""
        kept, gone = challenging.enrol("Asha"), challenging.enrol("Asha K.")
        bill = lift(challenging, gone)
        challenging.wait(days=10)
        return kept, gone, bill

    def test_the_tier_ends_when_it_would_have_ended(self, challenging: Shop, pair: tuple[str, str, str]) -> None:
        kept, gone, _ = pair
        merging.merge(challenging.desk, [gone], into=kept, staff=STAFF)

        assert (challenging.tier(kept), ends(challenging, kept)) == ("Gold", 21)
        challenging.wait(days=21)
        assert sweeps.review_tiers(challenging.desk, staff=STAFF) == 1
        assert challenging.tier(kept) == "Bronze"

    def test_merged_on_it_ends_the_same(self, challenging: Shop, pair: tuple[str, str, str]) -> None:
        kept, gone, _ = pair
        last = challenging.enrol("A. K.")
        merging.merge(challenging.desk, [gone], into=kept, staff=STAFF)
        merging.merge(challenging.desk, [kept], into=last, staff=STAFF)

        assert (challenging.tier(last), ends(challenging, last)) == ("Gold", 21)

    def test_a_return_of_another_bill_leaves_it(self, challenging: Shop, pair: tuple[str, str, str]) -> None:
        kept, gone, _ = pair
        merging.merge(challenging.desk, [gone], into=kept, staff=STAFF)

        challenging.cancel(challenging.sell(kept, SMALL).bill.bill_id)

        assert (challenging.tier(kept), ends(challenging, kept)) == ("Gold", 21)

    def test_it_goes_with_its_bill(self, challenging: Shop, pair: tuple[str, str, str]) -> None:
        kept, gone, bill = pair
        merging.merge(challenging.desk, [gone], into=kept, staff=STAFF)

        challenging.cancel(bill)

        assert challenging.tier(kept) == "Bronze"

    def test_what_is_set_by_hand_afterwards_is_what_counts(self, challenging: Shop, pair: tuple[str, str, str]) -> None:
        kept, gone, _ = pair
        merging.merge(challenging.desk, [gone], into=kept, staff=STAFF)
        challenging.wait(days=1)
        editing.set_tier(challenging.desk, challenging.member_id(kept), "Silver", reason="agreed", staff=STAFF)

        challenging.cancel(challenging.sell(kept, SMALL).bill.bill_id)

        assert (challenging.tier(kept), ends(challenging, kept)) == ("Silver", 395)

    def test_what_was_set_by_hand_before_takes_nothing_from_it(
        self, challenging: Shop, pair: tuple[str, str, str]
    ) -> None:
        kept, gone, _ = pair
        editing.set_tier(challenging.desk, challenging.member_id(kept), "Silver", reason="agreed", staff=STAFF)
        challenging.wait(days=1)
        merging.merge(challenging.desk, [gone], into=kept, staff=STAFF)

        challenging.cancel(challenging.sell(kept, SMALL).bill.bill_id)
        assert (challenging.tier(kept), ends(challenging, kept)) == ("Gold", 20)

        challenging.wait(days=20)
        sweeps.review_tiers(challenging.desk, staff=STAFF)
        assert (challenging.tier(kept), ends(challenging, kept)) == ("Silver", 395 - 21)

    @pytest.mark.parametrize("until", [20, None])
    def test_a_tier_that_was_set_by_hand_ends_when_it_would_have_ended(
        self, challenging: Shop, pair: tuple[str, str, str], until: int | None
    ) -> None:
        kept, gone, _ = pair
        day = None if until is None else challenging.clock.today.date() + timedelta(days=until)
        editing.set_tier(challenging.desk, challenging.member_id(gone), "Top", reason="agreed", staff=STAFF, until=day)
        was = ends(challenging, gone)
        assert was is not None
        challenging.wait(days=5)
        merging.merge(challenging.desk, [gone], into=kept, staff=STAFF)

        assert (challenging.tier(kept), ends(challenging, kept)) == ("Top", was - 5)
        challenging.cancel(challenging.sell(kept, SMALL).bill.bill_id)
        assert challenging.tier(kept) == "Top"

    def test_a_tier_they_began_in_ends_when_it_would_have_ended(self, challenging: Shop) -> None:
        gone = challenging.enrol("Asha K.", tier="Silver")
        challenging.wait(days=100)
        kept = challenging.enrol("Asha")
        merging.merge(challenging.desk, [gone], into=kept, staff=STAFF)

        assert (challenging.tier(kept), ends(challenging, kept)) == ("Silver", 295)


def test_other_thresholds_take_nobody_down_who_is_lifted(challenging: Shop) -> None:
    card = challenging.enrol(tier="Silver")
    lift(challenging, card)
    for days, would in ((0, {"Gold": 1}), (31, {"Silver": 1})):
        challenging.wait(days=days)
        found = tier_whatif.dry_run(challenging.desk, TIERS, told=lambda _d, _o: None, stop=lambda: False)
        assert found is not None
        assert found.then == would


def test_the_bill_seals_the_row_and_the_rule(challenging: Shop) -> None:
    lift(challenging, challenging.enrol())
    with challenging.store.reading() as uow:
        body = json.loads(list(uow.journal.events())[-1].body)
    assert [(row["to_tier"], row["reason"]) for row in body["tiers"]] == [("Gold", "rule third")]
    assert [(row["rule_id"], row["points"]) for row in body["rules"]] == [("third", 0)]
