"""Intake: one event of a counter's chain posted into this ledger, whoever keeps it.

The server runs it on what counters send; a counter runs it on its own events that the server's answers do not contain
yet, over the state it was told. Facts come as they were sealed; what points they use is decided by the lots found here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from app.domain.bill import Bill
from app.domain.entries import Entry, EntryKind
from app.domain.expiry import available_at
from app.domain.lots import Lot
from app.domain.member import Card, CardStatus, Member
from app.domain.program import Program
from app.services import unsealing
from app.services.counting import count_bill, count_refund
from app.services.edits import Edit
from app.services.intake_edits import take_edit
from app.services.intake_reviews import take_decision
from app.services.merging import absorb
from app.services.ports import Review, UnitOfWork
from app.services.posting import Page
from app.services.program_codec import program_from_json
from app.services.records import BillRows, bill_rows
from app.services.spending import SPENDING
from app.services.unsealing import text_of

_RESTRICTIVE = (CardStatus.ACTIVE, CardStatus.BLOCKED, CardStatus.LOST, CardStatus.REPLACED)


class CannotTakeIn(Exception):  # noqa: N818 - not an error of ours: somebody has to look at the event
    """An event that cannot be posted here. Nothing is to be kept of it but its bytes."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(f"{code}: {sentence}")
        self.code = code
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Incoming:
    """An event as it came. `at` is when it happened by the server's clock, `received_at` when it came in.

    `shift` is what the counter's own times are to be moved by; zero lets them stand. A history was sealed before its
    counter joined: it may hold what only the server does now, and numbers its programs for itself (`numbering`).
    `bill` is what the body seals, where that has been read.
    """

    kind: str
    body: Mapping[str, Any]
    at: datetime
    received_at: datetime
    shift: timedelta = timedelta(0)
    is_history: bool = False
    numbering: int = 0
    bill: Bill | None = None

    def filed_as(self, version: int) -> int:
        """The number a program that the counter published itself goes by here."""
        return -(self.numbering + version)


@dataclass(frozen=True, slots=True)
class Note:
    """Something about a posted event that a person should see."""

    kind: str
    facts: Mapping[str, Any]


@dataclass(slots=True)
class Taken:
    """What posting an event came to: notes, what it spent (hundredths) by member, what it edited and settled."""

    notes: list[Note] = field(default_factory=list)
    spent: Counter[str] = field(default_factory=Counter)
    edits: list[Edit] = field(default_factory=list)
    decided: list[Review] = field(default_factory=list)


def take_in(page: Page, event: Incoming, *, keeps_facts: bool) -> Taken:
    """Post an event; bills and refunds are stored with it where `keeps_facts`, elsewhere they stand already.

    Raises CannotTakeIn, NotPlainError, AssertionError or DomainError; what the page holds then is to be thrown away.
    """
    verb = _OF_HISTORY.get(event.kind) if event.is_history else None
    verb = verb or _VERBS.get(event.kind)
    if verb is None:
        raise CannotTakeIn("KIND-UNKNOWN", f"This server cannot post an event of the kind {event.kind[:40]!r}.")
    taking = _Taking(page, page.uow, event, keeps_facts)
    page.at = event.at
    verb(taking)
    return taking.taken


