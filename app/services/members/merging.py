"""Merging: two members who are one person become one, with all their points and history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.domain.errors import Code, DomainError, invalid
from app.domain.member import CardStatus, Holder, Member
from app.domain.tiers import TierChangeKind
from app.services.authority import refuse_in_chain
from app.services.desk import Desk
from app.services.members.members import required
from app.services.ports import UnitOfWork
from app.services.posting import Page
from app.services.sales.sale import current_member, referrer_of
from app.services.sales.visitors import current_metrics
from app.services.tiers import tiering


def merge(desk: Desk, sources: Sequence[str], *, into: str, staff: str) -> int:
    """Move everything of the source cards' members to another's; their cards stop working.

    The member that remains keeps the highest tier of them all, or the one their bills come to together. Returns the
    points (hundredths) they can spend.
    """
    with desk.store.writing() as uow:
        refuse_in_chain(uow, "members are merged")
        page = Page.open(desk, uow)
        target = required(uow, into)
        merged = unite(page, (required(uow, number) for number in sources), into=target, staff=staff)
        members = {"sources": [member.member_id for member in merged], "target": target.member.member_id}
        page.close("merge", {"from": list(sources), "into": into, **members, "staff": staff})
        return page.account(target.member).available(page.at)


def unite(page: Page, sources: Iterable[Holder], *, into: Holder, staff: str) -> Sequence[Member]:
    """The same on a page that is open. Returns who was merged; refuses whoever's card is not active."""
    refuse_inactive(into)
    page.whole_account(into.member)
    merged = [_absorb(page, source, into.member) for source in sources]
    _settle_tier(page, into.member, merged, staff)
    return merged


def _absorb(page: Page, source: Holder, target: Member) -> Member:
    member = source.member
    if member.member_id == target.member_id:
        raise invalid("A card cannot be merged into itself. Nothing was changed.")
    refuse_inactive(source)
    absorb(page, member, target)
    return member


def absorb(page: Page, member: Member, target: Member) -> None:
    """Move points, history and who they are to another member, whose whole account is loaded; their card stops."""
    uow = page.uow
    page.absorb(member, target)
    uow.activities.move(member.member_id, target.member_id)
    uow.rule_uses.move(member.member_id, target.member_id)
    uow.participations.move(member.member_id, target.member_id)
    uow.members.set_merged(member.member_id, target.member_id)
    _inherit_referrer(uow, member, target.member_id)
    for card in uow.members.cards_of(member.member_id):
        if card.is_active:
            uow.members.set_card_status(card.number, CardStatus.REPLACED, page.at)


def _inherit_referrer(uow: UnitOfWork, member: Member, into: str) -> None:
    """Who brought a member brought whoever remains of them: if nobody else did, and in no circle."""
    referrer = referrer_of(uow, Holder(member, None))
    if referrer is None or referrer_of(uow, Holder(current_member(uow, into), None)) is not None:
        return
    if into not in (referrer.member_id, *uow.members.ancestry(referrer.member_id)):
        uow.members.set_referrer(into, referrer.member_id)


def _settle_tier(page: Page, target: Member, merged: Sequence[Member], staff: str) -> None:
    program = page.uow.programs.in_force(page.at)
    for member in merged:
        tiering.inherit(page, target, member, scheme=program.tiers, staff=staff)
    metrics = current_metrics(page.uow, target, page.account(target), program, page.at)
    together = tiering.reckoned(page.uow, target, scheme=program.tiers, metrics=metrics)
    to = max([together, *(member.tier for member in [target, *merged])], key=program.tiers.rank)
    kind, reason = TierChangeKind.UPGRADE, "merge"
    tiering.move(page, target, scheme=program.tiers, to=to, kind=kind, reason=reason, metrics=metrics, staff=staff)


def refuse_inactive(holder: Holder) -> None:
    if not holder.is_active:
        raise DomainError(Code.CARD_INACTIVE, "That card is not active. Nothing was changed.")
