"""Visits: purchases that push the end of the points a member has. Source: docs/domain.md, Lots 7.

A visit is a lot without points: it is available when what it was made with would be, and expires when the points it
pushes then do. Which visits push which points is a function of their instants, so that the order in which they are
heard of does not matter, and one that is taken back leaves no trace.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from app.domain.lots import Account, Lot


def visited(account: Account, visit: Lot) -> Account:
    """The account after a purchase: what is still there of its points ends when the visit says, if that is later."""
    account = account.with_lot(visit)
    visits = _visits(account)
    return _changed(account, lambda lot: pushed(lot, visits) if lot.left or lot.expired else lot)


def unvisited(account: Account, visit_id: str) -> Account:
    """The account as if a purchase had never pushed anything."""
    visit = account.lots[visit_id]
    account = account.with_lot(replace(visit, expires_at=visit.visited_at))
    visits = _visits(account)
    return _changed(account, lambda lot: pushed(_unpushed(lot), visits))


def pushed_by_all(account: Account, lot: Lot) -> Lot:
    """A lot that was empty, with the end that the purchases since give it."""
    return pushed(lot, _visits(account))


def met(account: Account, at: datetime) -> Account:
    """Two accounts that became one: what was gone stays gone, and each side's purchases push what is left of both."""
    visits = _visits(account)
    if not visits:
        return account
    return _changed(account, lambda lot: replace(lot, counts_from=at) if lot.is_expired(at) else pushed(lot, visits))


def pushed(lot: Lot, visits: Sequence[Lot]) -> Lot:
    """The lot with the end that these purchases, in their order, leave it."""
    if lot.expires_at is None:
        return lot
    end = lot.expires_at
    for visit in visits:
        if visit.visited_at >= end:
            break
        if _reaches(visit, lot):
            assert visit.expires_at is not None
            end = max(end, visit.expires_at)
    first = lot.first_expires_at or lot.expires_at
    return lot if end == lot.expires_at else replace(lot, expires_at=end, first_expires_at=first)


def _reaches(visit: Lot, lot: Lot) -> bool:
    """Whether the points were there when the purchase was made, pending or not."""
    is_counted = lot.counts_from is None or lot.counts_from <= visit.visited_at
    return is_counted and lot.available_at <= visit.available_at


def _unpushed(lot: Lot) -> Lot:
    return lot if lot.first_expires_at is None else replace(lot, expires_at=lot.first_expires_at, first_expires_at=None)


def _changed(account: Account, change: Callable[[Lot], Lot]) -> Account:
    lots = {lot_id: lot if lot.is_visit else change(lot) for lot_id, lot in account.lots.items()}
    return replace(account, lots=lots)


def _visits(account: Account) -> Sequence[Lot]:
    """In their order, without those that were taken back."""
    found = (lot for lot in account.lots.values() if lot.is_visit and not lot.is_taken_back)
    return sorted(found, key=lambda visit: visit.visited_at)
