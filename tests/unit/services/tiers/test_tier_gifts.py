"""Points for a tier that rises: brought once with what raised it, and taken back with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from app.domain.lots import EMPTY
from app.domain.program import Refund, Shortfall
from app.domain.rules import DecisionRule, PerSlab, PointsFixed
from app.domain.tiers import Level, PointsBasis, Qualify, TierScheme
from app.domain.triggers import Trigger
from app.services.members import editing, members, sweeps
from app.services.returns import returns
from app.services.sales import claims
from app.services.tiers.tier_news import Risen, risen_by
from tests.desks import STAFF, Shop, changed

TIERS = TierScheme(
    (
        Level("Bronze"),
        Level("Silver", min_spend_minor=1000_00),
        Level("Gold Plus", min_spend_minor=3000_00),
    )
)
SILVER = DecisionRule("silver", PointsFixed(50_00), tiers=frozenset({"Silver"}), trigger=Trigger.TIER_CHANGE)
HIGHER = DecisionRule("higher", PointsFixed(10_00), trigger=Trigger.TIER_CHANGE)
GIVING = changed(tiers=TIERS, rules=(HIGHER, SILVER), categories={})


@pytest.fixture
def giving(shop: Shop) -> Shop:
    shop.publish(GIVING)
    return shop


def last_body(shop: Shop) -> Mapping[str, Any]:
    with shop.store.reading() as uow:
        body: Mapping[str, Any] = json.loads(list(uow.journal.events())[-1].body)
    return body


def test_a_bill_that_raises_the_tier_brings_points_in_its_own_event(giving: Shop) -> None:
    card = giving.enrol()
    bill = giving.sell(card, ("General", 1000)).bill

    assert (giving.tier(card), giving.available(card), bill.balance_after) == ("Silver", 60_00, 60_00)
    body = last_body(giving)
    assert body["kind"] == "bill"
    assert {(row["rule_id"], row["points"]) for row in body["entries"]} == {("higher", 10_00), ("silver", 50_00)}
    cause = f"TIER_CHANGE {giving.member_id(card)} {bill.bill_id} Silver"
    assert {(row["cause"], row["reason"]) for row in body["entries"]} == {(cause, "TIER_CHANGE")}
    giving.sound()


def test_a_tier_that_stays_brings_nothing(giving: Shop) -> None:
    card = giving.enrol()
    giving.sell(card, ("General", 1000))
    assert giving.sell(card, ("General", 1000)).bill.balance_after == 60_00
    assert "entries" not in last_body(giving) or last_body(giving)["entries"] == []


def test_the_tier_that_is_reached_is_the_one_a_rule_asks_for(giving: Shop) -> None:
    card = giving.enrol()
    giving.sell(card, ("General", 5000))

    assert (giving.tier(card), giving.available(card)) == ("Gold Plus", 10_00)


def test_a_cancelled_bill_takes_back_what_its_tier_brought(giving: Shop) -> None:
    card = giving.enrol()
    giving.sell(card, ("General", 400))
    before = giving.standing(), giving.tier(card)
    bill = giving.sell(card, ("General", 700)).bill
    returned = giving.cancel(bill.bill_id)

    assert (giving.standing(), giving.tier(card)) == before
    assert (returned.balance, giving.available(card)) == (0, 0)
    giving.cancel(bill.bill_id)
    assert giving.available(card) == 0
    giving.sound()


def test_a_part_that_comes_back_takes_them_only_where_the_tier_falls(giving: Shop) -> None:
    card = giving.enrol()
    bill = giving.sell(card, ("General", 1200)).bill

    assert giving.give_back(bill.bill_id, 100).balance == 60_00
    assert giving.give_back(bill.bill_id, 200).balance == 0
    assert giving.tier(card) == "Bronze"
    giving.sound()


def test_what_another_bill_keeps_stays(giving: Shop) -> None:
    card = giving.enrol()
    first = giving.sell(card, ("General", 1000)).bill
    second = giving.sell(card, ("General", 1000)).bill
    assert giving.cancel(first.bill_id).balance == 60_00
    assert giving.cancel(second.bill_id).balance == 0, "whichever bill brought them"


def test_only_the_tiers_that_are_lost_give_theirs_back(giving: Shop) -> None:
    card = giving.enrol()
    giving.sell(card, ("General", 1000))
    second = giving.sell(card, ("General", 2500)).bill
    assert giving.available(card) == 70_00
    assert giving.cancel(second.bill_id).balance == 60_00
    assert giving.tier(card) == "Silver"


def test_they_come_again_with_the_tier(giving: Shop) -> None:
    card = giving.enrol()
    giving.cancel(giving.sell(card, ("General", 1000)).bill.bill_id)
    again = giving.sell(card, ("General", 1000)).bill
    assert giving.available(card) == 60_00
    giving.cancel(again.bill_id)
    assert giving.available(card) == 0
    giving.sound()


def test_what_is_not_here_is_left_to_who_keeps_it(giving: Shop) -> None:
    """The server has not posted what this counter brought: another had brought it."""
    card = giving.enrol()
    bill = giving.sell(card, ("General", 1000)).bill
    member_id = giving.member_id(card)
    with giving.store.writing() as uow:
        uow.ledger.put_accounts({member_id: EMPTY})
    assert giving.cancel(bill.bill_id).balance == 0
    assert giving.tier(card) == "Bronze"


def test_what_was_forgiven_stays_so(shop: Shop) -> None:
    shop.publish(changed(GIVING, refund=Refund(shortfall=Shortfall.CLAMP)))
    card = shop.enrol()
    first = shop.sell(card, ("General", 1000)).bill
    shop.credit(card, -20_00)
    shop.cancel(first.bill_id)
    second = shop.sell(card, ("General", 1000)).bill
    shop.credit(card, 30_00)
    assert shop.cancel(second.bill_id).balance == 30_00


def test_a_tier_set_by_hand_brings_them_and_one_set_lower_takes_nothing(giving: Shop) -> None:
    card = giving.enrol()
    change = editing.set_tier(giving.desk, giving.member_id(card), "Silver", reason="a guest", staff=STAFF)
    assert giving.available(card) == 60_00
    assert {row["cause"].split(" ")[2] for row in last_body(giving)["entries"]} == {change.change_id}

    editing.set_tier(giving.desk, giving.member_id(card), "Bronze", reason="a mistake", staff=STAFF)
    assert giving.available(card) == 60_00
    giving.sound()


def test_what_came_before_a_tier_was_set_by_hand_stays_with_it(giving: Shop) -> None:
    card = giving.enrol()
    bill = giving.sell(card, ("General", 3000)).bill
    giving.wait(minutes=1)
    editing.set_tier(giving.desk, giving.member_id(card), "Silver", reason="agreed", staff=STAFF)
    giving.wait(minutes=1)
    after = giving.sell(card, ("General", 100)).bill
    assert (giving.tier(card), giving.available(card)) == ("Gold Plus", 20_00)
    giving.cancel(bill.bill_id)
    assert (giving.tier(card), giving.available(card)) == ("Silver", 10_00), "of the two times, the later was undone"
    giving.cancel(after.bill_id)
    assert (giving.tier(card), giving.available(card)) == ("Silver", 10_00)


def test_points_that_were_spent_are_owed_or_forgiven(shop: Shop) -> None:
    for shortfall, left in ((Shortfall.NEGATIVE, -20_00), (Shortfall.CLAMP, 0)):
        shop.publish(changed(GIVING, refund=Refund(shortfall=shortfall)))
        card = shop.enrol(f"Meena {shortfall}")
        bill = shop.sell(card, ("General", 1000)).bill
        shop.credit(card, -20_00)
        assert shop.cancel(bill.bill_id).balance == left
    shop.sound()


def test_where_points_that_are_held_count_those_of_the_tier_do_not_keep_it(shop: Shop) -> None:
    tiers = TierScheme(
        (Level("Bronze"), Level("Silver", min_points=30_00)), Qualify.POINTS, PointsBasis.AVAILABLE_PLUS_PENDING
    )
    shop.publish(changed(tiers=tiers, rules=(SILVER,)))
    card = shop.enrol()
    bill = shop.sell(card, ("General", 1000)).bill
    assert (shop.tier(card), bill.balance_after) == ("Silver", 80_00)
    assert shop.cancel(bill.bill_id).balance == 0
    assert shop.tier(card) == "Bronze"


def test_a_card_that_comes_later_brings_them_too(giving: Shop) -> None:
    sold, card = giving.sell(None, ("General", 1000)).bill, giving.enrol()
    bill = claims.claim_points(giving.desk, sold.bill_id, card_number=card, key="k", staff=STAFF).bill
    assert (giving.tier(card), bill.balance_after, giving.available(card)) == ("Silver", 60_00, 60_00)
    giving.sound()
    giving.cancel(sold.bill_id)
    assert (giving.tier(card), giving.available(card)) == ("Bronze", 0)


def test_a_period_that_ends_takes_nothing_back(giving: Shop) -> None:
    card = giving.enrol()
    giving.sell(card, ("General", 1000))
    giving.wait(days=500)
    assert sweeps.review_tiers(giving.desk, staff=STAFF) == 1
    member = members.find_card(giving.desk, card)[0].member
    assert (member.tier, member.points) == ("Bronze", 60_00)


def test_what_cannot_be_brought_without_a_bill_is_none(shop: Shop) -> None:
    odd = DecisionRule("odd", PerSlab(100_00, 5_00), trigger=Trigger.TIER_CHANGE)
    nothing = DecisionRule("nothing", PointsFixed(0), trigger=Trigger.TIER_CHANGE)
    off = changed(GIVING, rules=(odd, nothing))
    shop.publish(off)
    card = shop.enrol()
    assert shop.sell(card, ("General", 1000)).bill.balance_after == 0


def test_what_a_return_would_take_is_shown_before(giving: Shop) -> None:
    card = giving.enrol()
    bill = giving.sell(card, ("General", 1000)).bill
    shown = returns.preview_lines(giving.desk, bill.bill_id, {"1": 1000_00}, staff=STAFF)
    assert (shown.balance_before, shown.balance_after, shown.tier_after) == (60_00, 0, "Bronze")


def test_a_bill_says_to_which_tier_it_led(giving: Shop) -> None:
    card = giving.enrol()
    assert giving.sell(card, ("General", 100)).risen is None
    sold = giving.sell(card, ("General", 900))
    assert sold.risen == Risen("Silver", None, 60_00)
    giving.wait(minutes=1)
    later = giving.sell(card, ("General", 100))
    nobodys = giving.sell(None, ("General", 100))
    with giving.store.reading() as uow:
        found = [risen_by(uow, one.bill) for one in (sold, later, nobodys)]
    assert found == [sold.risen, None, None]