@dataclass(slots=True)
class _Taking:
    """One event inside its transaction."""

    page: Page
    uow: UnitOfWork
    event: Incoming
    keeps_facts: bool
    taken: Taken = field(default_factory=Taken)

    @property
    def body(self) -> Mapping[str, Any]:
        return self.event.body

    def note(self, kind: str, **facts: Any) -> None:
        self.taken.notes.append(Note(kind, facts))

    def member(self, member_id: str) -> Member:
        """Who has that member's points now."""
        holder = self.uow.members.by_id(self.uow.members.holder_of_points(member_id))
        if holder is None:
            raise CannotTakeIn("MEMBER-UNKNOWN", "The event is about a member who is not known here.")
        return holder.member

    def card(self, number: str) -> Card:
        holder = self.uow.members.by_card(number)
        if holder is None or holder.card is None:
            raise CannotTakeIn("CARD-UNKNOWN", "The event is about a card that is not known here.")
        return holder.card

    def program(self, version: int) -> Program:
        if not self.uow.programs.has(version):
            raise CannotTakeIn("PROGRAM-UNKNOWN", f"The event names program {version}, which is not known here.")
        return self.uow.programs.version(version)

    def _version(self, version: int) -> int:
        """A counter goes on with its own programs until it is told another; those have numbers above all of its own."""
        filed = self.event.filed_as(version)
        return filed if self.event.is_history or self.uow.programs.has(filed) else version

    # Who

    def enrol(self) -> None:
        member, card = unsealing.member_of(self.body.get("member")), unsealing.card_of(self.body.get("card"))
        if card.member_id != member.member_id:
            raise CannotTakeIn("CARD-FOREIGN", "The card of this enrolment is another member's.")
        if self.uow.members.by_card(card.number) is not None:
            raise CannotTakeIn("CARD-TAKEN", "The card of this enrolment is already somebody's here.")
        twins = self.uow.members.by_phone(member.phone) if member.phone else ()
        self.uow.members.add(self._with_referrer(member), card)
        if twins:
            self.note("SAME_PHONE", members=[one.member.member_id for one in twins] + [member.member_id])

    def _with_referrer(self, member: Member) -> Member:
        """A friend who is not known here is no reason to turn a member away."""
        known = member.referrer_id is None or self.uow.members.by_id(member.referrer_id) is not None
        if known:
            return member
        self.note("REFERRER_UNKNOWN", member=member.member_id, referrer=member.referrer_id)
        return replace(member, referrer_id=None)

    def referrer(self) -> None:
        member, referrer = self.member(text_of(self.body, "member")), self.member(text_of(self.body, "referrer"))
        if member.referrer_id == referrer.member_id:
            return
        circle = {referrer.member_id, *self.uow.members.ancestry(referrer.member_id)}
        if member.referrer_id is not None or member.member_id in circle:
            self.note("REFERRER_REFUSED", member=member.member_id, referrer=referrer.member_id)
            return
        self.uow.members.set_referrer(member.member_id, referrer.member_id)

    def card_status(self) -> None:
        """The most restrictive status wins; only a history may take one back."""
        card, wanted = self.card(text_of(self.body, "card")), self._status()
        is_looser = _RESTRICTIVE.index(wanted) < _RESTRICTIVE.index(card.status)
        if is_looser and (card.status is CardStatus.REPLACED or not self.event.is_history):
            self.note("CARD_STAYS", card=card.number, status=card.status.value, wanted=wanted.value)
        elif wanted is not card.status:
            self.uow.members.set_card_status(card.number, wanted, self.event.at)

    def _status(self) -> CardStatus:
        named = text_of(self.body, "status")
        if named not in CardStatus.__members__:
            raise CannotTakeIn("STATUS-UNKNOWN", f"There is no card status {named[:40]!r} here.")
        return CardStatus(named)

    def replace_card(self) -> None:
        old, number = self.card(text_of(self.body, "card")), text_of(self.body, "by")
        if self.uow.members.by_card(number) is not None:
            raise CannotTakeIn("CARD-TAKEN", "The new card is already somebody's here.")
        member = self.member(old.member_id)
        for card in self.uow.members.cards_of(member.member_id):
            if card.is_active and card.number != old.number:
                self.note("CARD_TWICE_REPLACED", member=member.member_id, cards=[card.number, number])
                self.uow.members.set_card_status(card.number, CardStatus.REPLACED, self.event.at)
        self.uow.members.set_card_status(old.number, CardStatus.REPLACED, self.event.at)
        self.uow.members.add_card(Card(number, member.member_id, CardStatus.ACTIVE, self.event.at))

    def edit(self) -> None:
        member = self.member(text_of(self.body, "member"))
        self.taken.edits.append(take_edit(self.uow, member, self.body, at=self.event.at, note=self.note))

    # What was sold

    def bill(self) -> None:
        sealed = self.event.bill or unsealing.bill_of(self.body)
        filed = self._version(sealed.program_version)
        bill = sealed if filed == sealed.program_version else replace(sealed, program_version=filed)
        rows = self._exact_rows(sealed, bill.program_version)
        if self.keeps_facts:
            self.uow.bills.add({**rows, "bill": {**rows["bill"], "program_version": bill.program_version}})
        self.post_entries(bill)
        if bill.member_id is not None:
            shift = self.event.shift
            counted = replace(bill, occurred_at=bill.occurred_at + shift) if shift else bill
            member, program = self.member(bill.member_id), self.program(bill.program_version)
            count_bill(self.page, member, counted, program=program)

    def _exact_rows(self, bill: Bill, version: int) -> BillRows:
        """A bill is kept as it was sealed, to the letter. Its days are those of its program."""
        programs = self.uow.programs
        calendar = programs.version(version).calendar if programs.has(version) else self.page.desk.calendar
        rows = bill_rows(bill, calendar)
        if any(self.body.get(name) != found for name, found in rows.items()):
            raise CannotTakeIn("BILL-INEXACT", "The bill could not be kept here as it was sealed.")
        return rows

    def refund(self) -> None:
        refund = unsealing.refund_of(self.body)
        bill = self.uow.bills.get(refund.bill_id)
        if bill is None:
            raise CannotTakeIn("BILL-UNKNOWN", "The event gives back a bill that is not known here.")
        if self.keeps_facts:
            self.uow.bills.add_refund(refund)
        self.post_entries(bill)
        if bill.member_id is not None:
            member, program = self.member(bill.member_id), self.program(bill.program_version)
            count_refund(self.page, member, bill, refund, program=program)

    def adjust(self) -> None:
        self.post_entries()

    def lease(self) -> None:
        """What came back is told by the totals that every event may carry."""

    # What moved

    def post_entries(self, bill: Bill | None = None) -> None:
        for entry in unsealing.entries_of(self.body):
            self._post(self._moved(entry, bill))

    def _moved(self, entry: Entry, bill: Bill | None) -> Entry:
        """The entry at the server's time. Within two minutes the counter's times stand."""
        if not self.event.shift:
            return entry
        at = entry.occurred_at + self.event.shift
        if entry.available_at is None:
            return replace(entry, occurred_at=at)
        program = self.program(bill.program_version) if bill else self.uow.programs.current()
        available, expires = _dates(entry, at, program, self.event.shift)
        return replace(entry, occurred_at=at, available_at=available, expires_at=expires)

    def _post(self, entry: Entry) -> None:
        member = self.member(entry.member_id)
        if entry.kind in SPENDING and entry.points < 0:
            self.taken.spent[entry.member_id] -= entry.points
            self._covered(member, entry)
            self._admit(member, entry)
        elif entry.kind is EntryKind.REVERSE:
            self._revive(member, self._lot(member, entry), -entry.points, entry)
            self._admit(member, entry)
        elif entry.kind is EntryKind.EXPIRE:
            self._expire(member, entry)
        elif entry.kind is not EntryKind.UNEXPIRE:  # those are made again here, as these lots need them
            if entry.kind is EntryKind.RESTORE:
                self.page.whole_account(member)
            self._admit(member, entry)

    def _admit(self, member: Member, entry: Entry) -> None:
        if entry.points > 0 and entry.entry_id in self.page.account(member).lots:
            raise CannotTakeIn("ENTRY-TWICE", "The event brings points that are here already.")
        is_own = entry.member_id == member.member_id
        self.page.admit(member, entry if is_own else replace(entry, member_id=member.member_id))

    def _lot(self, member: Member, entry: Entry) -> Lot:
        lot = self.page.whole_account(member).lots.get(entry.corrects or "")
        if lot is None:
            raise CannotTakeIn("ENTRY-UNKNOWN", "The event takes back an earning that is not known here.")
        return lot

    def _covered(self, member: Member, entry: Entry) -> None:
        """Points that could have paid a redemption and were posted as expired since come back for it."""
        if self.uow.ledger.has_expired_since(member.member_id, entry.occurred_at):
            self.page.whole_account(member)
            self._revive_for(member, entry)

    def _revive_for(self, member: Member, entry: Entry) -> None:
        wanted = -entry.points
        account = self.page.account(member)
        for lot in sorted(account.lots.values(), key=Lot.spending_order):
            if wanted and lot.is_available(entry.occurred_at):
                part = min(wanted, lot.left + lot.expired)
                self._revive(member, lot, part, entry)
                wanted -= part

    def _revive(self, member: Member, lot: Lot, wanted: int, entry: Entry) -> None:
        """Take points back out of a lot's expiry, as far as what is left of it does not do."""
        points = min(lot.expired, max(0, wanted - lot.left))
        if points:
            made = Entry(
                self.page.desk.ids.entity(),
                member.member_id,
                EntryKind.UNEXPIRE,
                points,
                entry.occurred_at,
                entry.cause,
                corrects=lot.lot_id,
            )
            self.page.admit(member, made)

    # What only a counter alone decides

    def expire(self) -> None:
        self.post_entries()

    def _expire(self, member: Member, entry: Entry) -> None:
        if not self.event.is_history:
            raise CannotTakeIn("EXPIRY-FOREIGN", "Only the server lets points expire in a chain.")
        points = min(self._lot(member, entry).left, -entry.points)
        if points:
            self._admit(member, replace(entry, points=-points))

    def tier(self) -> None:
        for row in unsealing.rows_of(self.body, "tiers"):
            change = unsealing.tier_change_of(row)
            member = self.member(change.member_id)
            self.page.change_tier(replace(change, member_id=member.member_id))
            self.uow.members.set_tier(member.member_id, change.to_tier)

    def merge(self) -> None:
        target, sources = self.member(text_of(self.body, "target")), unsealing.rows_of(self.body, "sources")
        self.page.whole_account(target)
        for source_id in sources:
            source = self.member(str(source_id))
            if source.member_id != target.member_id:
                absorb(self.page, source, target)
        self.tier()

    def publish(self) -> None:
        """Its versions are filed under numbers of their own. What is in force has a number above both sides'."""
        programs, program = self.uow.programs, program_from_json(text_of(self.body, "program"))
        filed, staff = self.event.filed_as(program.version), text_of(self.body, "staff")
        latest, leads = programs.latest_version(), self._is_ours_to_lead(program.version)
        programs.publish(replace(program, version=filed), staff=staff, at=self.event.at)
        if leads or latest <= program.version:
            rules = program if leads else programs.version(latest)
            above = max(latest, program.version) + 1
            programs.publish(replace(rules, version=above), staff=staff, at=self.event.at)

    def _is_ours_to_lead(self, version: int) -> bool:
        """Nobody has set any rules here, or what is in force came from this history."""
        programs = self.uow.programs
        if programs.latest_version() <= 0 or _same_rules(programs.current(), Program()):
            return True
        before = self.event.filed_as(version - 1)
        return programs.has(before) and _same_rules(programs.current(), programs.version(before))

    # What stays in the chain

    def void(self) -> None:
        """A bill that was put away unpaid: its event is kept, and nothing moves."""

    def reprint(self) -> None:
        """Cards were printed again: who did it is in the history, and nothing moves."""

    def review(self) -> None:
        """At the counter itself it is settled already."""
        if self.keeps_facts:
            self.taken.decided += take_decision(self.uow, self.body, at=self.event.at, note=self.note)


