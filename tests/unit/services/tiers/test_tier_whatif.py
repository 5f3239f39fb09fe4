"""What other thresholds would do: who would hold what, counted from what members bought, and nothing written."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.tiers import Level, PointsBasis, Qualify, TierScheme
from app.services.members import editing, merging
from app.services.tiers import tier_whatif
from app.services.tiers.tier_whatif import TierMoves
from tests.desks import PROGRAM, STAFF, Shop, changed

SCHEME = PROGRAM.tiers  # Silver from 1,000 rupees


def asked(shop: Shop, scheme: TierScheme) -> TierMoves:
    found = tier_whatif.dry_run(shop.desk, scheme, told=lambda _done, _of: None, stop=lambda: False)
    assert found is not None
    return found


def silver_from(rupees: int, **more: object) -> TierScheme:
    return replace(SCHEME, levels=(SCHEME.levels[0], Level("Silver", min_spend_minor=rupees * 100)), **more)  # type: ignore[arg-type]


@pytest.fixture
def bought(shop: Shop) -> Shop:
    """Three members who bought for 500, 1,000 and 2,000 rupees, longer ago than a tier that was given lasts."""
    cards = [shop.enrol(name) for name in ("Asha", "Ravi", "Lata")]
    shop.wait(days=400)
    for card, rupees in zip(cards, (500, 1000, 2000), strict=True):
        shop.sell(card, ("General", rupees))
    return shop


@pytest.mark.parametrize(
    ("rupees", "then", "risers", "fallers"),
    [
        (1000, {"Bronze": 1, "Silver": 2}, 0, 0),
        (500, {"Silver": 3}, 1, 0),
        (1001, {"Bronze": 2, "Silver": 1}, 0, 1),
        (5000, {"Bronze": 3}, 0, 2),
    ],
)
def test_members_are_counted_by_the_tier_they_would_hold(
    bought: Shop, rupees: int, then: dict[str, int], risers: int, fallers: int
) -> None:
    before = bought.tables()
    found = asked(bought, silver_from(rupees))

    assert found.now == {"Bronze": 1, "Silver": 2}
    assert (found.then, found.risers, found.fallers, found.members) == (then, risers, fallers, 3)
    assert sum(found.moves.values()) == risers + fallers
    assert bought.tables() == before


def test_another_period_counts_other_bills(bought: Shop) -> None:
    bought.wait(days=50)
    assert asked(bought, silver_from(1000, qualification_days=30)).then == {"Bronze": 3}


def test_a_tier_that_is_not_there_any_more_is_left(bought: Shop) -> None:
    found = asked(bought, TierScheme((Level("Blue"), Level("Red", min_spend_minor=1500_00))))

    assert (found.now, found.then) == ({"Blue": 1, "Silver": 2}, {"Blue": 2, "Red": 1})
    assert found.moves == {("Silver", "Blue"): 1, ("Silver", "Red"): 1}
    assert (found.risers, found.fallers, found.leavers) == (1, 0, 2), "whose tier is gone holds the one below it"


def test_a_tier_that_would_be_called_otherwise_moves_nobody(bought: Shop) -> None:
    argent = replace(SCHEME.levels[1], name="Argent", formerly=("Silver",))
    found = asked(bought, replace(SCHEME, levels=(SCHEME.levels[0], argent)))

    assert found.now == found.then == {"Bronze": 1, "Argent": 2}
    assert (found.moves, found.risers, found.fallers, found.leavers) == ({}, 0, 0, 0)


def test_a_new_tier_has_those_who_would_reach_it(bought: Shop) -> None:
    found = asked(bought, replace(SCHEME, levels=(*SCHEME.levels, Level("Gold", min_spend_minor=2000_00))))
    assert (found.then, found.risers) == ({"Bronze": 1, "Silver": 1, "Gold": 1}, 1)


def test_what_is_kept_by_hand_stays(bought: Shop) -> None:
    card = bought.enrol("Zoya")
    until = bought.desk.calendar.day_of(bought.clock.today) + timedelta(days=5)
    editing.set_tier(bought.desk, bought.member_id(card), "Silver", reason="a guest", staff=STAFF, until=until)

    assert asked(bought, silver_from(5000)).then == {"Bronze": 3, "Silver": 1}


def test_whoever_was_merged_counts_once(bought: Shop) -> None:
    first, second = bought.enrol("Zoya"), bought.enrol("Zoya K.", tier="Silver")
    merging.merge(bought.desk, [second], into=first, staff=STAFF)

    assert asked(bought, SCHEME).members == 4


def test_points_may_be_those_that_are_held(shop: Shop) -> None:
    scheme = TierScheme(
        (Level("Bronze"), Level("Silver", min_points=30_00)), Qualify.POINTS, PointsBasis.AVAILABLE_PLUS_PENDING
    )
    shop.publish(changed(tiers=scheme))
    card = shop.enrol()
    shop.credit(card, 40_00)

    assert asked(shop, scheme).then == {"Silver": 1}
    assert asked(shop, replace(scheme, points_basis=PointsBasis.LIFETIME_EARNED)).then == {"Bronze": 1}


def test_it_tells_how_far_it_is_and_stops_when_asked(bought: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tier_whatif, "TOLD_EVERY", 2)
    heard: list[tuple[int, int]] = []
    tier_whatif.dry_run(bought.desk, SCHEME, told=lambda done, of: heard.append((done, of)), stop=lambda: False)

    assert heard == [(0, 3), (2, 3), (3, 3)]
    assert tier_whatif.dry_run(bought.desk, SCHEME, told=lambda _done, _of: None, stop=lambda: True) is None
