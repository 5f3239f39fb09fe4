"""Health and metrics: alive, ready, and counted by route, for this machine or whoever has the token."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from server.databases.database import SqliteDatabase
from server.settings import ServerSettings
from tests.server.callers import Wire, done, problem
from tests.server.running import PLENTY, running_server

TOKEN = "a token of sixteen"
PROXIED = replace(PLENTY, proxy_ends_tls=True)


@contextmanager
def serving(folder: Path, settings: ServerSettings) -> Iterator[Wire]:
    with closing(SqliteDatabase(folder)) as database:
        database.prepare()
        with running_server(database, settings) as running, Wire(running) as wire:
            yield wire


def test_alive_and_ready(wire: Wire) -> None:
    assert done(wire.get("/healthz")) == {"status": "alive"}
    assert done(wire.get("/readyz")) == {"status": "ready"}


def test_requests_are_counted_by_route(wire: Wire) -> None:
    wire.get("/api/v1/stores/01a1fd29-37d0-7c05-afb1-3124c48afe07")
    wire.get("/nothing/919876543210")
    text = wire.get("/metrics").text
    assert 'http_requests_total{method="GET",route="/api/v1/stores/{store_id}",status="401"}' in text
    assert 'http_request_seconds_bucket{le="0.005",method="GET",route="/healthz"}' in text
    assert 'route="(none)",status="404"' in text
    assert "919876543210" not in text


@pytest.mark.parametrize(
    ("settings", "header", "is_open"),
    [
        (PLENTY, "", True),
        (PROXIED, "", False),
        (replace(PROXIED, metrics_token=TOKEN), f"Bearer {TOKEN}", True),
        (replace(PROXIED, metrics_token=TOKEN), "Bearer another", False),
        (PROXIED, "Bearer ", False),
    ],
    ids=["here", "through a proxy", "with the token", "with another", "no token is none"],
)
def test_who_may_read_metrics(tmp_path: Path, settings: ServerSettings, header: str, is_open: bool) -> None:
    with serving(tmp_path, settings) as wire:
        answer = wire.get("/metrics", headers={"Authorization": header} if header else {})
    assert answer.ok if is_open else problem(answer) == (401, "METRICS-CLOSED")
