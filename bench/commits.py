"""Bill commit, beside the bare driver writing the very same rows to a copy of the same file."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from app.domain.cart import Cart, CartLine
from app.domain.quote import MAX
from app.persistence.engine import Engines
from app.persistence.link import Link
from app.services.checkout import SaleRequest, commit_sale
from app.services.desk import Desk
from bench.figures import Figure, Times
from bench.population import card_of
from sqlalchemy import event

ROUNDS, WARM_UP = 600, 60
_LINES = (("Medicines", 320_00), ("General", 149_50), ("Baby Care", 399_00))
_WRITES = ("INSERT", "UPDATE", "DELETE")

Statement = tuple[str, Any, bool]


def request(number: int) -> SaleRequest:
    lines = tuple(CartLine(str(i), name, Decimal(1), price) for i, (name, price) in enumerate(_LINES, 1))
    return SaleRequest(Cart(lines), card_number=card_of(number * 37), redeem=MAX)


def commit_figure(desk: Desk, engines: Engines, bare: Link) -> Figure:
    """Commit bills one by one; after each, let the bare driver write what that one wrote."""
    ours, floor = [], []
    with _recorded(engines) as written:
        for number in range(ROUNDS + WARM_UP):
            written.clear()
            started = time.perf_counter()
            commit_sale(desk, request(number), key=f"bench {number}", staff="bench")
            ours.append(time.perf_counter() - started)
            floor.append(_write_bare(bare, written))
    mine, theirs = Times(sorted(ours[WARM_UP:])), Times(sorted(floor[WARM_UP:]))
    ratio = mine.p50_ms / theirs.p50_ms
    return Figure(
        path=f"bill commit, durable, {len(_LINES)} lines with points",
        measured=f"p50 {mine.p50_ms:.2f}, p99 {mine.p99_ms:.2f}",
        floor=f"bare driver, same rows: p50 {theirs.p50_ms:.2f}",
        ratio=f"{ratio:.2f}",
        held_to="≤ 3 × the bare driver",
        held=ratio <= 3,
    )


@contextmanager
def _recorded(engines: Engines) -> Iterator[list[Statement]]:
    """Collects the writing statements of the engine, in order."""
    written: list[Statement] = []

    def note(_: object, __: object, sql: str, parameters: Any, ___: object, many: bool) -> None:
        if sql.lstrip().upper().startswith(_WRITES):
            written.append((sql, parameters, many))

    event.listen(engines.writer, "before_cursor_execute", note)
    try:
        yield written
    finally:
        event.remove(engines.writer, "before_cursor_execute", note)


def _write_bare(link: Any, written: list[Statement]) -> float:
    started = time.perf_counter()
    link.execute("BEGIN IMMEDIATE")
    for sql, parameters, many in written:
        if many:
            link.executemany(sql, parameters)
        else:
            link.execute(sql, parameters)
    link.execute("COMMIT")
    return time.perf_counter() - started
