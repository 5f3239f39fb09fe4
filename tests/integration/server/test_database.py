"""The server's databases, embedded and in PostgreSQL: tenants made once, and a directory that is nobody's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from app.persistence.uow import SqlStore
from app.services.keeping.faults import StoreLocked
from server.databases.database import Database, SqliteDatabase, UnknownTenantError
from server.ledgers.tenants import list_tenant, tenant_ids
from tests.contract import facts

Opener = Callable[[], Database]


@pytest.fixture(params=["embedded", "postgres"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    """Opens the same databases again and again, as another start of the server does."""
    if request.param == "embedded":
        return lambda: SqliteDatabase(tmp_path / "data")
    place = request.getfixturevalue("postgres")
    return lambda: place.database()


@pytest.fixture
def database(opener: Opener) -> Iterator[Database]:
    with closing(opener()) as opened:
        opened.prepare()
        yield opened


def reopened(opener: Opener) -> Database:
    opened = opener()
    opened.prepare()
    return opened


def plain(store: SqlStore) -> SqlStore:
    """The same store, where a change need not stand in an event."""
    return SqlStore(store.transactions, store.tenant_id, store.counter_code, store.sealer)


def test_a_fresh_server_has_no_tenants(database: Database) -> None:
    assert list(database.tenants()) == []


def test_tenants_are_listed_in_order_and_made_once(database: Database) -> None:
    for tenant in ("b-2", "a-1", "b-2"):
        database.create_tenant(tenant)
    assert list(database.tenants()) == ["a-1", "b-2"]


@pytest.mark.parametrize("name", ["", "A", "a_b", "../a", "a.b", "a b", "ä", "a\n", "a" * 41])
def test_what_cannot_be_a_files_name_is_no_tenant(database: Database, name: str) -> None:
    with pytest.raises(ValueError, match="not a tenant's id"):
        database.create_tenant(name)
    assert list(database.tenants()) == []


def test_nobody_elses_store_is_opened(database: Database) -> None:
    with pytest.raises(UnknownTenantError):
        database.store("shop")
    with pytest.raises(UnknownTenantError):
        database.store("../directory")


def test_a_tenants_store_is_ready_and_always_the_same(database: Database) -> None:
    database.create_tenant("shop")
    store = database.store("shop")
    assert database.store("shop") is store
    with store.reading() as unit:
        assert (store.counter_code, unit.journal.head().last_seq) == ("HQ", 0)


def test_what_a_tenant_has_is_there_after_the_next_start(opener: Opener) -> None:
    with closing(reopened(opener)) as first:
        first.create_tenant("shop")
        with plain(first.store("shop")).writing() as unit:
            unit.members.add(facts.member(), facts.card())
    with closing(reopened(opener)) as second:
        assert list(second.tenants()) == ["shop"]
        with second.store("shop").reading() as unit:
            (found,) = unit.members.by_phone("+919876543210")
            assert found.member == facts.member()


def test_tenants_do_not_see_each_other(database: Database) -> None:
    for tenant in ("ours", "theirs"):
        database.create_tenant(tenant)
    with database.store("theirs").writing() as unit:
        unit.effects.record("sale", "key", "b0001")
    with database.store("ours").reading() as unit:
        assert unit.effects.result("sale", "key") is None


def test_phones_of_two_tenants_are_sealed_apart(database: Database) -> None:
    """Nobody who holds one tenant's keys can tell which of another's customers are the same people."""
    sealers = []
    for tenant in ("ours", "theirs"):
        database.create_tenant(tenant)
        sealers.append(database.store(tenant).sealer)
    ours, theirs = (one.index("+919876543210") for one in sealers)
    assert ours != theirs


def test_the_directory_is_written_wholly_or_not_at_all(database: Database) -> None:
    with suppress(ZeroDivisionError), database.directory_writing() as directory:
        list_tenant(directory, "shop", sealed_secret=None)
        raise ZeroDivisionError
    with database.directory_reading() as directory:
        assert tenant_ids(directory) == []


def test_an_embedded_server_starts_once(tmp_path: Path) -> None:
    with closing(SqliteDatabase(tmp_path)) as first, closing(SqliteDatabase(tmp_path)) as second:
        first.prepare()
        with pytest.raises(StoreLocked):
            second.prepare()


def test_a_tenants_file_has_the_servers_tables_beside_the_ledger(tmp_path: Path) -> None:
    for _ in ("made", "opened again"):
        with closing(SqliteDatabase(tmp_path)) as database:
            database.prepare()
            database.create_tenant("shop")
            with database.store("shop").transactions.reader.begin() as connection:
                names = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    assert {"entries", "devices"} <= names
    assert not {"tenants", "pairings"} & names
