"""Deciding: what follows here from what somebody chose about something to check, in the transaction that settles it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.domain.errors import Code, DomainError
from app.domain.member import Holder
from app.services.desk import Desk
from app.services.keeping.checking import Choice, ReviewKind
from app.services.members import merging
from app.services.members.edits import Edit, merged, stood_in
from app.services.members.members import refuse_known_phone
from app.services.ports import ChainPoint, Review
from app.services.posting import Page
from server.auth.scopes import Role
from server.identity import staff
from server.identity.devices import Device
from server.identity.status import Status
from server.intake.edits import FIELD as EDIT_FIELD
from server.intake.edits import Edits, Place
from server.intake.inbox import FIELD, Inbox
from server.intake.poster import Arrival
from server.intake.replaying import Replaying
from server.ledgers import feed
from server.ledgers.store import ServerUnit
from server.ledgers.whole import undone_together, unpostable, why
from server.rights.leases import server_store
from server.web.problems import Problem, not_found

REPLAY = "REPLAY"  # what SEND_AGAIN was called before counters were told of reviews


def settle(desk: Desk, review_id: str, *, choice: str, staff_id: str, may_merge: bool) -> Review:
    """Write down what was chosen, once, and do what follows from it. Raises a problem or DomainError."""
    store = server_store(desk)
    with store.writing() as unit:
        review = unit.shared.review(review_id)
        if review is None:
            raise not_found("review")
        if review.settled_at is not None:
            raise Problem(409, "SETTLED", "That was settled already. Nothing was changed. Read it again.")
        page = Page.open(desk, unit)
        at = page.at
        settled = replace(review, settled_at=at, choice=choice, staff=staff_id)
        unit.shared.put_review(settled)
        place = Place(feed.position_of(page.head) + 1, desk.counter_code, _next_point(page))
        deciding = Deciding(desk, unit, Inbox(unit.scope, store.sealer.of_field(FIELD)), page)
        deciding.follow(settled, place, may_merge=may_merge)
        page.at = at  # what was posted again happened before
        page.close("review", {"review": review_id, "of": review.kind, "choice": choice, "staff": staff_id})
    return settled


def _next_point(page: Page) -> ChainPoint:
    """Of the event that this page will be closed with."""
    return ChainPoint(page.head.epoch, page.head.last_seq + 1)


@dataclass(frozen=True, slots=True)
class Deciding:
    """What follows from decisions, on a page that is open."""

    desk: Desk
    unit: ServerUnit
    inbox: Inbox
    page: Page

    def follow_all(self, device: Device, arrivals: Iterable[Arrival]) -> None:
        """What counters decided. What cannot be done, or by whoever chose it, is open again, with who wanted what."""
        for one in arrivals:
            place = Place(feed.position_of(self.page.head) + 1, device.counter_code, one.point)
            for settled in one.decided:
                assert settled.staff is not None, "somebody chose"
                try:
                    with undone_together(self.unit, self.page):
                        self.follow(settled, place, may_merge=self._may_merge(settled.staff, device.store_id))
                except unpostable(self.unit) as refusal:
                    _, sentence = why(refusal)
                    wanted = {"choice": settled.choice, "by": settled.staff, "why": sentence}
                    facts = {**settled.facts, "wanted": wanted}
                    still_open = replace(settled, facts=facts, settled_at=None, choice=None, staff=None)
                    self.unit.shared.put_review(still_open)

    def follow(self, settled: Review, place: Place, *, may_merge: bool) -> None:
        """Raises DomainError before anything is written."""
        if settled.choice == Choice.SAME_PERSON and not may_merge:
            raise DomainError(Code.ONLY_SERVER, "Only a manager who has signed in merges members. Ask one to.")
        act = ACTS.get((settled.kind, settled.choice or ""))
        if act is not None:
            act(self, settled, place)

    def _may_merge(self, named: str, store_id: str) -> bool:
        """A counter that knows who is at it says so by their id; a name that was typed in proves nothing."""
        person = staff.get(self.unit.scope, named)
        if person is None or person.status is not Status.ACTIVE or person.role.rank < Role.MANAGER.rank:
            return False
        return person.store_id in (None, store_id)

    def send_again(self, review: Review, _: Place) -> None:
        self._replaying().replay(str(review.facts["counter"]), _points(review))

    def leave_out(self, review: Review, _: Place) -> None:
        self._replaying().leave_out(str(review.facts["counter"]), _points(review))

    def _replaying(self) -> Replaying:
        return Replaying(self.desk, self.unit, self.inbox, self.page)

    def merge(self, review: Review, _: Place) -> None:
        """Into whoever has been a member longest. Those who were merged meanwhile are one already."""
        members = self.unit.members
        ids = dict.fromkeys(members.holder_of_points(str(one)) for one in review.facts["members"])
        holders = [holder for one in ids if (holder := members.by_id(one)) is not None]
        oldest, *others = sorted(holders, key=_since)
        if others:
            for each in holders:
                merging.refuse_inactive(each)
            merging.unite(self.page, others, into=oldest, staff=review.staff or "")

    def put_back(self, review: Review, place: Place) -> None:
        """What stood before the edit that came later, in the fields that still are as that left them."""
        facts = review.facts
        edits = Edits(self.unit.scope, self.inbox.sealer.of_field(EDIT_FIELD))
        kept = edits.at(facts["member"], facts["counter"], ChainPoint(facts["epoch"], facts["seq"]))
        assert kept is not None, "what was edited stands in the history"
        holder = self.unit.members.by_id(self.unit.members.holder_of_points(facts["member"]))
        assert holder is not None, "nobody who was known is forgotten"
        member = holder.member
        fields = {
            name: merged(stood_in(member, name), old=one.stands, new=one.stood, may_replace=False)
            for name, one in kept.edit.fields.items()
            if name in facts["fields"]
        }
        stands: dict[str, Any] = {name: one.stands for name, one in fields.items()}
        if stands.get("phone") != member.phone:
            refuse_known_phone(self.unit, stands.get("phone"))
        self.unit.members.set_profile(replace(member, **stands))
        edits.add(Edit(member.member_id, fields, review.staff or "", None, self.page.at), place)


Act = Callable[[Deciding, Review, Place], None]
ACTS: Mapping[tuple[str, str], Act] = {
    (ReviewKind.QUARANTINED, Choice.SEND_AGAIN): Deciding.send_again,
    (ReviewKind.QUARANTINED, REPLAY): Deciding.send_again,
    (ReviewKind.QUARANTINED, Choice.LEAVE_OUT): Deciding.leave_out,
    (ReviewKind.LATE, Choice.SEND_AGAIN): Deciding.send_again,
    (ReviewKind.LATE, REPLAY): Deciding.send_again,
    (ReviewKind.LATE, Choice.LEAVE_OUT): Deciding.leave_out,
    (ReviewKind.SAME_PHONE, Choice.SAME_PERSON): Deciding.merge,
    (ReviewKind.CARD_TAKEN, Choice.SAME_PERSON): Deciding.merge,
    (ReviewKind.EDITED_TWICE, Choice.PUT_BACK): Deciding.put_back,
}


def _points(review: Review) -> Collection[ChainPoint]:
    """The events a review is about: one, or a run of them."""
    facts = review.facts
    first = facts["seq"] if "seq" in facts else facts["from_seq"]
    return {ChainPoint(facts["epoch"], first + n) for n in range(facts.get("events", 1))}


def _since(holder: Holder) -> tuple[object, str]:
    return holder.member.joined_at, holder.member.member_id
