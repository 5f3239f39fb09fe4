"""Tier gifts: points that rules bring when a member's tier rises, taken back with what raised it.

They follow the tier: whoever keeps it brings them, a counter as far as it sees and the server by its own order, so that
a tier which two counters raised without hearing of each other brings them once. Source: docs/domain.md, Tiers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.bill import Bill
from app.domain.entries import Entry, EntryKind
from app.domain.ledger import Posting
from app.domain.member import Member
from app.domain.program import Program, Shortfall
from app.domain.rules import PointsFixed
from app.domain.tiers import Metrics, PointsBasis
from app.domain.triggers import Trigger
from app.services.members.happenings import answers
from app.services.members.happenings import bring as post
from app.services.ports import TierChange, UnitOfWork
from app.services.posting import Page
from app.services.returns.reversing import take_back
from app.services.tiers.tiering import REFUND

REASON = Trigger.TIER_CHANGE.value
_KINDS = frozenset({EntryKind.BONUS, EntryKind.REVERSE})


@dataclass(frozen=True, slots=True)
class Rise:
    """A tier that rose, and the id of what raised it: a bill, or the change by hand. It is the points' cause."""

    held: str
    to: str
    by: str

    def cause(self, member_id: str) -> str:
        return f"{REASON} {member_id} {self.by} {self.to}"


def is_gift(entry: Entry) -> bool:
    """Whether an entry brings such points, or takes them back."""
    return entry.kind in _KINDS and entry.reason == REASON


def reached(gift: Entry) -> str:
    """The tier that points were brought for: the rest of their cause, whatever its name."""
    return gift.cause.split(" ", 3)[-1]


def brought_by(uow: UnitOfWork, bill: Bill) -> Sequence[Posting]:
    """What the tier that a bill led to brought with it, in the order of the ledger."""
    program = uow.programs.version(bill.program_version)
    if bill.member_id is None or all(rule.trigger is not Trigger.TIER_CHANGE for rule in program.rules):
        return ()
    causes = [Rise("", level.name, bill.bill_id).cause(bill.member_id) for level in program.tiers.levels]
    return sorted((one for cause in causes for one in uow.ledger.by_cause(cause)), key=lambda one: one.order)


def bring(page: Page, member: Member, program: Program, rise: Rise, *, sealed: Sequence[Entry] = ()) -> None:
    """Post what a risen tier brings; nothing where it did not rise.

    Of an event that is taken in, `sealed` are the gifts its counter brought: they stand where the tier rises as it did
    there, and are made anew where it does not.
    """
    if program.tiers.rank(rise.to) <= program.tiers.rank(rise.held):
        return
    known = [one for one in sealed if one.kind is EntryKind.BONUS and reached(one) == rise.to]
    for one in known:
        page.admit(member, replace(one, member_id=member.member_id))
    if not known:
        _ask(page, member, program, rise)


def _ask(page: Page, member: Member, program: Program, rise: Rise) -> None:
    cause = rise.cause(member.member_id)
    for rule in answers(page.uow, replace(member, tier=rise.to), program, Trigger.TIER_CHANGE, page.at):
        if isinstance(rule.award, PointsFixed) and rule.award.points:
            post(page, member, program, rule.award.points, rule_id=rule.rule_id, cause=cause, reason=REASON)


def undo(
    page: Page,
    member: Member,
    program: Program,
    *,
    to: str,
    since: datetime | None,
    cause: str,
    sealed: Iterable[Entry] = (),
) -> None:
    """Take back what was brought since an instant for tiers above `to`, which a refund has brought the member back to.

    What lies with other counters and is not known here the server takes back. `sealed` are the gifts of an event.
    """
    scheme, earlier = program.tiers, _falls(page, member, program, but=page.tier_changes[-1])
    gone = [
        gift
        for gift in _standing(page, member, program, earlier)
        if scheme.rank(reached(gift)) > scheme.rank(to) and (since is None or gift.occurred_at >= since)
    ]
    ids = {one.corrects: one.entry_id for one in sealed if one.kind is EntryKind.REVERSE}
    lots = page.whole_account(member).lots if gone else {}
    for gift in (one for one in gone if one.entry_id in lots):
        named = {"reason": REASON, "entry_id": ids.get(gift.entry_id)}
        take_back(page, member, gift.entry_id, gift.points, cause=cause, program=program, **named)


def without(page: Page, member: Member, program: Program, metrics: Metrics) -> Metrics:
    """What a refund leaves to be counted: where points that are held count, those a tier brought do not keep it."""
    if program.tiers.points_basis is PointsBasis.LIFETIME_EARNED:
        return metrics
    standing = _standing(page, member, program, _falls(page, member, program))
    return replace(metrics, points=max(0, metrics.points - sum(one.points for one in standing)))


def _falls(page: Page, member: Member, program: Program, *, but: TierChange | None = None) -> list[TierChange]:
    """The refunds that took a member's tier `but` for one, where what is short then is forgiven for good."""
    if program.refund.shortfall is Shortfall.NEGATIVE:
        return []
    return [one for one in page.uow.tiers.of_member(member.member_id) if one.reason == REFUND and one != but]


def _standing(page: Page, member: Member, program: Program, falls: Sequence[TierChange]) -> list[Entry]:
    """Every gift of a member that is known here, was not taken back, and was not asked for by one of these falls."""
    uow, whose = page.uow, member.member_id
    known = [*page.postings, *uow.ledger.of_member(whose)]
    if not page.desk.is_server:
        known += uow.shared.lines_of_member(whose)
    found = {one.entry.entry_id: one.entry for one in known if is_gift(one.entry) and one.entry.member_id == whose}
    taken = {one.corrects for one in found.values() if one.kind is EntryKind.REVERSE}
    brought = (one for one in found.values() if one.kind is EntryKind.BONUS and one.entry_id not in taken)
    return [one for one in brought if not any(_asked(one, fall, program) for fall in falls)]


def _asked(gift: Entry, fall: TierChange, program: Program) -> bool:
    """Whether a fall took the tier that a gift was brought for: it took what there was, if only nothing."""
    rank = program.tiers.rank
    return fall.occurred_at > gift.occurred_at and rank(fall.to_tier) < rank(reached(gift))
