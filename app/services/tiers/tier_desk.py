"""The tiers at a manager's desk: who holds which, and a draft in which one is new, changed or taken out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from app.domain.errors import invalid
from app.domain.program import Program
from app.domain.tier_changes import following, forgetting, with_level, without_level
from app.domain.tier_names import asking_for
from app.domain.tiers import Level, TierScheme
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.programs.rate_drafts import RateDraft


def held(desk: Desk) -> Mapping[str, int]:
    """How many members hold which tier now, by what it is called in the rules in force."""
    with desk.store.reading() as uow:
        return members_by_tier(uow, uow.programs.in_force(desk.instant(uow.journal.head())).tiers)


def members_by_tier(uow: UnitOfWork, scheme: TierScheme) -> Mapping[str, int]:
    """What a tier was called before counts to it; one that nobody knows any more stands by itself."""
    found = Counter[str]()
    for one in uow.reports.tiers():
        found[scheme.known_as(one.tier)] += one.members
    return found


def with_tier(draft: RateDraft, base: Program, level: Level, *, instead_of: str = "") -> RateDraft:
    """The draft with a tier in the place of another, or with one more. What asks for it asks by its new name."""
    drafted = draft.over(base)
    tiers = drafted.tiers
    if not instead_of and any(one.name == level.name for one in base.tiers.levels):
        tiers = forgetting(tiers, level.name)  # it was taken out of the draft, and comes back
    made = replace(drafted, tiers=following(base.tiers, with_level(tiers, level, instead_of=instead_of)))
    if instead_of and instead_of != level.name:
        made = asking_for(made, level.name, instead_of=instead_of)
    return _having(draft, drafted, made)


def without_tier(draft: RateDraft, base: Program, name: str) -> RateDraft:
    """The draft without a tier; whoever holds it is to hold the one below. Raises INVALID for the lowest."""
    drafted = draft.over(base)
    if name == drafted.tiers.levels[0].name:
        raise invalid(f"Members begin in {name}. Nothing was changed; call it otherwise, or change what it brings.")
    tiers = following(base.tiers, without_level(drafted.tiers, name))
    return _having(draft, drafted, replace(drafted, tiers=tiers))


def _having(draft: RateDraft, before: Program, made: Program) -> RateDraft:
    """What is as it was stays as unsaid as it was."""
    parts = {part: getattr(made, part) for part in ("tiers", "rules", "rewards", "segments", "drives")}
    return replace(draft, **{part: now for part, now in parts.items() if now != getattr(before, part)})
