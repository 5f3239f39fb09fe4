"""Idle grants: rights to the cards a store knows, given while nobody waits, to be spent without a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, func, select

from app.domain.lease import IDLE_STEP, idle_share, outstanding
from app.persistence.scope import Scope
from app.persistence.statement import Statement, owned
from app.persistence.tables.chain import leases as lease_rows
from app.persistence.tables.points import balances
from app.services.chain import granting
from app.services.desk import Desk
from app.services.posting import Page
from app.services.records import to_micros
from server.databases.tables.telling import acquaintances
from server.identity import devices, stores
from server.identity.devices import Device
from server.identity.status import DeviceStatus
from server.ledgers.store import ServerUnit
from server.rights.leases import holding_of, server_store

SEEN_WITHIN = timedelta(days=90)
LIVING_WITHIN = timedelta(days=7)
MEMBERS_AT_ONCE = 100

_DUE = Statement(
    select(acquaintances.c.member_id)
    .join(
        balances,
        (balances.c.tenant_id == acquaintances.c.tenant_id) & (balances.c.member_id == acquaintances.c.member_id),
    )
    .where(
        owned(acquaintances),
        acquaintances.c.store_id == bindparam("of_store"),
        acquaintances.c.seen_at >= bindparam("seen_since"),
        acquaintances.c.member_id > bindparam("after"),
        balances.c.points >= bindparam("points_from"),
    )
    .order_by(acquaintances.c.member_id)
    .limit(bindparam("at_most"))
)
_HELD = Statement(
    select(func.coalesce(func.sum(lease_rows.c.granted - lease_rows.c.spent - lease_rows.c.returned), 0)).where(
        owned(lease_rows), lease_rows.c.counter_code == bindparam("of_counter")
    )
)


def grant_idle(desk: Desk) -> int:
    """Give each store's living counters their share of the cards it knows. Returns points (hundredths)."""
    with server_store(desk).reading() as unit:
        store_ids = stores.ids(unit.scope)
    return sum(_of_store(desk, store_id) for store_id in store_ids)


def _of_store(desk: Desk, store_id: str) -> int:
    points, after = 0, ""
    while True:
        given, members = _some(desk, store_id, after)
        points += given
        if len(members) < MEMBERS_AT_ONCE:
            return points
        after = members[-1]


def _some(desk: Desk, store_id: str, after: str) -> tuple[int, Sequence[str]]:
    """The next cards, in a transaction of their own."""
    with server_store(desk).writing() as unit:
        page = Page.open(desk, unit)
        members = _due(unit.scope, store_id, page.at, after)
        living = _living(unit.scope, store_id, page.at)
        given = sum(_shared(unit, page, member_id, living) for member_id in members)
        if given:
            page.close("idle_grant", {"store": store_id, "points": given})
        return given, members


def _due(scope: Scope, store_id: str, at: datetime, after: str) -> Sequence[str]:
    since = to_micros(at - SEEN_WITHIN)
    rows = scope.rows(
        _DUE, of_store=store_id, seen_since=since, after=after, points_from=IDLE_STEP, at_most=MEMBERS_AT_ONCE
    )
    return [row[0] for row in rows]


def _living(scope: Scope, store_id: str, at: datetime) -> Sequence[Device]:
    since = to_micros(at - LIVING_WITHIN)
    return [
        one
        for one in devices.of_store(scope, store_id)
        if one.status is DeviceStatus.ACTIVE and one.last_seen_at >= since
    ]


def _shared(unit: ServerUnit, page: Page, member_id: str, living: Sequence[Device]) -> int:
    """Half of what is free or with these counters already, in equal parts: asked again, it stays as it is."""
    holder = unit.members.by_id(member_id)
    if holder is None or not holder.is_active or not living:
        return 0
    account = page.account(holder.member)
    codes = {one.counter_code for one in living}
    held = unit.leases.of_member(member_id)
    theirs = outstanding(one.lease for one in held if one.counter_code in codes)
    free = account.available(page.at) - outstanding(one.lease for one in held) + theirs
    given = 0
    for device in living:
        room = unit.scope.scalar(_HELD, of_counter=device.counter_code)
        mine = outstanding(one.lease for one in held if one.counter_code == device.counter_code)
        share = idle_share(free, counters=len(living), held_by_counter=int(room) - mine)
        holding = holding_of(unit, device.counter_code)
        granted = granting.top_up(unit, member_id, holding, account, wanted=share, at=page.at)
        given += granted.points
    return given
