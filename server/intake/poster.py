"""Posting: events of a counter's chain put into the ledger; what cannot be is kept, with what depends on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.domain.lease import Floor
from app.services.chain import granting
from app.services.chain.dependence import subjects
from app.services.chain.granting import Holding
from app.services.desk import Desk
from app.services.intake import CannotTakeIn, Incoming, Taken, take_in
from app.services.ports import ChainPoint, EventVerdict, Review
from app.services.posting import Page
from app.services.records import from_micros
from server.identity.devices import Device
from server.intake.edits import FIELD as EDIT_FIELD
from server.intake.edits import Edits, Place
from server.intake.inbox import Inbox
from server.intake.reading import Read
from server.ledgers import feed
from server.ledgers.store import ServerUnit
from server.ledgers.whole import undone_together, unpostable, why
from server.rights import budgets, floors, recalls
from sync.protocol import SentEvent, Status

DEVICE_STEP = 1_000_000  # programs a device can number for itself
_KIND_LENGTH_MAX = 40
_DETAIL_LENGTH_MAX = 300


@dataclass(slots=True)
class Arrival:
    """One event of a batch, and what becomes of it."""

    sent: SentEvent
    point: ChainPoint
    read: Read
    at: datetime
    status: Status = Status.APPLIED
    code: str | None = None
    detail: str | None = None
    reviews: list[Review] = field(default_factory=list)
    decided: list[Review] = field(default_factory=list)

    @property
    def body(self) -> Any:
        return self.read.body

    @property
    def kind(self) -> str:
        found = self.body.get("kind") if isinstance(self.body, dict) else None
        return found[:_KIND_LENGTH_MAX] if isinstance(found, str) else "?"

    @property
    def verdict(self) -> EventVerdict:
        return EventVerdict(self.point, self.status, self.code, self.detail)


def raise_reviews(unit: ServerUnit, arrivals: Iterable[Arrival]) -> None:
    for one in arrivals:
        for review in one.reviews:
            unit.shared.put_review(review)


@dataclass(slots=True)
class Poster:
    """Posts events of one counter, in the order of its chain."""

    desk: Desk
    unit: ServerUnit
    inbox: Inbox
    device: Device
    is_history: bool
    floor: Floor = field(init=False)

    def __post_init__(self) -> None:
        self.floor = floors.of_store(self.unit.scope, self.device.store_id)

    def post_all(self, page: Page, arrivals: Sequence[Arrival]) -> bool:
        """False, and nothing is done, when one of them cannot be posted or others wait that these may depend on."""
        if self.inbox.held(self.device.counter_code):
            return False
        try:
            with undone_together(self.unit, page):
                for one in arrivals:
                    self._apply(page, one)
        except unpostable(self.unit):
            return False
        return True

    def post_each(self, page: Page, arrivals: Iterable[Arrival]) -> None:
        """What cannot be posted is kept for a person; what depends on it waits behind it."""
        held = self.inbox.held(self.device.counter_code)
        for one in arrivals:
            if held & subjects(one.body):
                one.status, one.code = Status.PARKED, "BEHIND"
                one.detail = "An event before it about the same member, card or bill waits for somebody to look at it."
            else:
                self.post_one(page, one)
            if one.status in (Status.PARKED, Status.QUARANTINED):
                held |= subjects(one.body)
                self.inbox.hold(self.device.counter_code, one.point, subjects(one.body))
                self._tell_again(one)

    def post_one(self, page: Page, one: Arrival) -> None:
        one.status, one.code, one.detail, one.reviews = Status.APPLIED, None, None, []
        try:
            with undone_together(self.unit, page):
                self._apply(page, one)
        except unpostable(self.unit) as error:
            one.status, (one.code, one.detail) = Status.QUARANTINED, why(error)
            one.decided = []
            one.reviews = [self._review(one, "QUARANTINED", {"code": one.code, "detail": one.detail})]

    def _apply(self, page: Page, one: Arrival) -> None:
        incoming = self._incoming(one, page)
        taken = take_in(page, incoming, keeps_facts=True)
        one.reviews = [self._review(one, note.kind, note.facts) for note in taken.notes]
        one.decided = taken.decided
        edits = Edits(self.unit.scope, self.inbox.sealer.of_field(EDIT_FIELD))
        for edit in taken.edits:
            edits.add(edit, Place(feed.position_of(page.head) + 1, self.device.counter_code, one.point))
        if taken.notes:
            self._tell_again(one)
        if not self.is_history:
            self._settle(one, incoming, taken)

    def _tell_again(self, one: Arrival) -> None:
        """What was decided otherwise here than at the counter changes nothing here: it has to be told all the same."""
        for name in subjects(one.body):
            if one.kind == "refund":
                self.unit.bills.tell(name)
            holder = self.unit.members.by_card(name)
            known = name if holder is None else holder.member.member_id
            if self.unit.members.by_id(known) is not None:
                self.unit.changes.member(known)

    def _incoming(self, one: Arrival, page: Page) -> Incoming:
        body, place = one.body, (self.device.counter_code, one.point.epoch, one.point.seq)
        if not isinstance(body, dict) or type(body.get("at")) is not int:
            raise CannotTakeIn("BODY-UNREADABLE", "The event is not an object with a time.")
        if tuple(body.get(name) for name in ("counter", "epoch", "seq")) != place:
            raise CannotTakeIn("PLACE-WRONG", "The event says another place in the chain than it was sent for.")
        return Incoming(
            kind=one.kind,
            body=body,
            at=one.at,
            received_at=self.desk.instant(page.head),
            shift=one.at - from_micros(body["at"]),
            is_history=self.is_history,
            numbering=numbering_of(self.device.counter_code),
            bill=one.read.bill,
            store_id=self.device.store_id,
        )

    def _settle(self, one: Arrival, incoming: Incoming, taken: Taken) -> None:
        """Hold what was spent against the counter's leases. A fact is posted all the same, and raised."""
        holding = Holding(self.device.counter_code, one.point.epoch)
        over = granting.settle(
            self.unit,
            holding,
            one.body.get("lease", {}),
            taken.spent,
            floor_card=self.floor.card,
            at=incoming.received_at,
        )
        self._welcome_back(holding, one.body.get("lease", {}))
        if budgets.settle(self.unit, holding, one.body.get("budget", {})):
            one.status, one.code = Status.APPLIED_OVER_LIMIT, "OVER-BUDGET"
            one.detail = "A rule brought more than this counter's share of its budget. It was posted."
        if over:
            one.status, one.code = Status.APPLIED_OVER_LIMIT, "OVER-LIMIT"
            one.detail = "The counter let more points be spent than it had a right to. They were posted."
            spent = {each.member_id: each.points for each in over}
            one.reviews.append(self._review(one, "OVER_LIMIT", {"spent": spent, "staff": _staff(one.body)}))

    def _welcome_back(self, holding: Holding, totals: Mapping[str, Any]) -> None:
        """Rights that came back are free for whoever asked: the member's place in the feed tells them."""
        for member_id in totals:
            if not granting.lease_of(self.unit, member_id, holding).outstanding:
                recalls.settle(self.unit.scope, holding.counter_code, member_id)
            self.unit.changes.member(member_id)

    def _review(self, one: Arrival, kind: str, facts: Mapping[str, Any]) -> Review:
        place = {"counter": self.device.counter_code, "epoch": one.point.epoch, "seq": one.point.seq}
        return Review(self.desk.ids.entity(), kind, {**place, "event": one.kind, **facts}, self.desk.clock.now())


def numbering_of(counter_code: str) -> int:
    """Below this, negated, a counter's own programs are filed."""
    return int(f"1{counter_code}", 36) * DEVICE_STEP


def _staff(body: Mapping[str, Any]) -> str | None:
    """Who was at the counter, where the event says so."""
    for part in (body, body.get("bill"), body.get("refund")):
        if isinstance(part, dict) and isinstance(part.get("staff"), str):
            return str(part["staff"])
    return None
