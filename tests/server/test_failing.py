"""When the server itself fails: the caller is told what is safe, the log what happened, and neither a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from app.domain.errors import Code, DomainError
from app.services.keeping.faults import StoreBusy, StoreDamaged, StoreFault, StoreFull, StoreUnreachable
from server import first, jobs
from server.databases.database import SqliteDatabase
from server.parts import assemble
from server.web.problems import of_refusal
from tests.server.callers import Wire, problem
from tests.server.running import PLENTY, SECRET, running_server


class Failing(SqliteDatabase):
    """A database of which one question fails."""

    failure: Exception = StoreFull("no space")

    def tenants(self) -> Sequence[str]:
        raise self.failure


@contextmanager
def _wire(tmp_path: Path, failure: Exception) -> Iterator[Wire]:
    with closing(Failing(tmp_path)) as database:
        database.prepare()
        database.failure = failure
        with running_server(database) as running, Wire(running) as wire:
            yield wire


@pytest.mark.parametrize(("fault", "wait"), [(StoreFull(), "30"), (StoreBusy(), "1"), (StoreDamaged("page 7"), "30")])
def test_a_fault_of_the_store(tmp_path: Path, fault: StoreFault, wait: str) -> None:
    with _wire(tmp_path, fault) as wire:
        answer = wire.get("/readyz")
    assert problem(answer) == (503, fault.code)
    assert answer.headers["Retry-After"] == wait
    assert "page 7" not in answer.text
    assert "server" in answer.json()["detail"], "who calls has no data file before them, and no bill on the screen"
    assert "screen" not in answer.json()["detail"]


def test_what_nobody_foresaw(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with _wire(tmp_path, RuntimeError("Ravi +919876543210")) as wire:
        answer = wire.get("/readyz")
        assert wire.get("/healthz").ok
    assert problem(answer) == (500, "UNEXPECTED")
    assert "Ravi" not in answer.text
    errors = [record for record in caplog.records if record.levelname == "ERROR"]
    assert [answer.headers["Tillpoint-Request-Id"] in record.getMessage() for record in errors] == [True]
    caplog.clear()


class Away(SqliteDatabase):
    """A database that is away the next few times it is asked who its tenants are."""

    times = 0

    def tenants(self) -> Sequence[str]:
        self.times -= 1
        if self.times >= 0:
            raise StoreUnreachable("gone")
        return super().tenants()


def test_the_servers_own_work_goes_on_once_its_database_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = {name: Event() for name in ("JOBS", "PARTNER_JOBS")}
    for name, event in done.items():
        one = jobs.Job(name, timedelta(0), lambda _, event=event: event.set())  # type: ignore[misc]
        monkeypatch.setattr(jobs, name, (one,))
    with closing(Away(tmp_path)) as database:
        database.prepare()
        parts = assemble(PLENTY, database, SECRET)
        first.prepare(parts)
        database.times = 10
        with jobs.background(parts, tick_s=0.01):
            assert all(event.wait(60) for event in done.values())


@pytest.mark.parametrize("code", Code)
def test_refusals_of_the_rules(code: Code) -> None:
    told = of_refusal(DomainError(code, "No. Nothing was changed. Ask.", {"points": 7}))
    assert (told.code, told.detail, told.more) == (
        code.value,
        "No. Nothing was changed. Ask.",
        {"facts": {"points": 7}},
    )
    assert told.status in (404, 409, 422)
