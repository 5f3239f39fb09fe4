"""PostgreSQL as it fails and is run: gone and back, turns kept, roles refused, the schema migrated."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import replace
from typing import Any

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from psycopg.errors import UniqueViolation
from sqlalchemy import Connection, NullPool, create_engine, text

from app.domain.days import INDIA
from app.persistence.postgres import Postgres
from app.persistence.statement import Statement
from app.persistence.uow import SqlStore
from app.services.keeping.faults import (
    NewerFile,
    StoreBusy,
    StoreDamaged,
    StoreFault,
    StoreFull,
    StoreReadOnly,
    StoreUnreachable,
    UnsafeStore,
    WrongKey,
)
from app.services.records import bill_rows
from server.databases import schema
from server.databases.postgres_database import PostgresDatabase
from server.identity import card_blocks
from server.ledgers.store import ServerStore
from server.secret import ServerSecret
from tests.contract import facts
from tests.postgres import APP, OWNER, SECRET, Place


@pytest.fixture
def database(postgres: Place) -> Iterator[PostgresDatabase]:
    with closing(postgres.database()) as opened:
        opened.create_tenant("shop")
        yield opened


@pytest.fixture
def store(database: PostgresDatabase) -> ServerStore:
    return database.store("shop")


def plain(store: ServerStore) -> SqlStore:
    """The same store, where a change need not stand in an event."""
    return SqlStore(store.transactions, store.tenant_id, store.counter_code, store.sealer)


def save(store: ServerStore, key: str) -> None:
    with store.writing() as unit:
        unit.effects.record("sale", key, "saved")


def is_saved(store: ServerStore, key: str) -> bool:
    with store.reading() as unit:
        return unit.effects.result("sale", key) is not None


def ring(store: ServerStore) -> None:
    with store.writing() as unit:
        head = unit.journal.head()
        link = facts.event(head.last_seq % 200 + 1)
        link = replace(link, seq=head.last_seq + 1)
        unit.journal.append(link, facts.after(head, link))


def hang_up(place: Place) -> None:
    """End every connection of the server's role, from outside."""
    place.cluster.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{APP}'")


def test_a_database_that_goes_away_is_said_and_used_again_once_it_is_back(store: ServerStore, postgres: Place) -> None:
    save(store, "before")
    postgres.cluster.stop()
    try:
        for use in (save, is_saved):
            with pytest.raises(StoreUnreachable):
                use(store, "away")
    finally:
        postgres.cluster.start()
    assert (is_saved(store, "before"), is_saved(store, "away")) == (True, False)
    save(store, "after")
    assert is_saved(store, "after")


def test_connections_that_died_unused_are_replaced_unnoticed(store: ServerStore, postgres: Place) -> None:
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda n: is_saved(store, f"{n}"), range(20)))
    save(store, "before")
    hang_up(postgres)
    assert is_saved(store, "before")
    save(store, "after")


def test_a_connection_that_dies_halfway_saves_nothing(store: ServerStore, postgres: Place) -> None:
    def die(*, and_write: bool) -> None:
        with store.writing() as unit:
            unit.effects.record("sale", "half", "saved")
            hang_up(postgres)
            if and_write:
                unit.effects.record("sale", "other half", "saved")

    for and_write in (True, False):  # it is the next statement that finds out, or the commit
        with pytest.raises(StoreUnreachable):
            die(and_write=and_write)
        assert not is_saved(store, "half")
    save(store, "half")


def test_what_failed_halfway_is_not_called_saved(store: ServerStore) -> None:
    """The database answers a commit after a failure with a rollback, which is no error to it."""

    def go_on_regardless() -> None:
        with store.writing() as unit:
            unit.effects.record("sale", "key", "saved")
            with suppress(UniqueViolation):
                unit.effects.record("sale", "key", "again")
                unit.send()

    with pytest.raises(AssertionError, match="does not go on"):
        go_on_regardless()
    assert not is_saved(store, "key")


def test_what_is_undone_to_a_savepoint_leaves_the_rest(store: ServerStore) -> None:
    with store.writing() as unit:
        unit.effects.record("sale", "before", "saved")
        for number in range(4):  # often enough for the driver to prepare the words
            unit.scope.change(Statement(text("SAVEPOINT event")))
            with suppress(UniqueViolation):
                unit.effects.record("sale", f"undone {number}", "saved")
                unit.effects.record("sale", "before", "again")
                unit.send()
            unit.undo(set())
            unit.scope.change(Statement(text("ROLLBACK TO SAVEPOINT event")))
            unit.scope.change(Statement(text("RELEASE SAVEPOINT event")))
        unit.effects.record("sale", "after", "saved")
    assert [is_saved(store, key) for key in ("before", "undone 0", "after")] == [True, False, True]


def test_a_connection_that_waits_for_work_is_nobodys(store: ServerStore) -> None:
    for way in (store.reading, store.writing):
        with way() as unit:
            link = unit.scope.transaction.link
        assert link.execute("SELECT current_setting('app.tenant', true)").fetchone() == ("",)


