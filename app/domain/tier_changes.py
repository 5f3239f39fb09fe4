"""Tier changes: what two schemes of tiers differ in, the same with one other, and which stands over a newer one."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from app.domain.tiers import Level, TierScheme

_LEVELS, _FORMERLY = "levels", "formerly"


@dataclass(frozen=True, slots=True)
class TierChange:
    """One figure of a tier, its name among them, or of all together (`tier` is empty), as it was and as it is.

    Where a tier is new or taken away, it stands whole in `now` or `was`, and `part` is empty.
    """

    tier: str
    part: str
    was: Any
    now: Any


def tier_changes(before: TierScheme, after: TierScheme) -> tuple[TierChange, ...]:
    """Tier by tier, then what is one for all."""
    if before == after:
        return ()
    stay, found = staying(before, after), list[TierChange]()
    for was in before.levels:
        now = after.level(stay[was.name]) if was.name in stay else None
        found += [TierChange(was.name, "", was, None)] if now is None else _between(was.name, was, now)
    new = (one for one in after.levels if one.name not in stay.values())
    return (*found, *(TierChange(one.name, "", None, one) for one in new), *_between("", before, after))


def staying(before: TierScheme, after: TierScheme) -> dict[str, str]:
    """The tiers of one scheme that another has as well, by their names, with what each is called there.

    Of several that became one, the one with its name is that one, or else the lowest.
    """
    found = {name: name for name in (one.name for one in before.levels) if name in after.names}
    for name in (one.name for one in before.levels if one.name not in found and after.has(one.name)):
        if after.called(name) not in found.values():
            found[name] = after.called(name)
    return found


def _between(tier: str, was: Any, now: Any) -> list[TierChange]:
    parts = (one.name for one in fields(was) if one.name not in (_LEVELS, _FORMERLY))
    pairs = ((part, getattr(was, part), getattr(now, part)) for part in parts)
    return [TierChange(tier, part, old, new) for part, old, new in pairs if old != new]


def with_level(scheme: TierScheme, level: Level, *, instead_of: str = "") -> TierScheme:
    """The same with a tier in the place of another, which it is held by as well from then on; or with one more.

    It stands below the first that asks more of anything.
    """
    if not instead_of:
        return replace(scheme, levels=_placed(scheme.levels, level))
    was = scheme.level(instead_of)
    former = (*was.formerly, was.name) if level.name != was.name else was.formerly
    level = replace(level, formerly=tuple(name for name in former if name != level.name))
    if was == scheme.levels[0]:
        return replace(scheme, levels=(level, *scheme.levels[1:]))
    return replace(scheme, levels=_placed(tuple(one for one in scheme.levels if one is not was), level))


def without_level(scheme: TierScheme, name: str) -> TierScheme:
    """The same without a tier. Whoever holds it holds the one below from then on; the first cannot be taken out."""
    place = scheme.rank(name)
    assert place > 0, "members begin in the first"
    gone, below = scheme.levels[place], scheme.levels[place - 1]
    below = replace(below, formerly=(*below.formerly, *gone.names))
    return replace(scheme, levels=(*scheme.levels[: place - 1], below, *scheme.levels[place + 1 :]))


def _placed(levels: tuple[Level, ...], level: Level) -> tuple[Level, ...]:
    """Behind all that do not ask more; the first asks nothing."""
    place = next((at for at, one in enumerate(levels) if at and _asks_more(one, level)), len(levels))
    return (*levels[:place], level, *levels[place:])


def _asks_more(one: Level, than: Level) -> bool:
    both = (
        (one.min_spend_minor, than.min_spend_minor),
        (one.min_points, than.min_points),
        (one.min_orders, than.min_orders),
    )
    return any(mine is not None and other is not None and mine > other for mine, other in both)


def following(before: TierScheme, after: TierScheme) -> TierScheme:
    """`after` with a place for whoever holds a tier of `before`: under a name it has there, or else the one below.

    A name that nobody holds anything by is forgotten.
    """
    held = {name for level in before.levels for name in level.names}
    made = replace(after, levels=tuple(_remembering(one, held) for one in after.levels))
    heir = made.levels[0].name
    for level in before.levels:
        heir = next((made.called(name) for name in level.names if made.has(name)), heir)
        missing = tuple(name for name in level.names if not made.has(name))
        made = replace(made, levels=tuple(_taking(one, missing) if one.name == heir else one for one in made.levels))
    return made


def forgetting(scheme: TierScheme, name: str) -> TierScheme:
    """The same, where nobody holds a tier by this name that is called otherwise."""
    return replace(scheme, levels=tuple(_remembering(one, {*one.formerly} - {name}) for one in scheme.levels))


def _remembering(level: Level, held: set[str]) -> Level:
    return replace(level, formerly=tuple(name for name in level.formerly if name in held))


def _taking(level: Level, names: tuple[str, ...]) -> Level:
    return replace(level, formerly=(*level.formerly, *names))


def tiers_carried_over(base: TierScheme, mine: TierScheme, newer: TierScheme) -> TierScheme:
    """`mine` whole where it changed anything of `base`: single tiers of two schemes need not stand in one order."""
    return newer if mine == base else following(newer, mine)
