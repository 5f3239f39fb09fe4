"""Push: recorded bills taken in by a real server on PostgreSQL, over HTTP, 500 a batch, several counters at once.

Beside it the same rows written by psycopg alone: one set-based statement a table and batch, one commit a batch, on the
same cluster, under the same row-level security.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import requests
from psycopg import sql

from app.services.ports import ChainPoint, Event
from bench.centre import API, Centre, running_centre
from bench.chain import Counter, open_counter
from bench.cluster import APP, OWNER, Cluster
from bench.figures import Figure
from bench.pulls import pull_figure
from server.databases.postgres_database import PostgresDatabase
from server.secret import ServerSecret
from sync.packing import packed
from sync.protocol import push_to_plain
from sync.push import push_of
from sync.signing_in import counter_token

COUNTERS, BILLS, MEMBERS, BATCH = 4, 2_500, 500, 500
EVENTS_A_SECOND_MIN, FLOOR_SHARE_MIN = 8_000, 0.4
_TABLES = (
    "inbox",
    "events",
    "bills",
    "bill_lines",
    "bill_tenders",
    "entries",
    "lots",
    "lot_uses",
    "activity",
    "feed",
    "acquaintances",
    "balances",
)


@dataclass(frozen=True, slots=True)
class Batches:
    """One counter's pushes as they travel, and the token to send them with."""

    token: str
    bodies: Sequence[bytes]


def push_figures(folder: Path, cluster: Cluster, *, bills: int = BILLS) -> list[Figure]:
    """The push, and what was pushed pulled again."""
    with ExitStack() as stack:
        centre = stack.enter_context(running_centre(folder / "push", cluster, "push"))
        counters = chain_of(stack, folder / "push", centre, COUNTERS)
        batches = [_rung(counter, number, bills) for number, counter in enumerate(counters)]
        with psycopg.connect(cluster.dsn("push")) as link:
            (before,) = link.execute("SELECT coalesce(max(position), 0) FROM inbox").fetchall()[0]
        cluster.settled("push")
        seconds = _sent(centre, batches)
        pulled = pull_figure(counters[0], cluster, "push")
    total = COUNTERS * bills
    ours, floor = (
        total / seconds,
        total / _floor_seconds(cluster, "push", sum(len(one.bodies) for one in batches), before),
    )
    pushed = Figure(
        path=f"push, {COUNTERS} counters, {BATCH} bills a batch, PostgreSQL",
        measured=f"{ours:,.0f} events/s",
        floor=f"psycopg, same rows set-based: {floor:,.0f} events/s",
        ratio=f"{ours / floor:.2f}",
        held_to=f"≥ {EVENTS_A_SECOND_MIN:,} events/s, ≥ {FLOOR_SHARE_MIN} × the floor",
        held=ours >= EVENTS_A_SECOND_MIN and ours >= FLOOR_SHARE_MIN * floor,
    )
    return [pushed, pulled]


def chain_of(stack: ExitStack, folder: Path, centre: Centre, size: int) -> list[Counter]:
    """Counters that have joined; the first brought the rules."""
    counters = []
    for number in range(size):
        opening = open_counter(folder, centre, f"{chr(65 + number)}1", has_shop=number == 0)
        counter = stack.enter_context(opening)
        counter.join()
        counter.sync()
        counters.append(counter)
    return counters


def _rung(counter: Counter, number: int, bills: int) -> Batches:
    """Members are known at the server before; bills are rung and wait."""
    cards = counter.enrol(number * MEMBERS, MEMBERS)
    counter.sync()
    counter.ring(cards, bills)
    link = counter.cycle.link()
    assert link is not None
    with counter.connection() as connection:
        desk = counter.desk
        token = counter_token(
            connection.plain,
            connection.key,
            client_id=link.client_id,
            audience=link.audience,
            clock=desk.clock,
            ids=desk.ids,
        )
        batches = list(_waiting(counter, link.acked))
        bodies = [push_to_plain(push_of(desk, batch, connection.key)) for batch in batches]
    return Batches(token, [packed(json.dumps(body, ensure_ascii=False).encode())[0] for body in bodies])


def _waiting(counter: Counter, after: ChainPoint) -> Iterator[Sequence[Event]]:
    with counter.desk.store.reading() as uow:
        while found := uow.journal.after(after, limit=BATCH):
            yield found
            after = ChainPoint(found[-1].epoch, found[-1].seq)


def _sent(centre: Centre, batches: Sequence[Batches]) -> float:
    """Seconds until the last counter has its last answer."""
    started = time.perf_counter()
    with ThreadPoolExecutor(len(batches)) as pool:
        for statuses in pool.map(lambda one: _send(centre, one), batches):
            assert statuses == {"APPLIED"}, statuses
    return time.perf_counter() - started


def _send(centre: Centre, batches: Batches) -> set[str]:
    headers = {
        "Authorization": f"Bearer {batches.token}",
        "Content-Type": "application/json",
        "Content-Encoding": "zstd",
    }
    seen = set()
    with requests.Session() as session:
        for body in batches.bodies:
            answer = session.post(f"{centre.url}{API}/sync/push", data=body, headers=headers, timeout=600)
            assert answer.ok, answer.text
            seen |= {one["status"] for one in answer.json()["results"]}
    return seen


# The floor


def _floor_seconds(cluster: Cluster, database: str, batches: int, before: int) -> float:
    """What psycopg needs for the rows that were written after a position, in as many batches."""
    cluster.run(f"CREATE DATABASE floor OWNER {OWNER}")
    empty = PostgresDatabase(cluster.dsn("floor", APP), cluster.dsn("floor", OWNER), ServerSecret(bytes(32)))
    empty.prepare()
    empty.close()
    with psycopg.connect(cluster.dsn(database)) as source:
        columns = {table: _columns(source, table) for table in _TABLES}
        later = {"inbox": f" WHERE position > {before}", "events": f" WHERE seq > {before}"}
        rows = {
            table: source.execute(f"SELECT * FROM {table}{later.get(table, '')}".encode()).fetchall()
            for table in _TABLES
        }
        tenant_id = source.execute("SELECT tenant_id FROM tenants").fetchall()[0][0]
    with psycopg.connect(cluster.dsn("floor", APP), autocommit=True) as link:
        started = time.perf_counter()
        for number in range(batches):
            with link.transaction():
                link.execute("SELECT set_config('app.tenant', %s, true)", [tenant_id])
                for table in _TABLES:
                    part = rows[table][
                        number * len(rows[table]) // batches : (number + 1) * len(rows[table]) // batches
                    ]
                    if part:
                        link.execute(_adding(table, columns[table]), list(map(list, zip(*part, strict=True))))
        return time.perf_counter() - started


def _columns(source: psycopg.Connection[Any], table: str) -> Sequence[tuple[str, str]]:
    return source.execute(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s ORDER BY ordinal_position",
        [table],
    ).fetchall()


def _adding(table: str, columns: Sequence[tuple[str, str]]) -> sql.Composed:
    arrays = sql.SQL(", ").join(sql.SQL("%s::{}[]").format(sql.SQL(kind)) for _, kind in columns)
    return sql.SQL("INSERT INTO {} SELECT * FROM unnest({})").format(sql.Identifier(table), arrays)
