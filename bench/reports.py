"""Reports over a year of half a million bills in a real file, beside the bare driver running the same statements."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from app.demo_shop import PROGRAM
from app.domain.days import INDIA, add_days
from app.machine import RandomIds
from app.persistence.engine import Engines
from app.persistence.keys import keys_of
from app.persistence.link import READER, FilePlace, Link
from app.persistence.scope import Cells, Scope
from app.persistence.sealed import FieldSealer
from app.persistence.statement import Statement
from app.persistence.uow import SqlStore
from app.services.desk import Desk
from app.services.programs.program import publish
from app.services.records import to_micros
from app.services.reports.catalogue import REPORTS, report
from app.services.reports.period import Days
from bench.figures import Figure
from bench.population import CHUNK, COUNTER, TENANT, open_store, rows_of
from bench.years import BEGAN, DAYS, live_through

BILLS, MEMBERS = 500_000, 50_000
ROUNDS = 3
SECONDS_MAX = 2.0

_Asked = list[tuple[str, Sequence[Any]]]


@dataclass(frozen=True, slots=True)
class _YearsEnd:
    """The evening of the last day."""

    def now(self) -> datetime:
        return datetime.combine(add_days(BEGAN, DAYS - 1), datetime.min.time(), tzinfo=UTC) + timedelta(hours=16)


def report_figures(*, bills: int = BILLS) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "till.db"
        keys = keys_of(file)
        sealer = FieldSealer(keys, tenant_id=TENANT, field="phone")
        engines, store = open_store(file, keys.database, sealer)
        publish(Desk(store, _YearsEnd(), RandomIds(), COUNTER), PROGRAM, staff="bench")
        _enrol(engines, sealer)
        live_through(engines, bills_sold=bills, members=MEMBERS)
        heard = _Hearing(engines)
        desk = Desk(SqlStore(heard, TENANT, COUNTER, sealer), _YearsEnd(), RandomIds(), COUNTER)
        with closing(FilePlace(file, keys.database).link(READER)) as bare:
            figures = [_figure(desk, name, heard.asked, bare, bills) for name in REPORTS]
        engines.dispose()
    return figures


def _enrol(engines: Engines, sealer: FieldSealer) -> None:
    """Half of them in the year, the others before it; their points come with their bills."""
    for start in range(0, MEMBERS, CHUNK):
        with engines.writer.begin() as connection:
            for table, rows in rows_of(range(start, min(start + CHUNK, MEMBERS)), sealer, 0):
                if rows and table.name in ("members", "cards"):
                    connection.execute(
                        insert(table).inline(), _joined(rows, start) if table.name == "members" else rows
                    )


def _joined(rows: Sequence[dict[str, object]], first: int) -> list[dict[str, object]]:
    began, apart = INDIA.start_of(BEGAN) - timedelta(days=DAYS), timedelta(days=2 * DAYS) / MEMBERS
    return [{**row, "joined_at": to_micros(began + number * apart)} for number, row in enumerate(rows, first)]


def _figure(desk: Desk, name: str, asked: _Asked, bare: Link, bills: int) -> Figure:
    year = Days(BEGAN, add_days(BEGAN, DAYS - 1))
    asked.clear()
    table = report(desk, name, year)
    statements = list(asked)
    assert table.headings, "a report has columns"
    ours = _least(lambda: report(desk, name, year))
    floor = _least(lambda: [bare.execute(text, tuple(values)).fetchall() for text, values in statements])
    return Figure(
        path=f"report {name}, a year of {bills:,} bills",
        measured=f"{ours * 1000:.0f}",
        floor=f"bare driver, same statements: {floor * 1000:.0f}",
        ratio=f"{ours / floor:.2f}",
        held_to=f"≤ {SECONDS_MAX:.0f} s",
        held=ours <= SECONDS_MAX,
    )


def _least(action: Callable[[], object]) -> float:
    """Seconds of the quickest of a few: what disturbs on a busy machine only ever adds."""
    seconds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


@dataclass(frozen=True, slots=True)
class _HeardScope(Scope):
    """Tells what it runs."""

    asked: _Asked = field(default_factory=list)

    def rows(self, statement: Statement, **given: object) -> Sequence[Cells]:
        prepared = self.transaction.form(statement)
        self.asked.append((prepared.text, prepared.values({**given, "tenant_id": self.tenant_id})))
        return Scope.rows(self, statement, **given)


@dataclass(frozen=True, slots=True)
class _Hearing:
    """The engines, with what was asked of them."""

    engines: Engines
    asked: _Asked = field(default_factory=list)

    def writing(self, tenant_id: str | None) -> Any:
        return self.engines.writing(tenant_id)

    @contextmanager
    def reading(self, tenant_id: str | None) -> Iterator[Scope]:
        with self.engines.reading(tenant_id) as scope:
            yield _HeardScope(scope.transaction, scope.cursor, scope.tenant_id, self.asked)
