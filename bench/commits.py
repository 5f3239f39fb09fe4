"""Bill commit, beside the bare driver writing the very same rows to a copy of the same file."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any
from unittest.mock import patch

from app.domain.cart import Cart, CartLine
from app.domain.quote import MAX
from app.persistence.link import Link
from app.persistence.scope import Scope
from app.services.desk import Desk
from app.services.sales.checkout import SaleRequest, commit_sale
from bench.figures import Figure, Times
from bench.population import card_of

ROUNDS, WARM_UP = 600, 60
STRIDE = 1499  # bills far apart in the tables, as a shop's are
_LINES = (("Medicines", 320_00), ("General", 149_50), ("Baby Care", 399_00))

Statement = tuple[str, Any, bool]


def request(number: int, size: int) -> SaleRequest:
    lines = tuple(CartLine(str(i), name, Decimal(1), price) for i, (name, price) in enumerate(_LINES, 1))
    return SaleRequest(Cart(lines), card_number=card_of(number * STRIDE % size), redeem=MAX)


def commit_figure(desk: Desk, bare: Link, *, size: int) -> Figure:
    """Commit bills one by one; after each, let the bare driver write what that one wrote.

    Noting what was written costs our side a little; the figure is that much on the safe side.
    """
    ours, floor = [], []
    with _recorded() as written:
        for number in range(ROUNDS + WARM_UP):
            written.clear()
            started = time.perf_counter()
            commit_sale(desk, request(number, size), key=f"bench {number}", staff="bench")
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
def _recorded() -> Iterator[list[Statement]]:
    """Collects what units of work write, in order: the text and values the driver is given."""
    written: list[Statement] = []
    change, change_each = Scope.change, Scope.change_each

    def noted(scope: Scope, statement: Any, **given: object) -> None:
        written.append((statement.sqlite.text, scope._values(statement.sqlite, given), False))
        change(scope, statement, **given)

    def noted_each(scope: Scope, statement: Any, each: Any) -> None:
        rows = list(each)
        written.append((statement.sqlite.text, [scope._values(statement.sqlite, given) for given in rows], True))
        change_each(scope, statement, rows)

    with patch.object(Scope, "change", noted), patch.object(Scope, "change_each", noted_each):
        yield written


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
