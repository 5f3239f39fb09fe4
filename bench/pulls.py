"""Pull: pages of members with their ledger lines, told by a real server on PostgreSQL to a counter that begins anew.

A row is a subject's state or a ledger line within one. The floor is psycopg reading as many rows of the same tables.
"""

from __future__ import annotations

import time
from typing import Any

import psycopg

from bench.chain import Counter
from bench.cluster import Cluster
from bench.figures import Figure
from sync.protocol import PAGE_ROWS_MAX
from sync.pull import PATH

ROWS_A_SECOND_MIN = 50_000
_READ = """
    SELECT m.member_id, m.name, m.phone_sealed, m.language, m.joined_at, b.points, b.debt, b.tier,
        (SELECT json_agg(e ORDER BY ledger_no) FROM entries e WHERE e.member_id = m.member_id),
        (SELECT json_agg(l ORDER BY ledger_no) FROM lots l WHERE l.member_id = m.member_id),
        (SELECT json_agg(a ORDER BY at) FROM activity a WHERE a.member_id = m.member_id),
        (SELECT json_agg(c.number) FROM cards c WHERE c.member_id = m.member_id)
    FROM members m JOIN balances b USING (tenant_id, member_id)
"""


def pull_figure(counter: Counter, cluster: Cluster, database: str) -> Figure:
    """What the counter's chain has left at the server, told from the start."""
    with counter.connection() as connection:
        started, rows, after, more = time.perf_counter(), 0, 0, True
        while more:
            query = {"after": after, "limit": PAGE_ROWS_MAX}
            page = connection.transport.call("GET", PATH, query=query, timeout_s=600).json
            rows += sum(1 + len((row["state"] or {}).get("lines", ())) for row in page["rows"])
            after, more = page["to"], page["more"]
        ours = rows / (time.perf_counter() - started)
    floor = rows / _floor_seconds(cluster, database)
    return Figure(
        path="pull from the start, states and ledger lines, PostgreSQL",
        measured=f"{ours:,.0f} rows/s",
        floor=f"psycopg, the same as JSON: {floor:,.0f} rows/s",
        ratio=f"{ours / floor:.2f}",
        held_to=f"≥ {ROWS_A_SECOND_MIN:,} rows/s",
        held=ours >= ROWS_A_SECOND_MIN,
    )


def _floor_seconds(cluster: Cluster, database: str) -> float:
    link: psycopg.Connection[Any]
    with psycopg.connect(cluster.dsn(database)) as link:
        started = time.perf_counter()
        link.execute(_READ).fetchall()
        return time.perf_counter() - started