def test_writers_of_one_tenant_take_turns_across_processes(postgres: Place, store: ServerStore) -> None:
    """Each of the two stands for a process: they share nothing but the database."""
    with closing(postgres.database()) as other, ThreadPoolExecutor(6) as threads:
        list(threads.map(ring, [store, other.store("shop")] * 30))
    with store.reading() as unit:
        assert [one.seq for one in unit.journal.events()] == list(range(1, 61))


def test_writers_of_two_tenants_do_not_wait_for_each_other(database: PostgresDatabase) -> None:
    database.create_tenant("other")
    with database.store("shop").writing() as ours, database.store("other").writing() as theirs:
        ours.effects.record("sale", "key", "saved")
        theirs.effects.record("sale", "key", "saved")


def test_who_waits_too_long_for_a_turn_is_told_it_is_busy(
    postgres: Place, database: PostgresDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient = Postgres(postgres.app_dsn)
    with database.store("shop").writing():
        monkeypatch.setattr("app.persistence.postgres.QUEUE_SECONDS_MAX", 0.01)
        with pytest.raises(StoreBusy), database.store("shop").writing():
            pytest.fail("it was not its turn")
        monkeypatch.setattr("app.persistence.postgres_link.SETTINGS", b"SET lock_timeout = '10ms'")
        with pytest.raises(StoreBusy, match="55P03"), impatient.writing("shop"):
            pytest.fail("it was not its turn, in another process either")
    impatient.dispose()


def test_those_who_wait_for_one_tenant_keep_no_connection_from_another(database: PostgresDatabase) -> None:
    """More writers wait for one tenant than there are connections."""
    database.create_tenant("other")
    shop, waiting = database.store("shop"), threading.Barrier(21)

    def queue_up(number: int) -> None:
        waiting.wait()
        save(shop, f"{number}")

    with ThreadPoolExecutor(20) as threads:
        with shop.writing():
            done = [threads.submit(queue_up, number) for number in range(20)]
            waiting.wait()
            save(database.store("other"), "not held up")
        assert [one.result() for one in done] == [None] * 20


def test_a_plan_is_made_once_for_small_and_large_numbers(store: ServerStore) -> None:
    with plain(store).writing() as unit:
        unit.members.add(facts.member(), facts.card())
        for points in (1, 40_000, 3_000_000_000, 0) * 2:
            unit.ledger.save_balance("m1", points=points, debt=0)
        kept = unit.scope.cursor.connection.execute(  # type: ignore[attr-defined]
            "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'UPDATE balances%'"
        )
        assert kept.fetchone() == (1,)


@pytest.mark.parametrize(
    ("raised", "fault"),
    [
        (psycopg.errors.DiskFull, StoreFull),
        (psycopg.errors.ReadOnlySqlTransaction, StoreReadOnly),
        (psycopg.errors.SerializationFailure, StoreBusy),
        (psycopg.errors.DeadlockDetected, StoreBusy),
        (psycopg.errors.TooManyConnections, StoreBusy),
        (psycopg.errors.CannotConnectNow, StoreUnreachable),
        (psycopg.errors.IdleInTransactionSessionTimeout, StoreUnreachable),
        (psycopg.errors.IoError, StoreUnreachable),
        (psycopg.errors.DataCorrupted, StoreDamaged),
    ],
)
def test_what_the_world_does_is_a_fault(
    store: ServerStore, raised: type[psycopg.Error], fault: type[StoreFault]
) -> None:
    """The database itself is made to raise it."""

    def save_in_trouble() -> None:
        with store.writing() as unit:
            unit.effects.record("sale", "key", "saved")
            trouble = f"DO $$ BEGIN RAISE EXCEPTION 'oh' USING ERRCODE = '{raised.sqlstate}'; END $$"
            unit.scope.cursor.execute(trouble)

    with pytest.raises(fault, match=raised.sqlstate):
        save_in_trouble()
    assert not is_saved(store, "key")
    save(store, "key")


def test_another_server_secret_opens_no_tenant(database: PostgresDatabase, postgres: Place) -> None:
    assert database.tenants() == ["shop"]
    with closing(PostgresDatabase(postgres.app_dsn, None, ServerSecret(bytes(32)))) as stranger:
        stranger.prepare()
        with pytest.raises(WrongKey):
            stranger.store("shop")


def connected(place: Place) -> Any:
    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: psycopg.connect(place.superuser_dsn), poolclass=NullPool
    )
    return engine.begin()


def guards(connection: Connection) -> list[Any]:
    """What comparing tables, columns and indexes does not compare."""
    asked = (
        "SELECT tablename, policyname, permissive, roles, cmd, qual, with_check FROM pg_policies",
        "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
        "SELECT oid::regclass::text, relrowsecurity, relforcerowsecurity FROM pg_class WHERE relkind = 'r'"
        " AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version'",
        "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'",
        "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE connamespace = 'public'::regnamespace AND conrelid <> coalesce(to_regclass('alembic_version'), 0)",
        "SELECT table_name, column_name, data_type, collation_name, is_nullable FROM information_schema.columns"
        " WHERE table_schema = 'public' AND table_name <> 'alembic_version'",
    )
    return [sorted(map(tuple, connection.execute(text(one))), key=repr) for one in asked]


