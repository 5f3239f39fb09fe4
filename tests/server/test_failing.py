"""When the server itself fails: the caller is told what is safe, the log what happened, and neither a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.domain.errors import Code, DomainError
from app.services.keeping.faults import StoreBusy, StoreDamaged, StoreFault, StoreFull
from server.databases.database import SqliteDatabase
from server.web.problems import of_refusal
from tests.server.callers import Wire, problem
from tests.server.running import running_server


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


def test_what_nobody_foresaw(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with _wire(tmp_path, RuntimeError("Ravi +919876543210")) as wire:
        answer = wire.get("/readyz")
        assert wire.get("/healthz").ok
    assert problem(answer) == (500, "UNEXPECTED")
    assert "Ravi" not in answer.text
    errors = [record for record in caplog.records if record.levelname == "ERROR"]
    assert [answer.headers["Tillpoint-Request-Id"] in record.getMessage() for record in errors] == [True]
    caplog.clear()


@pytest.mark.parametrize("code", Code)
def test_refusals_of_the_rules(code: Code) -> None:
    told = of_refusal(DomainError(code, "No. Nothing was changed. Ask.", {"points": 7}))
    assert (told.code, told.detail, told.more) == (
        code.value,
        "No. Nothing was changed. Ask.",
        {"facts": {"points": 7}},
    )
    assert told.status in (404, 409, 422)
