"""The tiers at the manager's desk: seen with who holds them, and published over what was seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.domain.errors import Code
from app.domain.tiers import Level, TierScheme
from app.services.programs.program import publish
from app.services.tiers import tier_desk
from tests.desks import PROGRAM, STAFF, Shop, changed

OTHER = TierScheme((Level("Bronze"), Level("Silver", min_spend_minor=500_00, birthday_points=50_00)))


def test_tiers_are_seen_with_who_holds_them(shop: Shop) -> None:
    for tier in (None, None, "Silver"):
        shop.enrol(tier=tier)
    found = tier_desk.look(shop.desk)

    assert (found.program.tiers, found.held, found.is_led) == (PROGRAM.tiers, {"Bronze": 2, "Silver": 1}, False)


def test_other_tiers_hold_from_now_on_with_the_other_rules_as_they_were(shop: Shop) -> None:
    base = tier_desk.look(shop.desk).program
    made = tier_desk.publish_tiers(shop.desk, OTHER, base=base.version, by=STAFF)

    assert made == replace(base, version=base.version + 1, tiers=OTHER)
    card = shop.enrol()
    shop.sell(card, ("General", 600))
    assert shop.tier(card) == "Silver"


def test_nothing_is_published_over_what_was_not_seen(shop: Shop) -> None:
    base = tier_desk.look(shop.desk).program.version
    shop.publish(changed(bill_rounding_minor=100))
    with shop.refuses(Code.CHANGED):
        tier_desk.publish_tiers(shop.desk, OTHER, base=base, by=STAFF)


def test_rules_that_wait_for_their_day_are_not_begun_by_it(shop: Shop) -> None:
    later = shop.clock.today + timedelta(days=3)
    base = publish(shop.desk, changed(bill_rounding_minor=100), staff=STAFF, holds_from=later).version
    with shop.refuses(Code.INVALID, saying="wait for their day"):
        tier_desk.publish_tiers(shop.desk, OTHER, base=base, by=STAFF)


def test_what_is_no_different_or_wrong_is_refused(shop: Shop) -> None:
    found = tier_desk.look(shop.desk).program
    with shop.refuses(Code.INVALID, saying="No tier is different"):
        tier_desk.publish_tiers(shop.desk, found.tiers, base=found.version, by=STAFF)
    with shop.refuses(Code.INVALID, saying="1 to 3650"):
        tier_desk.publish_tiers(shop.desk, replace(OTHER, grace_days=-1), base=found.version, by=STAFF)
