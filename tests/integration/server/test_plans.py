"""Plans on PostgreSQL: with everybody's rows in one table, and the guards between, an index still finds each thing."""

from __future__ import annotations

import psycopg
import pytest

from app.persistence.repositories import accounts, activities, effects, ledger, members
from app.persistence.statement import Statement
from server.ledgers import lookups
from tests.postgres import Place

TENANTS, MEMBERS_EACH = 4, 3000
FILL = (
    """
    CREATE TEMP TABLE made AS
    SELECT t || '' AS tenant, t || 'm' || n AS id, n, lpad((t * 100000 + n)::text, 12, '0') AS digits
    FROM generate_series(1, {tenants}) t, generate_series(1, {members}) n
    """,
    """
    INSERT INTO members SELECT tenant, id, 'Name ' || n, 'name ' || n, null, digits::bytea, right(digits, 4)::bytea,
    'en', null, null, 'Bronze', 0 FROM made
    """,
    "INSERT INTO cards SELECT tenant, digits, id, right(digits, 4), 'ACTIVE', 0, 0 FROM made",
    "INSERT INTO balances SELECT tenant, id, n, 0, 'Bronze' FROM made",
    "INSERT INTO lots SELECT tenant, id, id, n, 100, n % 2, 0, 0, n FROM made",
    "INSERT INTO activity SELECT tenant, id, id, n, 100, 100 FROM made",
    "INSERT INTO effects SELECT tenant, 'sale', id, id FROM made",
    """
    INSERT INTO entries SELECT tenant, n, id, id, null, 'EARN', 1, 1, id, null, null, null, null, 0, '', null, null, 1
    FROM made
    """,
    "ANALYZE",
)


@pytest.fixture(scope="module")
def filled(postgres_cluster) -> Place:
    """Four tenants with three thousand members each."""
    with postgres_cluster.copied("prepared") as place:
        figures = {"tenants": TENANTS, "members": MEMBERS_EACH}
        place.cluster.run(*(one.format(**figures) for one in FILL), database=place.name)
        yield place


def plan(place: Place, statement: Statement) -> str:
    """As a prepared statement, made for whatever values may come."""
    with psycopg.connect(place.app_dsn) as connection:
        connection.execute("SELECT set_config('app.tenant', '2', false)")
        found = connection.execute(f"EXPLAIN (GENERIC_PLAN) {statement.postgres.text}".encode())
        return "\n".join(line for (line,) in found)


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (members._BY_CARD, "cards_pkey"),
        (members._BY_ID, "members_pkey"),
        (members._BY_ID, "cards_active"),
        (members._BY_PHONE, "members_by_phone"),
        (members._BY_NAME, "members_by_name"),
        (lookups._REFERRALS, "members_by_referrer"),
        (members._ENDING_SO, "members_by_last4"),
        (members._ENDING_SO, "cards_by_last4"),
        (accounts._OPEN_LOTS, "lots_by_member"),
        (accounts._EXPIRED, "lots_expiring"),
        (accounts._CHANGE_BALANCE, "balances_pkey"),
        (activities._METRICS, "activity_by_member"),
        (effects._RESULT, "effects_pkey"),
        (ledger._OF_MEMBER, "entries_by_member"),
        (ledger._BY_CAUSE, "entries_by_cause"),
    ],
)
def test_what_is_asked_all_day_has_an_index(filled: Place, statement: Statement, index: str) -> None:
    found = plan(filled, statement)
    assert index in found, found
    assert "Seq Scan" not in found, found


def test_what_comes_in_order_is_not_sorted_first(filled: Place) -> None:
    for statement in (members._BY_NAME, accounts._EXPIRED, ledger._OF_MEMBER):
        assert "Sort" not in plan(filled, statement)
