"""What moved: entries as they were sealed, paid from the lots found here."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.bill import Bill
from app.domain.entries import EXTENSIONS, Entry, EntryKind
from app.domain.expiry import available_at
from app.domain.lots import Lot
from app.domain.member import Member
from app.domain.program import Program
from app.services import unsealing
from app.services.intake.taking import CannotTakeIn, Taking
from app.services.sales.extending import admit_late
from app.services.sales.spending import SPENDING
from app.services.tiers.tier_gifts import is_gift


def post_entries(taking: Taking, bill: Bill | None = None) -> None:
    """All of them; of a bill or its refund without the gifts of tiers: those follow the tier as it stands here."""
    for entry in unsealing.entries_of(taking.body):
        if bill is None or not is_gift(entry):
            _post(taking, _moved(taking, entry, bill))


def sealed_gifts(taking: Taking, bill: Bill) -> list[Entry]:
    """What the tiers of the counter brought or took back, at the server's time."""
    return [_moved(taking, entry, bill) for entry in unsealing.entries_of(taking.body) if is_gift(entry)]


def post_known(taking: Taking) -> None:
    """The entries of whoever is known here: points for a friend nobody knows turn no new member away."""
    for entry in unsealing.entries_of(taking.body):
        if taking.uow.members.by_id(entry.member_id) is not None:
            _post(taking, _moved(taking, entry, None))


def _moved(taking: Taking, entry: Entry, bill: Bill | None) -> Entry:
    """The entry at the server's time. Within two minutes the counter's times stand."""
    if not taking.event.shift:
        return entry
    at = entry.occurred_at + taking.event.shift
    if entry.available_at is None:
        return replace(entry, occurred_at=at)
    program = taking.program(bill.program_version) if bill else taking.uow.programs.in_force(at)
    available, expires = _dates(entry, at, program, taking.event.shift)
    return replace(entry, occurred_at=at, available_at=available, expires_at=expires)


def _post(taking: Taking, entry: Entry) -> None:
    member = taking.member(entry.member_id)
    if entry.kind in SPENDING and entry.points < 0:
        taking.taken.spent[entry.member_id] -= entry.points
        _covered(taking, member, entry)
        _admit(taking, member, entry)
    elif entry.kind is EntryKind.REVERSE:
        lot_id = _lot(taking, member, entry).lot_id
        for expired_id, points in taking.page.account(member).revived(lot_id, -entry.points):
            _revive(taking, member, expired_id, points, entry)
        _admit(taking, member, entry)
    elif entry.kind is EntryKind.EXPIRE:
        _expire(taking, member, entry)
    elif entry.kind in EXTENSIONS:
        _push(taking, member, entry)
    elif entry.kind is not EntryKind.UNEXPIRE:  # those are made again here, as these lots need them
        if entry.kind is EntryKind.RESTORE:
            taking.page.whole_account(member)
        _admit(taking, member, entry)


def _admit(taking: Taking, member: Member, entry: Entry) -> None:
    if entry.points > 0 and entry.entry_id in taking.page.account(member).lots:
        raise CannotTakeIn("ENTRY-TWICE", "The event brings points that are here already.")
    taking.page.admit(member, _own(member, entry))


def _push(taking: Taking, member: Member, entry: Entry) -> None:
    """A purchase that keeps points, or one that is taken back, once."""
    if entry.kind is EntryKind.EXTEND:
        admit_late(taking.page, member, _own(member, entry))
    elif not _lot(taking, member, entry).is_taken_back:
        _admit(taking, member, entry)


def _own(member: Member, entry: Entry) -> Entry:
    return entry if entry.member_id == member.member_id else replace(entry, member_id=member.member_id)


def _lot(taking: Taking, member: Member, entry: Entry) -> Lot:
    lot = taking.page.whole_account(member).lots.get(entry.corrects or "")
    if lot is None:
        raise CannotTakeIn("ENTRY-UNKNOWN", "The event takes back an earning that is not known here.")
    return lot


def _covered(taking: Taking, member: Member, entry: Entry) -> None:
    """Points that could have paid a redemption and were posted as expired since come back for it."""
    if taking.uow.ledger.has_expired_since(member.member_id, entry.occurred_at):
        taking.page.whole_account(member)
        _revive_for(taking, member, entry)


def _revive_for(taking: Taking, member: Member, entry: Entry) -> None:
    wanted = -entry.points
    account = taking.page.account(member)
    for lot in sorted(account.lots.values(), key=Lot.spending_order):
        if wanted and lot.is_available(entry.occurred_at):
            part = min(wanted, lot.left + lot.expired)
            if part > lot.left:
                _revive(taking, member, lot.lot_id, part - lot.left, entry)
            wanted -= part


def _revive(taking: Taking, member: Member, lot_id: str, points: int, entry: Entry) -> None:
    """Take points back out of a lot's expiry."""
    made = Entry(
        taking.page.desk.ids.entity(),
        member.member_id,
        EntryKind.UNEXPIRE,
        points,
        entry.occurred_at,
        entry.cause,
        corrects=lot_id,
    )
    taking.page.admit(member, made)


def _expire(taking: Taking, member: Member, entry: Entry) -> None:
    if not taking.event.is_history:
        raise CannotTakeIn("EXPIRY-FOREIGN", "Only the server lets points expire in a chain.")
    points = min(_lot(taking, member, entry).left, -entry.points)
    if points:
        _admit(taking, member, replace(entry, points=-points))


def _dates(entry: Entry, at: datetime, program: Program, shift: timedelta) -> tuple[datetime, datetime | None]:
    """When a lot can be spent from and is gone, by the corrected time of what brought it."""
    assert entry.available_at is not None, "asked for lots only"
    if entry.kind in (EntryKind.ADJUST, EntryKind.RESTORE):  # a day that somebody named stands
        return entry.available_at + shift, entry.expires_at
    available = available_at(at, pending_days=program.earning.pending_days, calendar=program.calendar)
    return available, program.expiry.expires_at(at, program.calendar)
