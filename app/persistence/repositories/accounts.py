"""Accounts: members' lots and uses as rows. The table writes '' where a use has no lot or stands for none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import bindparam, delete, func, literal_column, select, update

from app.domain.lots import Account, Lot, Use, UseKey
from app.persistence.each_of import among, listed, owned_among
from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.points import balances, lot_uses, lots
from app.services.records import from_micros, optional_micros, to_micros

_NOBODY = ""
_IS_DEBT = lot_uses.c.lot_id == literal_column("''")
_IS_OPEN = lots.c.points_left > literal_column("0")

_LOT = (
    lots.c.lot_id,
    lots.c.ledger_no,
    lots.c.points,
    lots.c.points_left,
    lots.c.available_at,
    lots.c.expires_at,
    lots.c.points_expired,
    lots.c.first_expires_at,
    lots.c.counts_from,
)
_USE = (lot_uses.c.entry_id, lot_uses.c.lot_id, lot_uses.c.points, lot_uses.c.stands_for)
_LOTS_OF = (owned(lots), lots.c.member_id == bindparam("of_member"))
_USES_OF = (owned(lot_uses), lot_uses.c.member_id == bindparam("of_member"))
_USE_ORDER = (lot_uses.c.entry_id, lot_uses.c.lot_id, lot_uses.c.stands_for)

_ALL_LOTS = Statement(select(*_LOT).where(*_LOTS_OF).order_by(lots.c.ledger_no))
_OPEN_LOTS = Statement(select(*_LOT).where(*_LOTS_OF, _IS_OPEN).order_by(lots.c.ledger_no))
_LOTS_OF_EACH = Statement(
    select(lots.c.member_id, *_LOT)
    .where(owned_among(lots, "of_members"), _IS_OPEN)
    .order_by(lots.c.member_id, lots.c.ledger_no)
)
_DEBTS_OF_EACH = Statement(
    select(lot_uses.c.member_id, *_USE)
    .where(owned_among(lot_uses, "of_members"), _IS_DEBT)
    .order_by(lot_uses.c.member_id, *_USE_ORDER)
)
_ALL_USES = Statement(select(*_USE).where(*_USES_OF).order_by(*_USE_ORDER))
_DEBTS = Statement(select(*_USE).where(*_USES_OF, _IS_DEBT).order_by(*_USE_ORDER))
_EVERY_LOT = Statement(select(lots.c.member_id, *_LOT).where(owned(lots)).order_by(lots.c.member_id, lots.c.ledger_no))
_EVERY_USE = Statement(
    select(lot_uses.c.member_id, *_USE).where(owned(lot_uses)).order_by(lot_uses.c.member_id, *_USE_ORDER)
)
_EXPIRED = Statement(
    select(lots.c.member_id, lots.c.lot_id, lots.c.points_left)
    .where(owned(lots), _IS_OPEN, lots.c.expires_at <= bindparam("at"))
    .order_by(lots.c.expires_at, lots.c.ledger_no)
    .limit(bindparam("at_most"))
)
_EXPIRED_SINCE = Statement(
    select(lots.c.lot_id)
    .where(*_LOTS_OF, lots.c.points_expired > literal_column("0"), lots.c.expires_at > bindparam("since"))
    .limit(1)
)

_THIS_LOT = (owned(lots), lots.c.lot_id == bindparam("of_lot"))
_THIS_USE = (
    owned(lot_uses),
    lot_uses.c.entry_id == bindparam("of_entry"),
    lot_uses.c.lot_id == bindparam("of_lot"),
    lot_uses.c.stands_for == bindparam("of_stand"),
)
_HOLDERS_OF_LOTS = Statement(select(lots.c.member_id).where(owned(lots), among(lots.c.lot_id, "of_lots")).distinct())
_HOLDERS_OF_USES = Statement(
    select(lot_uses.c.member_id, lot_uses.c.entry_id, lot_uses.c.lot_id, lot_uses.c.stands_for).where(
        owned(lot_uses), among(lot_uses.c.entry_id, "of_entries")
    )
)
_ADD_LOT, _ADD_USE = adding(lots), adding(lot_uses)
_CHANGES_OF_LOT = ("points", "points_left", "points_expired", "expires_at", "first_expires_at", "counts_from")
_CHANGE_LOT = Statement(update(lots).where(*_THIS_LOT), sets=_CHANGES_OF_LOT)
_CHANGE_USE = Statement(update(lot_uses).where(*_THIS_USE), sets=("points",))
_REMOVE_USE = Statement(delete(lot_uses).where(*_THIS_USE))
_REMOVE_LOTS = Statement(delete(lots).where(*_LOTS_OF))
_REMOVE_USES = Statement(delete(lot_uses).where(*_USES_OF))
_MOVE_LOTS = Statement(update(lots).where(*_LOTS_OF), sets=("member_id",))
_MOVE_USES = Statement(update(lot_uses).where(*_USES_OF), sets=("member_id",))
_CLEAR_LOTS = Statement(delete(lots).where(owned(lots)))
_CLEAR_USES = Statement(delete(lot_uses).where(owned(lot_uses)))

_BALANCE = ("points", "debt")
_CHANGE_BALANCE = Statement(
    update(balances).where(owned(balances), balances.c.member_id == bindparam("of_member")), sets=_BALANCE
)
_CLEAR_BALANCES = Statement(update(balances).where(owned(balances)), sets=_BALANCE)
_OUTSTANDING = Statement(select(func.coalesce(func.sum(balances.c.points), 0)).where(owned(balances)))


@dataclass(frozen=True, slots=True)
class SqlAccounts:
    scope: Scope

    def open_account(self, member_id: str, *, in_debt: bool) -> Account:
        """Open lots, in ledger order, and debts."""
        debts = self.scope.rows(_DEBTS, of_member=member_id) if in_debt else ()
        return _account(self.scope.rows(_OPEN_LOTS, of_member=member_id), debts)

    def open_accounts(self, member_ids: Collection[str]) -> dict[str, Account]:
        """Of each of them, open lots and debts."""
        given = listed(member_ids)
        found: dict[str, tuple[list[Cells], list[Cells]]] = {member_id: ([], []) for member_id in member_ids}
        for place, statement in enumerate((_LOTS_OF_EACH, _DEBTS_OF_EACH)):
            for member_id, *row in self.scope.rows(statement, of_members=given):
                found[member_id][place].append(row)
        return {member_id: _account(*rows) for member_id, rows in found.items()}

    def full_account(self, member_id: str) -> Account:
        found = self.scope.rows(_ALL_LOTS, of_member=member_id)
        return _account(found, self.scope.rows(_ALL_USES, of_member=member_id))

    def accounts(self) -> Iterator[tuple[str, Account]]:
        """Each member that has a lot or a use, in order of their ids."""
        of_lots = ((row[0], True, row[1:]) for row in self.scope.stream(_EVERY_LOT))
        of_uses = ((row[0], False, row[1:]) for row in self.scope.stream(_EVERY_USE))
        for member_id, rows in groupby(merge(of_lots, of_uses, key=itemgetter(0)), key=itemgetter(0)):
            yield member_id, _gathered(list(rows))

    def expired_lots(self, at: datetime, *, limit: int) -> list[tuple[str, str, int]]:
        """Earliest expiry first."""
        rows = self.scope.rows(_EXPIRED, at=to_micros(at), at_most=limit)
        return [(member_id, lot_id, points) for member_id, lot_id, points in rows]

    def has_expired_since(self, member_id: str, at: datetime) -> bool:
        return self.scope.row(_EXPIRED_SINCE, of_member=member_id, since=to_micros(at)) is not None

    def outstanding(self) -> int:
        points: int = self.scope.scalar(_OUTSTANDING)
        return points

    def save_account(self, member_id: str, before: Account, after: Account) -> None:
        self._save_lots(member_id, before.lots, after.lots)
        self._save_uses(member_id, before.uses, after.uses)

    def put_accounts(self, accounts: Mapping[str, Account]) -> None:
        """Who has some of them here now was merged into one of these members, and has nothing any more."""
        others = sorted(self._holders(accounts.values()) - accounts.keys())
        gone = [{"of_member": member_id} for member_id in (*others, *accounts)]
        self.scope.change_each(_REMOVE_LOTS, gone)
        self.scope.change_each(_REMOVE_USES, gone)
        for other in others:
            self.save_balance(other, points=0, debt=0)
        found_lots = [_lot_row(lot, one) for one, account in accounts.items() for lot in account.lots.values()]
        found_uses = [_use_row(use, one) for one, account in accounts.items() for use in account.uses.values()]
        self.scope.change_each(_ADD_LOT, found_lots)
        self.scope.change_each(_ADD_USE, found_uses)

    def _holders(self, accounts: Collection[Account]) -> set[str]:
        lot_ids = {lot_id for account in accounts for lot_id in account.lots}
        uses = {use.key for account in accounts for use in account.uses.values()}
        found = {row[0] for row in self.scope.rows(_HOLDERS_OF_LOTS, of_lots=listed(lot_ids))}
        entry_ids = listed(entry_id for entry_id, _, _ in uses)
        for holder, entry_id, lot_id, stands_for in self.scope.rows(_HOLDERS_OF_USES, of_entries=entry_ids):
            if (entry_id, lot_id or None, stands_for or None) in uses:
                found.add(holder)
        return found

    def save_balance(self, member_id: str, *, points: int, debt: int) -> None:
        self.scope.change(_CHANGE_BALANCE, of_member=member_id, points=points, debt=debt)

    def move_account(self, source: str, into: str) -> None:
        self.scope.change(_MOVE_LOTS, of_member=source, member_id=into)
        self.scope.change(_MOVE_USES, of_member=source, member_id=into)

    def clear_projections(self) -> None:
        self.scope.change(_CLEAR_LOTS)
        self.scope.change(_CLEAR_USES)
        self.scope.change(_CLEAR_BALANCES, points=0, debt=0)

    def _save_lots(self, member_id: str, before: Mapping[str, Lot], after: Mapping[str, Lot]) -> None:
        assert before.keys() <= after.keys(), "a lot stays, even when nothing is left of it"
        new = [lot for lot_id, lot in after.items() if lot_id not in before]
        changed = [lot for lot_id, lot in after.items() if lot_id in before and lot != before[lot_id]]
        self.scope.change_each(_ADD_LOT, (_lot_row(lot, member_id) for lot in new))
        self.scope.change_each(_CHANGE_LOT, map(_lot_change, changed))

    def _save_uses(self, member_id: str, before: Mapping[UseKey, Use], after: Mapping[UseKey, Use]) -> None:
        new = [use for key, use in after.items() if key not in before]
        changed = [use for key, use in after.items() if key in before and use != before[key]]
        gone = [use for key, use in before.items() if key not in after]
        self.scope.change_each(_ADD_USE, (_use_row(use, member_id) for use in new))
        self.scope.change_each(_CHANGE_USE, ({**_use_key(use), "points": use.points} for use in changed))
        self.scope.change_each(_REMOVE_USE, map(_use_key, gone))


def _account(lot_rows: Any, use_rows: Any) -> Account:
    found_lots, found_uses = map(_lot, lot_rows), map(_use, use_rows)
    return Account({lot.lot_id: lot for lot in found_lots}, {use.key: use for use in found_uses})


def _gathered(rows: list[tuple[str, bool, Cells]]) -> Account:
    return _account((row for _, is_lot, row in rows if is_lot), (row for _, is_lot, row in rows if not is_lot))


def _lot(row: Cells) -> Lot:
    lot_id, order, points, left, available_at, expires_at, expired, first, counts_from = row
    return Lot(
        lot_id,
        order,
        points,
        left,
        from_micros(available_at),
        _instant(expires_at),
        expired,
        _instant(first),
        _instant(counts_from),
    )


def _instant(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


def _use(row: Cells) -> Use:
    entry_id, lot_id, points, stands_for = row
    return Use(entry_id, lot_id or None, points, stands_for or None)


def _lot_row(lot: Lot, member_id: str) -> dict[str, Any]:
    return {
        "lot_id": lot.lot_id,
        "member_id": member_id,
        "ledger_no": lot.order,
        "points": lot.points,
        "points_left": lot.left,
        "points_expired": lot.expired,
        "available_at": to_micros(lot.available_at),
        "expires_at": optional_micros(lot.expires_at),
        "first_expires_at": optional_micros(lot.first_expires_at),
        "counts_from": optional_micros(lot.counts_from),
    }


def _lot_change(lot: Lot) -> dict[str, Any]:
    """What can change of a lot: a grace lot grows while its restoration is posted, purchases push the end of others."""
    return {
        "of_lot": lot.lot_id,
        "points": lot.points,
        "points_left": lot.left,
        "points_expired": lot.expired,
        "expires_at": optional_micros(lot.expires_at),
        "first_expires_at": optional_micros(lot.first_expires_at),
        "counts_from": optional_micros(lot.counts_from),
    }


def _use_row(use: Use, member_id: str) -> dict[str, Any]:
    return {
        "entry_id": use.entry_id,
        "lot_id": use.lot_id or _NOBODY,
        "stands_for": use.stands_for or _NOBODY,
        "member_id": member_id,
        "points": use.points,
    }


def _use_key(use: Use) -> dict[str, Any]:
    return {
        "of_entry": use.entry_id,
        "of_lot": use.lot_id or _NOBODY,
        "of_stand": use.stands_for or _NOBODY,
    }
