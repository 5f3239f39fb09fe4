"""Sweep: a day's expiries, tiers and birthdays of a million members, beside the bare statements that write the same.

One lot, one tier above the lowest and one birthday in 365 is due; a tenth of the members is above the lowest tier.
"""

from __future__ import annotations

import tempfile
import time
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import text

from app.demo_shop import PROGRAM
from app.machine import RandomIds, SystemClock
from app.persistence.engine import Engines
from app.persistence.keys import keys_of
from app.persistence.repositories.member_rows import BIRTHDAY
from app.persistence.sealed import FieldSealer
from app.services.desk import Desk
from app.services.members import birthdays, sweeps
from app.services.programs.program import publish
from app.services.records import to_micros
from bench.figures import Figure
from bench.population import COUNTER, TENANT, open_store, populate

SECONDS_MAX = 60.0
DAYS = 365
TIER, GIFT = "Silver", 250_00
_ABOVE = "substr(member_id, -1) IN ('0', '8')"  # an eighth
_DUE = "rowid % 365 = 0"


def sweep_figure(size: int) -> Figure:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "till.db"
        keys = keys_of(file)
        sealer = FieldSealer(keys, tenant_id=TENANT, field="phone")
        engines, store = open_store(file, keys.database, sealer)
        desk = Desk(store, SystemClock(), RandomIds(), COUNTER)
        populate(engines, sealer, size=size)
        levels = tuple(replace(one, birthday_points=GIFT) for one in PROGRAM.tiers.levels)
        publish(desk, replace(PROGRAM, tiers=replace(PROGRAM.tiers, levels=levels)), staff="bench")
        today = desk.calendar.day_of(desk.clock.now())
        _fall_due(engines, sealer, today, desk.clock.now())
        floor = _bare(engines, desk.clock.now(), sealer.of_field(BIRTHDAY).seal(_birthday(today, 0)))
        started = time.perf_counter()
        done = (sweeps.expire_all(desk), sweeps.review_tiers(desk, staff="bench"), birthdays.give(desk))
        ours = time.perf_counter() - started
        assert all(done), "something of each was due"
        engines.dispose()
    return Figure(
        path=f"a day's sweep of {size:,} members: {done[0]:,} expiries, {done[1]:,} tiers, {done[2]:,} birthdays",
        measured=f"{ours * 1000:,.0f}",
        floor=f"the bare statements: {floor * 1000:,.0f}",
        ratio=f"{ours / floor:.1f}",
        held_to=f"≤ {SECONDS_MAX:.0f} s",
        held=ours <= SECONDS_MAX,
    )


def _birthday(today: date, later: int) -> str:
    day = today + timedelta(days=later)
    return f"--{day.month:02}-{day.day:02}"


def _fall_due(engines: Engines, sealer: FieldSealer, today: date, now: datetime) -> None:
    """Lots that are gone, tiers that were reached long ago or lately, a birthday for everybody."""
    seal = sealer.of_field(BIRTHDAY).seal
    past, lately, long_ago = (to_micros(now - timedelta(days=days)) for days in (1, 10, 500))
    with engines.writer.begin() as connection:
        run = connection.exec_driver_sql
        run("CREATE TEMP TABLE days (k INTEGER PRIMARY KEY, sealed BLOB)")
        for later in range(DAYS):
            run("INSERT INTO days VALUES (?, ?)", (later, seal(_birthday(today, later))))
        given = "birthday_sealed = (SELECT sealed FROM days WHERE k = members.rowid % 365), joined_at = ?"
        run(f"UPDATE members SET {given}", (long_ago,))
        run("UPDATE lots SET expires_at = ? WHERE ledger_no % 365 = 0", (past,))
        run(f"UPDATE balances SET tier = '{TIER}' WHERE {_ABOVE}")
        run(
            "INSERT INTO activity (tenant_id, bill_id, member_id, at, spend_minor, points) "
            f"SELECT tenant_id, 'b' || member_id, member_id, CASE WHEN {_DUE} THEN ? ELSE ? END, 99999999, 0 "
            f"FROM balances WHERE {_ABOVE}",
            (long_ago, lately),
        )


def _bare(engines: Engines, now: datetime, birthday: bytes) -> float:
    """Seconds for the same rows by one statement a table, without members' order, chain or checks; undone again."""
    at, since = to_micros(now), to_micros(now - timedelta(days=DAYS))
    entry = (
        "INSERT INTO entries (tenant_id, ledger_no, entry_id, member_id, kind, points, balance_after, cause, corrects,"
        " occurred_at, business_day, event_seq) "
    )
    lost = (
        f"balances.tier = '{TIER}' AND NOT EXISTS (SELECT 1 FROM activity a WHERE a.member_id = balances.member_id"
        f" AND a.at > {since})"
    )
    steps = (
        entry
        + f"SELECT tenant_id, 1000000000 + ledger_no, 'x' || lot_id, member_id, 'EXPIRE', -points_left, 0, lot_id,"
        f" lot_id, {at}, '', 0 FROM lots WHERE points_left > 0 AND expires_at <= {at}",
        "UPDATE balances SET points = points - (SELECT sum(points_left) FROM lots WHERE lots.member_id ="
        f" balances.member_id AND expires_at <= {at}) WHERE member_id IN (SELECT member_id FROM lots WHERE"
        f" points_left > 0 AND expires_at <= {at})",
        f"UPDATE lots SET points_expired = points_left, points_left = 0 WHERE points_left > 0 AND expires_at <= {at}",
        "INSERT INTO tier_changes (tenant_id, change_id, member_id, from_tier, to_tier, kind, reason, points,"
        f" spend_minor, orders, staff, occurred_at) SELECT tenant_id, 'c' || member_id, member_id, '{TIER}', 'Bronze',"
        f" 'DOWNGRADE', 'period', 0, 0, 0, '', {at} FROM balances WHERE {lost}",
        f"UPDATE balances SET tier = 'Bronze' WHERE {lost}",
        entry + "SELECT tenant_id, 2000000000 + rowid, 'y' || member_id, member_id, 'BONUS', "
        f"{GIFT}, 0, 'birthday ' || member_id, NULL, {at}, '', 0 FROM members WHERE birthday_sealed = :birthday",
        "INSERT INTO lots (tenant_id, lot_id, member_id, ledger_no, points, points_left, points_expired, available_at)"
        f" SELECT tenant_id, 'y' || member_id, member_id, 2000000000 + rowid, {GIFT}, {GIFT}, 0, {at} FROM members"
        " WHERE birthday_sealed = :birthday",
        f"UPDATE balances SET points = points + {GIFT} WHERE member_id IN"
        " (SELECT member_id FROM members WHERE birthday_sealed = :birthday)",
    )
    with closing(engines.writer.connect()) as connection, connection.begin() as attempt:
        started = time.perf_counter()
        for step in steps:
            connection.execute(text(step), {"birthday": birthday} if ":birthday" in step else {})
        taken = time.perf_counter() - started
        attempt.rollback()
    return taken