def _same_rules(one: Program, other: Program) -> bool:
    return replace(one, version=0) == replace(other, version=0)


def _dates(entry: Entry, at: datetime, program: Program, shift: timedelta) -> tuple[datetime, datetime | None]:
    """When a lot can be spent from and is gone, by the corrected time of what brought it."""
    assert entry.available_at is not None, "asked for lots only"
    if entry.kind in (EntryKind.ADJUST, EntryKind.RESTORE):  # a day that somebody named stands
        return entry.available_at + shift, entry.expires_at
    available = available_at(at, pending_days=program.earning.pending_days, calendar=program.calendar)
    return available, program.expiry.expires_at(at, program.calendar)


_VERBS: Mapping[str, Callable[[_Taking], None]] = {
    "enrol": _Taking.enrol,
    "referrer": _Taking.referrer,
    "card": _Taking.card_status,
    "replace": _Taking.replace_card,
    "edit": _Taking.edit,
    "bill": _Taking.bill,
    "refund": _Taking.refund,
    "adjust": _Taking.adjust,
    "lease": _Taking.lease,
    "review": _Taking.review,
    "void": _Taking.void,
    "reprint": _Taking.reprint,
}
_OF_HISTORY: Mapping[str, Callable[[_Taking], None]] = {
    "expire": _Taking.expire,
    "tier": _Taking.tier,
    "merge": _Taking.merge,
    "program": _Taking.publish,
}
