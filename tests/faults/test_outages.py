"""What fails around a counter and its server: a database that is gone, a full disk, wrong clocks, certificates."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from app.services.chain.standing import LinkState
from server.databases.database import Database, SqliteDatabase
from server.ledgers.store import ServerStore
from sync.address import ServerAddress
from sync.board import Board
from sync.line_fault import LineFault, LineTrouble
from sync.status import STILL, STILL_MS_MAX
from sync.transport import Transport
from tests.chain.counters import AGENT, Chain
from tests.faults.agreement import drained, troubles
from tests.faults.lives import Seller, opened_seller
from tests.postgres import running_cluster
from tests.server import callers
from tests.server.callers import problem
from tests.server.processes import started
from tests.server.running import running_server

POINTS = 3_00


def prepared(database: Database) -> Database:
    database.prepare()
    return database


@contextmanager
def joined(chain: Chain, folder: Path) -> Iterator[Seller]:
    with opened_seller(folder / "A1", chain.running.base_url, chain=chain, has_shop=True) as seller:
        seller.pair()
        assert seller.sync()
        yield seller


@contextmanager
def shop_of(database: Database, folder: Path) -> Iterator[tuple[Chain, Seller]]:
    """A server, and a counter that has joined."""
    with running_server(prepared(database)) as running, callers.Wire(running) as wire:
        chain = Chain(running, callers.Shop.open(wire))
        with joined(chain, folder) as seller:
            yield chain, seller


def store_of(chain: Chain) -> ServerStore:
    return chain.running.parts.database.store(chain.office.tenant_id)


def sells_on_and_comes_through(chain: Chain, seller: Seller, card: str, bills: int, points: int = POINTS) -> None:
    assert seller.sync()
    assert drained(store_of(chain), seller) == []
    assert troubles(store_of(chain), seller) == []
    assert chain.points(seller.member_id(card)) == bills * points
    assert chain.reviews() == []


def fault_of(seller: Seller) -> LineFault:
    with pytest.raises(LineFault) as fault:
        seller.sync()
    assert fault.value.sentence
    return fault.value


def test_a_database_that_goes_away_and_comes_back(tmp_path: Path) -> None:
    with (
        running_cluster() as cluster,
        cluster.copied("prepared") as place,
        closing(place.database()) as database,
        shop_of(database, tmp_path) as (chain, seller),
    ):
        card = seller.enrol("Meena Iyer")
        seller.sell(card, ("General", 100))
        assert seller.sync()
        cluster.stop()
        try:
            for _ in range(3):
                seller.sell(card, ("General", 100))
                assert fault_of(seller).trouble in (LineTrouble.BUSY, LineTrouble.SERVER)
            answer = chain.office.wire.get("/readyz")
            assert problem(answer)[0] == 503
            assert int(answer.headers["Retry-After"]) > 0
        finally:
            cluster.start()
        sells_on_and_comes_through(chain, seller, card, bills=4)


class SmallDisk(SqliteDatabase):
    """Its files may grow no further than `pages`, which SQLite reports as it does a full disk."""

    pages = 1_000_000

    def limit(self, tenant_id: str) -> None:
        store = self.store(tenant_id)
        with store.transactions.writer.begin() as connection:  # type: ignore[attr-defined]
            used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {min(self.pages, used + self.pages)}")


def test_a_full_disk_at_the_server(tmp_path: Path) -> None:
    with closing(SmallDisk(tmp_path / "server")) as database, shop_of(database, tmp_path) as (chain, seller):
        card = seller.enrol("Meena Iyer")
        database.pages = 1
        database.limit(chain.office.tenant_id)
        for _ in range(60):
            seller.sell(card, ("General", 10))
        assert fault_of(seller).trouble is LineTrouble.BUSY
        assert alarm_of(seller, fault=LineTrouble.BUSY) == STILL
        assert troubles(store_of(chain), seller) == []
        database.pages = 1_000_000
        database.limit(chain.office.tenant_id)
        sells_on_and_comes_through(chain, seller, card, bills=60, points=30)


def alarm_of(seller: Seller, **facts: object) -> str:
    """What the counter says once it has been so for five minutes."""
    passed = [0]
    board = Board(seller.desk, lambda: passed[0], settle_ms=0)
    board.note(**facts)
    board.refresh()
    passed[0] = STILL_MS_MAX
    board.refresh()
    return board.standing.alarm


CLOCKS = {"11 min": 11, "-11 min": -11, "10 years": 10 * 365 * 1440, "-10 years": -10 * 365 * 1440}


@pytest.mark.parametrize("minutes", CLOCKS.values(), ids=CLOCKS)
def test_a_wrong_clock_delays_nothing_and_is_shown(minutes: int, tmp_path: Path) -> None:
    with closing(SqliteDatabase(tmp_path / "server")) as database, running_server(prepared(database)) as running:
        with callers.Wire(running) as wire, joined(Chain(running, callers.Shop.open(wire)), tmp_path) as seller:
            assert seller.chain is not None
            chain, card = seller.chain, seller.enrol("Meena Iyer")
            assert seller.sync()
        wrong = opened_seller(tmp_path / "A1", running.base_url, is_fast_by=timedelta(minutes=minutes))
        with wrong as seller:
            assert seller.sync()
            for _ in range(2):
                seller.sell(card, ("General", 100))
            sells_on_and_comes_through(chain, seller, card, bills=2)
            assert shown(seller) is LinkState.CLOCK
            with chain.reading() as unit:
                times = [one.entry.occurred_at for one in unit.ledger.of_member(seller.member_id(card))]
        assert [abs(at - datetime.now(UTC)) < timedelta(minutes=3) for at in times] == [True] * 2


def shown(seller: Seller) -> LinkState:
    board = Board(seller.desk, lambda: 0, settle_ms=0)
    board.refresh()
    return board.standing.state


def test_a_certificate_of_somebody_else(tmp_path: Path) -> None:
    authority = trustme.CA()
    certificate = authority.issue_cert("somebody.example.org")
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    certificate.private_key_pem.write_to_path(tmp_path / "key.pem")
    certificate.cert_chain_pems[0].write_to_path(tmp_path / "cert.pem")
    files = {"tls_certificate": tmp_path / "cert.pem", "tls_key": tmp_path / "key.pem"}
    with started(tmp_path / "server", **files) as server:
        for authorities in (tmp_path / "ca.pem", None):
            with Transport(ServerAddress(server.url, authorities), agent=AGENT) as transport:
                with pytest.raises(LineFault) as fault:
                    transport.call("GET", "/healthz")
                assert fault.value.trouble is LineTrouble.TLS
                assert "Nothing was sent" in fault.value.sentence
        assert server.stop() == 0
