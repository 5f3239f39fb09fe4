"""The ledger: the pure fold from entries, in order, to what each member has left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.domain.entries import Entry, EntryKind
from app.domain.lots import EMPTY, Account, Lot, Use
from app.domain.visits import met, pushed_by_all, unvisited, visited


@dataclass(frozen=True, slots=True)
class Posting:
    """An entry at its place in the ledger, with the running balance of its member after it."""

    order: int
    entry: Entry
    balance_after: int


def apply(account: Account, entry: Entry, order: int) -> Account:
    """The account after one entry. Merges move whole accounts: see `merged`."""
    match entry.kind:
        case EntryKind.EARN | EntryKind.BONUS | EntryKind.REFERRAL:
            return _credit(account, entry, order)
        case EntryKind.ADJUST:
            return _credit(account, entry, order) if entry.points > 0 else _debit(account, entry)
        case EntryKind.REDEEM | EntryKind.REWARD:
            return _debit(account, entry)
        case EntryKind.EXPIRE | EntryKind.UNEXPIRE | EntryKind.EXTEND | EntryKind.UNEXTEND:
            return _end(account, entry, order)
        case EntryKind.REVERSE:
            return _reverse(account, entry)
        case EntryKind.RESTORE:
            return _restore(account, entry, order)
        case EntryKind.MERGE_OUT | EntryKind.MERGE_IN:  # pragma: no branch
            return account


def merged(into: Account, source: Account, *, at: datetime) -> Account:
    """Both accounts as one: lots keep their dates, uses their causes, and lots that live pay what either side owed."""
    account = met(Account({**into.lots, **source.lots}, {**into.uses, **source.uses}), at)
    living = (lot for lot in account.lots.values() if not lot.is_expired(at) and not lot.is_visit)
    return _repaid(account, sorted(living, key=Lot.spending_order))


@dataclass(slots=True)
class Replay:
    """The ledger gone through one entry at a time, in order; `accounts` as they stand after the last one taken."""

    accounts: dict[str, Account] = field(default_factory=dict)
    _sources: dict[str, str] = field(default_factory=dict)

    def take(self, posting: Posting) -> None:
        entry = posting.entry
        self.accounts[entry.member_id] = apply(self.accounts.get(entry.member_id, EMPTY), entry, posting.order)
        if entry.kind is EntryKind.MERGE_OUT:
            self._sources[entry.entry_id] = entry.member_id
        if entry.kind is EntryKind.MERGE_IN:
            self._absorb(entry)

    def _absorb(self, entry: Entry) -> None:
        assert entry.corrects is not None, "a merge names where the points came from"
        accounts, source = self.accounts, self._sources[entry.corrects]
        accounts[entry.member_id] = merged(accounts[entry.member_id], accounts[source], at=entry.occurred_at)
        accounts[source] = EMPTY


def fold(postings: Iterable[Posting]) -> dict[str, Account]:
    """Every member's account from the whole ledger, in order: what each derived table is rebuilt from."""
    replay = Replay()
    for posting in postings:
        replay.take(posting)
    return replay.accounts


def _credit(account: Account, entry: Entry, order: int) -> Account:
    assert entry.available_at is not None, "earned points have a day they can be spent from"
    lot = Lot(entry.entry_id, order, entry.points, entry.points, entry.available_at, entry.expires_at)
    account = account.with_lot(lot)
    return account if lot.is_expired(entry.occurred_at) else _repaid(account, [lot])


def _repaid(account: Account, lots: Iterable[Lot]) -> Account:
    """Let lots pay what is owed, in their order."""
    for lot in lots:
        account = account.repaid_from(lot.lot_id)
    return account


def _debit(account: Account, entry: Entry) -> Account:
    """Spend; what available lots cannot cover, lots still pending pay: it may be late news, and they long available."""
    spent = _consume(account, -entry.points, entry)
    if spent.debt == account.debt:
        return spent
    pending = (lot for lot in spent.lots.values() if not lot.is_expired(entry.occurred_at))
    return _repaid(spent, sorted(pending, key=Lot.spending_order))


def _consume(account: Account, points: int, entry: Entry, *, stands_for: str | None = None) -> Account:
    """Take points from available lots in spending order; what they cannot cover is owed."""
    for lot in account.spendable(entry.occurred_at):
        taken = min(points, lot.left)
        if taken:
            account = account.take(taken, lot, entry_id=entry.entry_id, stands_for=stands_for)
        points -= taken
    return account.owe(points, entry_id=entry.entry_id, stands_for=stands_for)


