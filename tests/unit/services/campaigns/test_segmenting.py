"""Segments at the counter: who is in one when a bill is made, offline, later, again, and where there is no bill."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest

from app.domain.conditions import InSegment
from app.domain.program import Program
from app.domain.rules import DecisionRule, Multiply, PointsFixed
from app.domain.segments import (
    Ask,
    BillsWithin,
    BornIn,
    BoughtNothingFor,
    HoldsTier,
    JoinedAgo,
    Segment,
    SpentWithin,
    WasBrought,
)
from app.domain.tiers import Metrics
from app.domain.triggers import Trigger
from app.persistence.repositories.activities import SqlActivities
from app.services.members import deeds, members
from app.services.sales import claims
from app.services.whatif import one_bill, whatif
from app.services.whatif.repricing import differences
from tests.desks import PROGRAM, STAFF, Shop, changed

GIFT = 500


def asking(*asks: Ask, name: str = "s", base: Program = PROGRAM, **rule: object) -> Program:
    """The shop's program with a segment, and points for whoever is in it."""
    gift = DecisionRule("gift", PointsFixed(GIFT), conditions=(InSegment(frozenset({name})),), **rule)  # type: ignore[arg-type]
    return changed(base, segments=(Segment("other", (WasBrought(),)), Segment(name, asks)), rules=(gift,))


def gets(shop: Shop, card: str, rupees: int = 100) -> bool:
    """Whether a bill sold now has the gift, and was shown with it."""
    shown = shop.quote(card, ("General", rupees))
    sold = shop.sell(card, ("General", rupees), shown=shown)
    assert sold.changes == ()
    return sold.bill.bonus_points == GIFT


def test_who_has_not_bought_for_long_is_greeted_once(shop: Shop) -> None:
    shop.publish(asking(BoughtNothingFor(30)))
    card = shop.enrol()
    assert not gets(shop, card)
    shop.wait(days=29)
    assert not gets(shop, card)
    shop.wait(days=30)
    assert not gets(shop, card)  # the bill of thirty days ago lies within them
    shop.wait(days=30, seconds=1)
    assert gets(shop, card)
    assert not gets(shop, card)
    shop.sound()


def test_what_was_spent_counts_without_this_bill_and_less_what_came_back(shop: Shop) -> None:
    shop.publish(asking(SpentWithin(30, 1000_00), BillsWithin(30, 2)))
    card = shop.enrol()
    first = shop.sell(card, ("General", 600)).bill
    assert not gets(shop, card, 400)
    assert gets(shop, card)
    shop.give_back(first.bill_id, 200)
    assert not gets(shop, card)
    assert gets(shop, card)
    shop.cancel(first.bill_id)
    assert not gets(shop, card)
    shop.wait(days=31)
    assert not gets(shop, card, 5000)


@pytest.mark.parametrize(
    ("ask", "enrolled", "gets_it"),
    [
        (HoldsTier(frozenset({"Silver"})), {"tier": "Silver"}, True),
        (HoldsTier(frozenset({"Silver"})), {}, False),
        (JoinedAgo(most_days=0), {}, True),
        (JoinedAgo(least_days=1), {}, False),
        (BornIn(frozenset({2})), {"birthday": "29/2"}, True),
        (BornIn(frozenset({2})), {"birthday": "1/3"}, False),
        (BornIn(frozenset({2})), {}, False),
    ],
)
def test_who_somebody_is_counts(shop: Shop, ask: Ask, enrolled: dict[str, str], gets_it: bool) -> None:
    shop.publish(asking(ask))
    assert gets(shop, shop.enrol(**enrolled)) is gets_it


def test_who_was_brought_is_known(shop: Shop) -> None:
    shop.publish(asking(WasBrought()))
    friend = shop.enrol("Friend")
    assert gets(shop, shop.enrol(referrer_card=friend))
    assert not gets(shop, friend)


def test_a_tier_reached_with_a_bill_counts_from_the_next(shop: Shop) -> None:
    shop.publish(asking(HoldsTier(frozenset({"Silver"}))))
    card = shop.enrol()
    assert not gets(shop, card, 2000)
    assert gets(shop, card)