def test_the_migrated_schema_is_the_declared_one(postgres: Place, blank_postgres: Place) -> None:
    with connected(postgres) as migrated, connected(blank_postgres) as blank:
        schema.create(blank)
        assert guards(migrated) == guards(blank)
        opts = {"include_name": lambda name, *_: name != "alembic_version"}
        assert compare_metadata(MigrationContext.configure(migrated, opts=opts), schema.TABLES) == []


AS_IT_WAS_FIRST = (
    "DROP TABLE card_blocks, told_bills, tender_numbers, refund_tenders",
    "ALTER TABLE links DROP COLUMN card_block, DROP COLUMN card_key, DROP COLUMN protocol",
    "ALTER TABLE links DROP COLUMN next_key, DROP COLUMN former_key, DROP COLUMN key_since",
    "ALTER TABLE members DROP COLUMN email_sealed, DROP COLUMN birthday_sealed",
    "UPDATE alembic_version SET version_num = '0001'",
)


def test_a_database_of_the_first_revision_becomes_one_of_the_newest(postgres: Place, blank_postgres: Place) -> None:
    with connected(postgres) as older:
        for statement in AS_IT_WAS_FIRST:
            older.execute(text(statement))
    with closing(postgres.database()) as database:
        database.prepare()
        database.create_tenant("shop")
        with database.store("shop").writing() as unit:
            card_blocks.reserve(unit.scope, "c1")
            assert card_blocks.number_of(unit.scope, "c1") == 1
    with connected(postgres) as migrated, connected(blank_postgres) as blank:
        schema.create(blank)
        assert guards(migrated) == guards(blank)


def test_a_till_paired_with_two_tenants_in_turn_has_its_bills_with_both(database: PostgresDatabase) -> None:
    database.create_tenant("other")
    for tenant in ("shop", "other"):
        with plain(database.store(tenant)).writing() as unit:
            unit.members.add(facts.member(), facts.card())
            unit.bills.add(bill_rows(facts.bill(), INDIA))
            unit.bills.add_refund(facts.refund())
            unit.ledger.append([facts.posting(1)], event_seq=1)


def test_numbers_and_texts_are_as_wide_and_as_ordered_as_in_a_file(postgres: Place) -> None:
    asked = (
        "SELECT DISTINCT data_type, collation_name FROM information_schema.columns"
        " WHERE table_schema = 'public' AND table_name <> 'alembic_version'"
    )
    with connected(postgres) as connection:
        found = set(map(tuple, connection.execute(text(asked))))
    assert found == {("bigint", None), ("text", "C"), ("bytea", None)}


def test_preparing_again_changes_nothing(postgres: Place) -> None:
    with connected(postgres) as connection:
        before = guards(connection)
    with closing(postgres.database()) as database:
        database.prepare()
    with connected(postgres) as connection:
        assert guards(connection) == before


def test_servers_that_start_together_prepare_one_after_another(blank_postgres: Place) -> None:
    def start(_: int) -> None:
        with closing(blank_postgres.database()) as database:
            database.prepare()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(start, range(4)))


def test_without_an_owner_the_database_must_be_prepared_already(blank_postgres: Place, postgres: Place) -> None:
    with closing(PostgresDatabase(blank_postgres.app_dsn, None, SECRET)) as database, pytest.raises(UnsafeStore):
        database.prepare()
    with closing(PostgresDatabase(postgres.app_dsn, None, SECRET)) as database:
        database.prepare()


@pytest.mark.parametrize("role", [OWNER, "postgres", "bypasser"])
def test_a_role_that_could_pass_the_guards_is_refused(postgres: Place, role: str) -> None:
    if role == "bypasser":
        postgres.cluster.run("DROP ROLE IF EXISTS bypasser", f"CREATE ROLE bypasser LOGIN BYPASSRLS IN ROLE {APP}")
    dsn = postgres.cluster.dsn(postgres.name, role)
    with closing(PostgresDatabase(dsn, None, SECRET)) as database, pytest.raises(UnsafeStore, match="every tenant"):
        database.prepare()


def test_a_database_of_a_newer_program_is_refused_and_left_alone(postgres: Place) -> None:
    postgres.cluster.run("UPDATE alembic_version SET version_num = '9999'", database=postgres.name)
    with connected(postgres) as connection:
        before = guards(connection)
    for owner in (None, postgres.owner_dsn):
        with closing(PostgresDatabase(postgres.app_dsn, owner, SECRET)) as database, pytest.raises(NewerFile):
            database.prepare()
    with connected(postgres) as connection:
        assert guards(connection) == before


def test_a_database_that_cannot_be_reached_is_said(postgres: Place) -> None:
    dsn = postgres.cluster.dsn("no such database", APP)
    with closing(PostgresDatabase(dsn, None, SECRET)) as database, pytest.raises(StoreUnreachable):
        database.prepare()
