"""Posting: the entries of one unit of work, applied to the accounts they touch and written together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import reduce
from typing import Any

from app.domain.entries import Entry, EntryKind
from app.domain.ledger import Posting, apply, merged
from app.domain.lots import EMPTY, Account
from app.domain.member import Member
from app.services.desk import Desk
from app.services.journal import record
from app.services.ports import ChainPoint, Head, TierChange, UnitOfWork
from app.services.records import Row, entry_row, tier_change_row
from app.services.sales.spending import SPENDING, Spending


@dataclass(slots=True)
class _Touched:
    """A member's account while a unit of work changes it."""

    before: Account
    after: Account
    points: int
    whole: bool = False


@dataclass(frozen=True, slots=True)
class PageMark:
    """A place on a page. It is good for one return."""

    postings: int
    tier_changes: int
    written: int
    touched: dict[str, _Touched]


@dataclass(slots=True)
class Page:
    """One unit of work's page in the ledger. Post entries, then `close` once: it writes all of them and the event."""

    desk: Desk
    uow: UnitOfWork
    head: Head
    at: datetime
    postings: list[Posting] = field(default_factory=list)
    tier_changes: list[TierChange] = field(default_factory=list)
    spending: Spending = field(init=False)
    _touched: dict[str, _Touched] = field(default_factory=dict)
    _written: int = 0  # so many postings show in the store's accounts

    def __post_init__(self) -> None:
        self.spending = Spending.open(self.desk, self.uow, self.head)

    @classmethod
    def open(cls, desk: Desk, uow: UnitOfWork) -> Page:
        head = uow.journal.head()
        return cls(desk, uow, head, desk.instant(head))

    def account(self, member: Member) -> Account:
        """The member's open lots and debts: enough to price and pay."""
        if member.member_id not in self._touched:
            account = self.uow.ledger.open_account(member.member_id, in_debt=member.debt > 0)
            self._touched[member.member_id] = _Touched(account, account, member.points)
        return self._touched[member.member_id].after

    def whole_account(self, member: Member) -> Account:
        """All of the member's lots and uses: what a reversal needs. What this page has posted to them is in it."""
        touched = self._touched.get(member.member_id)
        if touched is None or not touched.whole:
            before = self.uow.ledger.full_account(member.member_id)
            points = touched.points if touched else member.points
            mine = (one for one in self.postings[self._written :] if one.entry.member_id == member.member_id)
            after = reduce(lambda account, one: apply(account, one.entry, one.order), mine, before)
            self._touched[member.member_id] = touched = _Touched(before, after, points, whole=True)
        return touched.after

    def post(self, member: Member, kind: EntryKind, points: int, *, cause: str, **details: Any) -> Entry:
        """Apply and queue one entry at this page's instant; `details` are the entry's optional fields.

        Its `entry_id` is among them where somebody has named it before.
        """
        name = details.pop("entry_id", None) or self.desk.ids.entity()
        entry = Entry(name, member.member_id, kind, points, self.at, cause, **details)
        self.admit(member, entry)
        if kind in SPENDING and points < 0:
            self.spending.spend(member.member_id, -points)
        return entry

    def forward(self, member: Member, kind: EntryKind, points: int, *, cause: str, **details: Any) -> None:
        """Queue an entry for the server alone. What it corrects waits there for a person, so nothing moves here."""
        self.account(member)
        entry = Entry(self.desk.ids.entity(), member.member_id, kind, points, self.at, cause, **details)
        order = self.head.last_ledger_no + len(self.postings) + 1
        self.postings.append(Posting(order, entry, self._touched[member.member_id].points))

    def admit(self, member: Member, entry: Entry) -> None:
        """Apply and queue an entry as it is."""
        self.account(member)
        order = self.head.last_ledger_no + len(self.postings) + 1
        touched = self._touched[member.member_id]
        touched.after = apply(touched.after, entry, order)
        touched.points += entry.points
        self.postings.append(Posting(order, entry, touched.points))

    def absorb(self, source: Member, target: Member) -> None:
        """Move everything a member has to another. Both accounts are loaded whole; the target's before this call."""
        moved, points = self.whole_account(source), source.points
        out = self.post(source, EntryKind.MERGE_OUT, -points, cause=target.member_id)
        self.post(target, EntryKind.MERGE_IN, points, cause=source.member_id, corrects=out.entry_id)
        self.uow.ledger.move_account(source.member_id, target.member_id)
        self.uow.ledger.save_balance(source.member_id, points=0, debt=0)
        self._touched[source.member_id] = _Touched(EMPTY, EMPTY, 0, whole=True)
        into = self._touched[target.member_id]
        into.before = Account({**into.before.lots, **moved.lots}, {**into.before.uses, **moved.uses})
        into.after = merged(into.after, moved, at=self.at)

    def mark(self) -> PageMark:
        """Where the page stands, to come back to."""
        touched = {member_id: replace(one) for member_id, one in self._touched.items()}
        return PageMark(len(self.postings), len(self.tier_changes), self._written, touched)

    def back_to(self, mark: PageMark) -> None:
        """Forget what was posted since; what was written to the store since is the store's to undo."""
        del self.postings[mark.postings :]
        del self.tier_changes[mark.tier_changes :]
        self._touched, self._written = mark.touched, mark.written

    def change_tier(self, change: TierChange) -> None:
        self.uow.tiers.add(change)
        self.tier_changes.append(change)

    def close(self, kind: str, body: Row | dict[str, Any], **moves: Any) -> Head:
        """Write the event, the entries and the accounts they changed."""
        rows = [entry_row(posting, self.desk.calendar) for posting in self.postings]
        head = record(
            self.desk,
            self.uow,
            self.head,
            kind=kind,
            at=self.at,
            body={**body, **self._tiers(), **self._leases(), "entries": rows},
            last_ledger_no=self.head.last_ledger_no + len(rows),
            **moves,
        )
        if self.postings:
            self._write(head.last_seq)
        self.spending.save(ChainPoint(head.epoch, head.last_seq))
        return head

    def _tiers(self) -> dict[str, list[Row]]:
        return {"tiers": [tier_change_row(change) for change in self.tier_changes]} if self.tier_changes else {}

    def _leases(self) -> dict[str, Any]:
        return {"lease": self.spending.totals()} if self.spending.leases else {}

    def _write(self, event_seq: int) -> None:
        self.uow.ledger.append(self.postings, event_seq=event_seq)
        self.write_accounts()

    def write_accounts(self) -> None:
        """Write what this page changed of accounts since they were last written."""
        for member_id, touched in self._touched.items():
            if touched.after is not touched.before:
                self.uow.ledger.save_account(member_id, touched.before, touched.after)
                self.uow.ledger.save_balance(member_id, points=touched.points, debt=touched.after.debt)
                touched.before = touched.after
        self._written = len(self.postings)