def test_a_bill_that_gets_its_card_later_counts_as_of_its_sale(shop: Shop) -> None:
    shop.publish(asking(BoughtNothingFor(30)))
    card = shop.enrol()
    shop.wait(days=31)
    bill = shop.sell(None, ("General", 100)).bill
    shop.wait(days=1)
    assert gets(shop, card)  # this one is after it
    claimed = claims.claim_points(shop.desk, bill.bill_id, card_number=card, key="k", staff=STAFF).bill
    assert claimed.bonus_points == GIFT
    shop.sound()


def test_a_bill_is_rung_again_with_what_was_known_before_it(shop: Shop) -> None:
    card, friend = shop.enrol(), shop.enrol("Friend")
    shop.wait(days=31)
    first = shop.sell(card, ("General", 100)).bill
    shop.wait(days=1)
    shop.sell(card, ("General", 2000))
    shop.wait(days=1)
    members.link_referrer(shop.desk, card, referrer_card=friend, staff=STAFF)

    for asks, earned in (
        ((BoughtNothingFor(30),), GIFT),
        ((HoldsTier(frozenset({"Silver"})),), 0),
        ((WasBrought(),), 0),
        ((SpentWithin(30, 100_00, 100_00),), GIFT),
    ):
        shown = whatif.impact(shop.desk, asking(*asks), told=lambda *_: None, stop=lambda: False)
        assert shown is not None
        assert shown.draft.earned - shown.live.earned == earned, asks

    case = one_bill.case_of(shop.desk, asking(BoughtNothingFor(30)), first.number)
    assert case is not None
    assert case.segments == {"s"}


def test_a_bill_that_is_looked_at_knows_the_segments_of_both(shop: Shop) -> None:
    shop.publish(asking(JoinedAgo(most_days=1), name="new"))
    bill = shop.sell(shop.enrol(), ("General", 100)).bill
    draft = asking(JoinedAgo(most_days=2))
    case = one_bill.case_of(shop.desk, draft, bill.number)
    assert case is not None
    assert case.segments == {"new", "s"}
    assert one_bill.judge(shop.desk, draft, case).live.priced.brings.points == bill.earned_points  # type: ignore[union-attr]


def test_what_is_no_bill_asks_segments_too(shop: Shop) -> None:
    shop.publish(asking(WasBrought(), trigger=Trigger.REVIEW))
    friend = shop.enrol("Friend")
    card = shop.enrol(referrer_card=friend)
    assert deeds.record(shop.desk, shop.member_id(card), Trigger.REVIEW, "r1", staff=STAFF).points == GIFT
    assert deeds.record(shop.desk, shop.member_id(friend), Trigger.REVIEW, "r1", staff=STAFF).points == 0


def test_the_server_posts_what_the_counter_gave(shop: Shop) -> None:
    """Which segments somebody was in, only the counter knew."""
    program = asking(BoughtNothingFor(1))
    twice = DecisionRule("twice", Multiply(Decimal(2)), conditions=(InSegment(frozenset({"s"})),))
    shop.publish(changed(program, rules=(*program.rules, twice)))
    card = shop.enrol()
    shop.wait(days=2)
    bill = shop.sell(card, ("General", 100)).bill
    assert (bill.earned_points, bill.bonus_points) == (600 + GIFT, GIFT)
    with shop.store.reading() as uow:
        assert differences(bill, uow.programs.version(bill.program_version)) == {}


def test_nothing_is_looked_up_where_no_rule_asks(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    within = SqlActivities.within

    def noted(self: SqlActivities, member_id: str, *, from_at: datetime, until_at: datetime) -> Metrics:
        asked.append(member_id)
        return within(self, member_id, from_at=from_at, until_at=until_at)

    monkeypatch.setattr(SqlActivities, "within", noted)
    program = asking(SpentWithin(30, 1), BillsWithin(30, 1), BoughtNothingFor(7))
    card = shop.enrol()
    shop.publish(changed(program, rules=()))
    shop.quote(card, ("General", 1))
    assert asked == []
    shop.publish(program)
    shop.quote(card, ("General", 1))
    assert asked == [shop.member_id(card)] * 2  # thirty days, and seven
