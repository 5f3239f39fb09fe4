"""Earning over HTTP: 64 connections of a billing program on one tenant of a real server on PostgreSQL.

Beside it pgbench with as many clients running what one earning comes to: the tenant's position row locked, member and
lots read, the same rows written, one commit each.
"""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import psycopg

from bench.centre import API, Centre, running_centre
from bench.cluster import Cluster, pgbench
from bench.figures import Figure, Times

CONNECTIONS, CARDS, SECONDS = 64, 1_000, 15
FLOOR_SHARE_MIN, P99_MS_MAX = 0.4, 250.0
_AMOUNT = 480_00


@dataclass(slots=True)
class Load:
    """What the connections have seen."""

    until: float
    seconds: list[float] = field(default_factory=list)


def earn_figure(folder: Path, cluster: Cluster, *, seconds: int = SECONDS) -> Figure:
    with running_centre(folder / "earn", cluster, "earn") as centre:
        token = centre.system_token("cards:read", "cards:write", "points:write", "programs:read", "programs:write")
        cards = _cards(centre, token)
        _earned(centre, token, cards, 3)
        times = _earned(centre, token, cards, seconds)
    ours, floor = len(times.seconds) / seconds, _floor(cluster, "earn", seconds)
    return Figure(
        path=f"earn-points, {CONNECTIONS} connections on one tenant, PostgreSQL",
        measured=f"{ours:,.0f} a second, p50 {times.p50_ms:.0f}, p99 {times.p99_ms:.0f}",
        floor=f"pgbench, equivalent transaction: {floor:,.0f} a second",
        ratio=f"{ours / floor:.2f}",
        held_to=f"≥ {FLOOR_SHARE_MIN} × pgbench, p99 ≤ {P99_MS_MAX:.0f} ms",
        held=ours >= FLOOR_SHARE_MIN * floor and times.p99_ms <= P99_MS_MAX,
    )


def _cards(centre: Centre, token: str) -> list[str]:
    shown = centre.call("GET", "/card-config", token=token)
    config = shown["config"]
    config["earning"] = {**config["earning"], "default_percent": "3"}
    centre.call("PUT", "/card-config", config, token=token, headers={"If-Match": f'"{shown["version"]}"'})
    return [centre.call("POST", "/cards", {"name": f"Member {n}"}, token=token)["number"] for n in range(CARDS)]


def _earned(centre: Centre, token: str, cards: list[str], seconds: int) -> Times:
    load = Load(time.perf_counter() + seconds)

    async def everybody() -> None:
        await asyncio.gather(*(_connection(centre, token, cards, load, Random(n)) for n in range(CONNECTIONS)))

    asyncio.run(everybody())
    return Times(sorted(load.seconds))


async def _connection(centre: Centre, token: str, cards: list[str], load: Load, dice: Random) -> None:
    """One bill after the other, each under a key of its own."""
    address = urlsplit(centre.url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    while time.perf_counter() < load.until:
        asked = {"card_number": dice.choice(cards), "lines": [{"category": "General", "amount_minor": _AMOUNT}]}
        writer.write(_request(token, json.dumps(asked).encode(), f"{dice.getrandbits(128):032x}{time.time_ns()}"))
        began = time.perf_counter()
        await _answered(reader)
        load.seconds.append(time.perf_counter() - began)
    writer.close()
    await writer.wait_closed()


def _request(token: str, body: bytes, key: str) -> bytes:
    head = (
        f"POST {API}/cards/earn-points HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nIdempotency-Key: {key}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def _answered(reader: asyncio.StreamReader) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
    assert length is not None
    body = await reader.readexactly(int(length[1]))
    assert head.startswith(b"HTTP/1.1 201"), (head, body)


# The floor

_TYPES = {"bigint": "0", "integer": "0", "bytea": "'\\x00'::bytea", "text": "gen_random_uuid()::text"}
# Tables an earning adds a row to; and what is changed of rows that are there.
_ADDED = ("effects", "effects", "bills", "bill_lines", "entries", "lots", "activity", "events")


def _floor(cluster: Cluster, database: str, seconds: int) -> float:
    """Transactions a second of pgbench, on the tables the server has just worked on."""
    with psycopg.connect(cluster.dsn(database)) as link:
        link.execute("CREATE SEQUENCE floor_numbers")
        link.execute("CREATE TABLE floor_cards AS SELECT row_number() OVER () AS n, number FROM cards")
        link.execute("ALTER TABLE floor_cards ADD PRIMARY KEY (n)")
        script = _script(link)
    file = Path(cluster.socket).parent / "earn.sql"
    file.write_text(script)
    file.chmod(0o644)
    done = subprocess.run(
        [
            str(pgbench()), "-n", "-M", "prepared", "-c", str(CONNECTIONS), "-j", "2", "-T", str(seconds),
            "-f", str(file), "-h", cluster.socket, "-U", "postgres", database,
        ],
        capture_output=True, text=True, check=False, timeout=seconds + 60,
    )  # fmt: skip
    found = re.search(r"tps = ([0-9.]+)", done.stdout)
    assert found is not None, done.stderr
    return float(found[1])


def _script(link: psycopg.Connection[tuple[str, ...]]) -> str:
    """Random members; each transaction reads and writes what an earning of one line does."""
    tenant = link.execute("SELECT tenant_id FROM tenants").fetchall()[0][0]
    added = "\n".join(_adding(link, table, tenant) for table in _ADDED)
    mine = f"tenant_id = '{tenant}' AND"
    return f"""
\\set n random(1, {CARDS})
BEGIN;
SELECT * FROM counters WHERE {mine} counter_code = 'HQ' FOR UPDATE;
SELECT result FROM effects WHERE {mine} verb = 'sale' AND key = '';
SELECT c.member_id AS member FROM cards c JOIN floor_cards f ON f.number = c.number JOIN members m
    ON m.member_id = c.member_id JOIN balances b ON b.member_id = c.member_id WHERE f.n = :n AND c.{mine} true \\gset
SELECT * FROM lots WHERE {mine} member_id = :member AND points_left > 0 ORDER BY ledger_no LIMIT 1;
SELECT * FROM leases WHERE {mine} member_id = :member;
SELECT sum(points), count(*) FROM activity WHERE {mine} member_id = :member;
{added}
UPDATE balances SET points = points + 1 WHERE {mine} member_id = :member;
UPDATE feed SET position = position + 1 WHERE {mine} topic = 'member' AND subject = :member AND counter_code = '';
UPDATE counters SET last_seq = last_seq + 1, last_ledger_no = last_ledger_no + 1 WHERE {mine} counter_code = 'HQ';
COMMIT;
"""


def _adding(link: psycopg.Connection[tuple[str, ...]], table: str, tenant: str) -> str:
    columns = link.execute(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s ORDER BY ordinal_position",
        [table],
    ).fetchall()
    given = {"tenant_id": f"'{tenant}'", "member_id": ":member", "ledger_no": "-nextval('floor_numbers')"}
    given |= {"seq": "-nextval('floor_numbers')", "expires_at": "NULL", "body": "convert_to(repeat('x', 700), 'UTF8')"}
    values = ", ".join(given.get(name, _TYPES[kind]) for name, kind in columns)
    return f"INSERT INTO {table} VALUES ({values});"
