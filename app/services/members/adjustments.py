"""Adjustments: points given or taken by hand, and rewards bought with points."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.entries import EntryKind
from app.domain.errors import Code, DomainError, invalid
from app.domain.formats import points as show_points
from app.domain.lease import Limit, Usable
from app.domain.member import Holder
from app.services.desk import Desk
from app.services.plain import dumps, loads
from app.services.ports import UnitOfWork
from app.services.posting import Page
from app.services.sales.spending import usable
from app.services.sales.visitors import holder_of

REASON_MAX = 200


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A posted adjustment: its id, the points moved (signed hundredths) and what is available after it."""

    adjustment_id: str
    points: int
    balance: int


def adjust(
    desk: Desk,
    card: str,
    *,
    points: int,
    reason: str,
    staff: str,
    key: str,
    expires_at: datetime | None = None,
    policy_expiry: bool = False,
) -> Adjusted:
    """Give (or take, when negative) points with a reason. Given points never expire unless said otherwise."""
    if not points:
        raise invalid("An adjustment moves points. Nothing was changed.")
    if not 1 <= len(reason.strip()) <= REASON_MAX:
        raise invalid("An adjustment needs a reason. Nothing was changed.")
    with desk.store.writing() as uow:
        done = uow.effects.result("adjust", key)
        if done is not None:
            return loads(Adjusted, done)
        page = Page.open(desk, uow)
        holder = _active(uow, card)
        if points < 0:
            _require(page, holder, -points)
        program = uow.programs.in_force(page.at)
        expires = program.expiry.expires_at(page.at, program.calendar) if policy_expiry else expires_at
        made = _post(
            page,
            holder,
            EntryKind.ADJUST,
            points,
            reason=reason,
            staff=staff,
            available_at=page.at,
            expires_at=expires,
        )
        uow.effects.record("adjust", key, dumps(made))
        return made


def redeem_reward(
    desk: Desk, card: str, *, cost: int, reward: str, min_tier: str | None, staff: str, key: str
) -> Adjusted:
    """Pay a reward of `cost` hundredths with points. Refused below its tier or without the points."""
    if cost <= 0:
        raise invalid("A reward costs points. Nothing was taken.")
    with desk.store.writing() as uow:
        done = uow.effects.result("reward", key)
        if done is not None:
            return loads(Adjusted, done)
        page = Page.open(desk, uow)
        program = uow.programs.in_force(page.at)
        if not program.runs_at(page.at):
            raise DomainError(Code.DISABLED, "Points are switched off in this shop today. Nothing was taken.")
        holder = _active(uow, card)
        if min_tier is not None:
            _check_tier(page, holder, min_tier)
        _require(page, holder, cost)
        made = _post(page, holder, EntryKind.REWARD, -cost, reason=reward, staff=staff)
        uow.effects.record("reward", key, dumps(made))
        return made


def _active(uow: UnitOfWork, card: str) -> Holder:
    holder = holder_of(uow, card_number=card, member_id=None)
    assert holder is not None, "a card was named"
    if not holder.is_active:
        raise DomainError(
            Code.CARD_INACTIVE, "This card is not active. Nothing was changed; use the member's new card."
        )
    return holder


def _check_tier(page: Page, holder: Holder, min_tier: str) -> None:
    tiers = page.uow.programs.in_force(page.at).tiers
    if not tiers.has(min_tier):
        raise invalid(f"There is no tier called {min_tier}. Nothing was taken.")
    if tiers.rank(holder.member.tier) < tiers.rank(min_tier):
        raise DomainError(
            Code.TIER_TOO_LOW,
            f"This reward is for {min_tier} and above; the card is {holder.member.tier}. Nothing was taken.",
        )


def _require(page: Page, holder: Holder, points: int) -> None:
    member = holder.member
    available = page.account(member).available(page.at)
    here = usable(page.desk, page.uow, page.head, member.member_id, available=available)
    if points > here.points:
        raise DomainError(
            Code.INSUFFICIENT_POINTS,
            f"Needs {show_points(points)} points; {_there_are(here)}. Nothing was taken.",
            {"available": here.points, "of": here.of, "limit": here.limit.value},
        )


def _there_are(here: Usable) -> str:
    if here.limit is Limit.BALANCE:
        return f"there are {show_points(here.points)}"
    return f"{show_points(here.points)} of {show_points(here.of)} can be used here now"


def _post(page: Page, holder: Holder, kind: EntryKind, points: int, **details: object) -> Adjusted:
    adjustment_id = page.desk.ids.entity()
    number = holder.card.number if holder.card else None
    page.post(holder.member, kind, points, cause=adjustment_id, card_number=number, **details)
    page.close("adjust", {"adjustment": adjustment_id})
    return Adjusted(adjustment_id, points, page.account(holder.member).available(page.at))
