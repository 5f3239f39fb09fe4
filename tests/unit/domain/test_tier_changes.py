"""What two schemes of tiers differ in."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.program import DEFAULT_TIERS
from app.domain.tier_changes import (
    TierChange,
    following,
    forgetting,
    tier_changes,
    tiers_carried_over,
    with_level,
    without_level,
)
from app.domain.tiers import Level, TierScheme

BRONZE, SILVER, GOLD, PLATINUM = DEFAULT_TIERS.levels


def scheme(*levels: Level) -> TierScheme:
    return replace(DEFAULT_TIERS, levels=levels)


def test_the_same_tiers_differ_in_nothing():
    assert tier_changes(DEFAULT_TIERS, DEFAULT_TIERS) == ()


def test_each_figure_of_each_tier_then_what_is_one_for_all():
    silver = replace(SILVER, min_spend_minor=40_000_00, multiplier=Decimal("1.3"))
    after = replace(scheme(BRONZE, silver, GOLD, PLATINUM), grace_days=10)
    assert tier_changes(DEFAULT_TIERS, after) == (
        TierChange("Silver", "multiplier", Decimal("1.25"), Decimal("1.3")),
        TierChange("Silver", "min_spend_minor", 50_000_00, 40_000_00),
        TierChange("", "grace_days", 30, 10),
    )


def test_what_is_new_or_gone_stands_whole():
    diamond = Level("Diamond", Decimal(3), min_spend_minor=900_000_00)
    assert tier_changes(DEFAULT_TIERS, scheme(BRONZE, SILVER, GOLD, diamond)) == (
        TierChange("Platinum", "", PLATINUM, None),
        TierChange("Diamond", "", None, diamond),
    )


def test_what_somebody_changed_stands_over_what_is_newer():
    mine, newer = scheme(BRONZE, SILVER), scheme(BRONZE, GOLD)
    gold_took_out = scheme(replace(BRONZE, formerly=("Gold",)), SILVER)
    assert tiers_carried_over(DEFAULT_TIERS, mine, newer) == gold_took_out
    assert tiers_carried_over(DEFAULT_TIERS, DEFAULT_TIERS, newer) == newer


def names(found: TierScheme) -> list[tuple[str, ...]]:
    return [level.names for level in found.levels]


def test_a_new_tier_stands_below_the_first_that_asks_more():
    lead = Level("Lead", min_spend_minor=10_000_00)
    assert names(with_level(DEFAULT_TIERS, lead))[:2] == [("Bronze",), ("Lead",)]
    assert names(with_level(DEFAULT_TIERS, Level("By hand")))[-1] == ("By hand",)
    assert names(with_level(DEFAULT_TIERS, Level("Tenth", min_points=20_000_00)))[2:4] == [("Gold",), ("Tenth",)]
    moved = with_level(
        DEFAULT_TIERS, replace(SILVER, min_spend_minor=200_000_00, min_points=20_000_00), instead_of="Silver"
    )
    assert [one.name for one in moved.levels] == ["Bronze", "Gold", "Silver", "Platinum"]


def test_a_tier_is_known_by_the_names_it_had_and_by_those_it_took_the_place_of():
    argent = with_level(DEFAULT_TIERS, replace(SILVER, name="Argent"), instead_of="Silver")
    back = with_level(argent, replace(SILVER, name="Silver"), instead_of="Argent")
    assert names(argent)[1] == ("Argent", "Silver")
    assert names(back)[1] == ("Silver", "Argent")
    assert names(without_level(argent, "Argent"))[0] == ("Bronze", "Argent", "Silver")
    assert names(forgetting(argent, "Silver"))[1] == ("Argent",)


tier_names = st.sampled_from(["Bronze", "Silver", "Gold", "Platinum", "Argent", "Basic"])


@st.composite
def schemes(draw: st.DrawFn) -> TierScheme:
    chosen = draw(st.lists(tier_names, min_size=1, max_size=4, unique=True))
    rest = [name for name in ("Lead", "Tin", "Copper") if draw(st.booleans())]
    levels = [Level(name, min_spend_minor=place * 100_00) for place, name in enumerate(chosen)]
    owner = draw(st.integers(0, len(levels) - 1))
    levels[owner] = replace(levels[owner], formerly=tuple(rest))
    return TierScheme(tuple(levels))


@given(schemes(), schemes())
def test_whoever_holds_a_tier_has_one_in_whatever_follows_and_nobody_passes_another(before, after):
    made = following(before, after)
    assert following(before, made) == made
    assert [replace(one, formerly=()) for one in made.levels] == [replace(one, formerly=()) for one in after.levels]
    held = [name for level in before.levels for name in level.names]
    assert all(made.has(name) for name in held)
    assert {name for level in made.levels for name in level.formerly} <= {*held}
    for place, level in enumerate(before.levels):
        if not any(after.has(name) for name in level.names):
            below = made.called(before.levels[place - 1].name) if place else after.levels[0].name
            assert made.called(level.name) == below


@given(schemes(), st.data())
def test_a_tier_taken_out_leaves_the_others_as_they_are_and_its_members_one_below(before, data):
    place = data.draw(st.integers(1, max(1, len(before.levels) - 1)))
    if place < len(before.levels):
        gone, below = before.levels[place], before.levels[place - 1]
        made = without_level(before, gone.name)
        assert {made.called(name) for name in gone.names} == {below.name}
        assert [one.name for one in made.levels] == [one.name for one in before.levels if one is not gone]
        assert following(before, made) == made