def _end(account: Account, entry: Entry, order: int) -> Account:
    """What concerns when points are gone: a purchase pushes it, a sweep posts it."""
    if entry.kind is EntryKind.EXTEND:
        return _extend(account, entry, order)
    assert entry.corrects is not None, "it names its lot, or the purchase that is taken back"
    if entry.kind is EntryKind.UNEXTEND:
        return unvisited(account, entry.corrects)
    return _expire(account, account.lots[entry.corrects], entry.points)


def _extend(account: Account, entry: Entry, order: int) -> Account:
    """Push the end of what is there by a purchase."""
    assert entry.available_at is not None, "a purchase counts from when its own points would"
    assert entry.expires_at is not None, "a purchase says until when"
    made_at = entry.occurred_at if entry.occurred_at < entry.available_at else None
    visit = Lot(entry.entry_id, order, 0, 0, entry.available_at, entry.expires_at, counts_from=made_at)
    return visited(account, visit)


def _expire(account: Account, lot: Lot, points: int) -> Account:
    """Move points between a lot's `left` and its `expired`; what is available does not change."""
    return account.with_lot(replace(lot, left=lot.left + points, expired=lot.expired - points))


def _reverse(account: Account, entry: Entry) -> Account:
    """Take an earning back: from its own lot, then from others standing in for it, then owed."""
    assert entry.corrects is not None, "a reversal names what it reverses"
    account, own = _own(account, entry.corrects, -entry.points)
    return _consume(account, -entry.points - own, entry, stands_for=entry.corrects)


def _own(account: Account, lot_id: str, points: int) -> tuple[Account, int]:
    """Take what is left of a lot, also in grace, up to so many points; and how many those were."""
    lot = account.lots[lot_id]
    taken = min(points, lot.left)
    account = account.with_lot(replace(lot, left=lot.left - taken))
    for use in account.graces(lot_id):
        account, more = _own(account, use.entry_id, min(points - taken, use.points))
        account = account.with_more_used(replace(use, points=-more))
        taken += more
    return account, taken


def _restore(account: Account, entry: Entry, order: int) -> Account:
    """Give a redemption's points back to the lots it used, earliest expiry first; they repay what is owed elsewhere."""
    assert entry.corrects is not None, "a restoration names the redemption"
    points = entry.points
    for use in account.uses_of(entry.corrects):
        given = min(points, use.points)
        if given:
            account = account.with_more_used(replace(use, points=-given))
            account = _give_back(account, use.lot_id, given, entry, order)
        points -= given
    assert points == 0, "no more is restored than was redeemed"
    return _repaid(account, account.spendable(entry.occurred_at))


def _give_back(account: Account, lot_id: str | None, points: int, entry: Entry, order: int) -> Account:
    """Return points to a lot: first by releasing those who stood in for it, then to the lot itself."""
    if lot_id is None:
        return account
    account, points = _released(account, lot_id, points, entry, order)
    lot = pushed_by_all(account, account.lots[lot_id])
    if lot.is_expired(entry.occurred_at) and entry.available_at is not None:
        return _grace(account, lot_id, points, entry, order)
    return account.with_lot(replace(lot, left=lot.left + points))


def _released(account: Account, lot_id: str, points: int, entry: Entry, order: int) -> tuple[Account, int]:
    """Release who stood in for a lot, or for those whose points it has in grace; and what that leaves of the points."""
    while points and (standing := account.stand_ins(lot_id)):
        freed = min(points, standing[0].points)
        account = account.with_more_used(replace(standing[0], points=-freed))
        account = _give_back(account, standing[0].lot_id, freed, entry, order)
        points -= freed
    for use in account.uses_of(lot_id):
        assert use.lot_id is not None, "what is in grace was in a lot"
        part = min(points, account.uses[use.key].points if use.key in account.uses else 0)
        account = account.with_more_used(replace(use, points=-part))
        account, rest = _released(account, use.lot_id, part, entry, order)
        account = account.with_more_used(replace(use, points=rest))
        points -= part - rest
    return account, points


def _grace(account: Account, lot_id: str, points: int, entry: Entry, order: int) -> Account:
    """Points whose lot has expired live on for the grace days, as a lot of their own."""
    if not points:
        return account
    assert entry.available_at is not None
    standing = account.lots.get(entry.entry_id)
    whole = points + (standing.points if standing else 0)
    account = account.with_lot(Lot(entry.entry_id, order, whole, whole, entry.available_at, entry.expires_at))
    return account.with_more_used(Use(entry.entry_id, lot_id, points))
