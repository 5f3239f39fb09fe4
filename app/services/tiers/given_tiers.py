"""Given tiers: what members did not buy - it came at enrolment, by hand, by a rule - and until when they keep it.

What somebody was given who was merged into a member is the member's from then on, to the end that it has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from app.domain.member import Member
from app.domain.tiers import TierChangeKind, TierScheme
from app.services.ports import TierChange, UnitOfWork

PERIOD_END: Final = "period"
RULE: Final = "rule "  # before the name of the rule that lifted a member
_INSTANT = timedelta(microseconds=1)


def is_advance(change: TierChange) -> bool:
    """Whether a rule of a bill made it; it is called as that bill."""
    return change.kind is TierChangeKind.UPGRADE and change.reason.startswith(RULE)


def rule_of(change: TierChange) -> str:
    """The rule that lifted a member."""
    return change.reason.removeprefix(RULE)


def anchor(uow: UnitOfWork, member: Member, scheme: TierScheme) -> tuple[str, datetime | None]:
    """The tier no bill brought, and since when bills count on from it (None: all of them).

    A period's end counted the bills of its own instant that came before it: those behind it count on.
    """
    tier, since = member.first_tier, None
    for change in uow.tiers.of_member(member.member_id):
        if change.kind is TierChangeKind.MANUAL:
            tier, since = change.to_tier, change.occurred_at
        elif change.reason == PERIOD_END:
            tier, since = change.to_tier, change.occurred_at - _INSTANT
        elif change.kind is TierChangeKind.INITIAL:
            tier = max(tier, change.to_tier, key=scheme.rank)
    return tier, since


def lifted(uow: UnitOfWork, member: Member, scheme: TierScheme) -> tuple[str, datetime | None]:
    """The same, or the higher tier that rules have led to since by bills that stand."""
    start, since = anchor(uow, member, scheme)
    return max([start, *_lifts(uow, member, scheme, since)], key=scheme.rank), since


def _lifts(uow: UnitOfWork, member: Member, scheme: TierScheme, since: datetime | None) -> Iterator[str]:
    yield from (one.to_tier for one in _advances(uow, member, since))
    for source in _taken_in(uow, member, since):
        yield from _lifts(uow, source, scheme, anchor(uow, source, scheme)[1])


def _advances(uow: UnitOfWork, member: Member, since: datetime | None) -> list[TierChange]:
    """Lifts since an instant by bills that stand."""
    return [
        one
        for one in uow.tiers.of_member(member.member_id)
        if is_advance(one) and (since is None or one.occurred_at > since) and uow.activities.get(one.change_id)
    ]


def _taken_in(uow: UnitOfWork, member: Member, since: datetime | None) -> Iterator[Member]:
    """Who was merged into a member since an instant: what is set by hand or at a period's end holds for all before."""
    for source_id, at in uow.members.taken_in(member.member_id):
        if since is None or at > since:
            holder = uow.members.by_id(source_id)
            assert holder is not None, "whoever was merged is a member"
            yield holder.member


def kept_until(uow: UnitOfWork, member: Member, scheme: TierScheme) -> datetime:
    """What was given (at enrolment, by hand, by a rule) and not bought is kept a whole period and its grace, or to its
    date. What keeps a lower tier than the one held does not keep this one.
    """
    given, *lifts = _given(uow, member, scheme)
    held = scheme.rank(member.tier)
    until = [one.until for one in lifts if scheme.rank(one.tier) >= held]
    if not until:
        return given.until
    return max([*until, given.until] if scheme.rank(given.tier) >= held else until)


def kept(uow: UnitOfWork, member: Member, scheme: TierScheme, at: datetime) -> str:
    """The highest tier that a member was given and still keeps at an instant; the lowest of all where there is none."""
    lasting = (one.tier for one in _given(uow, member, scheme) if one.until > at)
    return max(lasting, key=scheme.rank, default=scheme.levels[0].name)


@dataclass(frozen=True, slots=True)
class _Given:
    """A tier that was given and not bought, and the first instant at which it is kept no more."""

    tier: str
    until: datetime


def _given(uow: UnitOfWork, member: Member, scheme: TierScheme) -> list[_Given]:
    """What was given at enrolment or by hand, whichever was last; then what rules brought since, and what came with
    whoever was merged into them since. Each has its end.
    """
    last = _by_hand(uow, member)
    since = last.occurred_at if last is not None else None
    given = _Given(last.to_tier if last else member.first_tier, _end_of(uow, member, last, scheme))
    lifts = (_Given(one.to_tier, _end_of(uow, member, one, scheme)) for one in _advances(uow, member, since))
    others = (one for source in _taken_in(uow, member, since) for one in _given(uow, source, scheme))
    return [given, *lifts, *others]


def _end_of(uow: UnitOfWork, member: Member, given: TierChange | None, scheme: TierScheme) -> datetime:
    named = uow.tiers.held_until(given.change_id) if given else None
    if named is not None:
        return named
    given_at = max(member.joined_at, given.occurred_at) if given else member.joined_at
    return given_at + timedelta(days=scheme.qualification_days + scheme.grace_days)


def _by_hand(uow: UnitOfWork, member: Member) -> TierChange | None:
    """The tier that was set by hand last."""
    changes = [one for one in uow.tiers.of_member(member.member_id) if one.kind is TierChangeKind.MANUAL]
    return max(changes, key=lambda one: one.occurred_at, default=None)


def is_known(uow: UnitOfWork, member: Member) -> bool:
    """Whether all is known here of how a member came by their tier."""
    told = uow.shared.told(member.member_id)
    return (told is None or told.whole) and all(is_known(uow, one) for one in _taken_in(uow, member, None))
