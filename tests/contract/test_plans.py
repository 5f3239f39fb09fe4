"""Statements: each names its tenant, and finds its rows by an index however many there are."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

from app.persistence import repositories
from app.persistence.engine import Engines
from app.persistence.statement import Statement

# What these read or change is a whole table of the tenant's, and small or rare enough for it.
WHOLE_TABLE = {
    "accounts._CLEAR_BALANCES",
    "accounts._CLEAR_LOTS",
    "accounts._CLEAR_USES",
    "accounts._EVERY_LOT",
    "accounts._EVERY_USE",
    "accounts._OUTSTANDING",
    "activities._CLEAR",
    "bills._EVERY_CLAIM",
    "bills._EVERY_DETAIL",
    "bills._EVERY_LINE",
    "bills._EVERY_TENDER",
    "held._ALL",
    "links._CLEAR",  # floor spending: what was spent since the server last spoke
    "links._ONE",  # one row
    "links._REMOVE",
    "links._USED",
    "activities._ABOVE_TIER",
    "prints._OPEN",  # an index of what waits
    "reports._CLAIMS",  # cards that came later are few
    "report_points._TIERS",  # who holds which tier is asked of everybody
    "rule_uses._CLEAR",
    "rule_uses._CLEAR_TOTALS",
    "shared._COLLEAGUES",  # who works at one store
    "shared._COUNT",
    "shared._FORGET_ALL_LINES",  # and with them, the lines it told
    "shared._FORGET_ALL_TOLD",  # a snapshot replaces it
    "shared._SETTLED_REVIEWS",
    "shared._VERDICTS",  # events that were more than posted
    "shifts._EVERY",  # verifying compares every report with the sealed one
    "staff._EVERY_KEY",  # who works at one counter
    "staff._OWN",
    "told_stores._ALL",  # the stores of one chain
    "vouchers._FORGET_POSITIONS",  # a server that was put back from a backup tells everything anew
    "vouchers._ISSUED",  # rebuilding and verifying look at all of them
}
# These walk an index of the tenant's rows: from its end, or because every row is wanted.
WHOLE_INDEX = {
    *("bills._EVERY_BILL", "bills._EVERY_NUMBER", "bills._EVERY_RULE", "bills._LATEST", "catalogue._COUNT"),
    *("rule_uses._EVERY", "rule_uses._TOTALS"),  # verifying compares every use with the bills; rules are few
    *("ledger._ALL", "programs._CASES", "programs._LATEST", "programs._PUBLISHED", "programs._PROGRAMMES"),  # few
    "vouchers._EVERY_MOVE",
    "participations._COUNT",  # the page of campaigns, besides
    # reports add up what was given: vouchers and their moves are few, and all uses of the rules are less than the bills
    *("report_given._MOVED", "report_given._PAID", "report_given._PENDING", "report_given._RULES"),
    *("shared._OPEN_REVIEWS", "shared._OF_KIND"),  # reviews are few
}

ORDERED = [
    *("bills._LATEST", "catalogue._BY_NAME", "members._BY_NAME", "accounts._EXPIRED", "ledger._OF_MEMBER"),
    *("journal._AFTER", "leases._OF_COUNTER", "members._IDS_AFTER", "members._KNOWN_AFTER", "shared._LINES_OF"),
]


def _statements() -> dict[str, Statement]:
    names = [module.name for module in pkgutil.iter_modules(repositories.__path__)]
    rooms = {name: importlib.import_module(f"{repositories.__name__}.{name}") for name in names}
    return {
        f"{room}.{name}": found
        for room, module in rooms.items()
        for name, found in vars(module).items()
        if isinstance(found, Statement)
    }


STATEMENTS = _statements()


def plan(engines: Engines, statement: Statement) -> list[str]:
    """How the database means to go about it, step by step."""
    prepared = statement.sqlite
    given = {name: "x" for name in prepared.names if name not in prepared.constants}
    with engines.reader.begin() as connection:
        text = f"EXPLAIN QUERY PLAN {prepared.text}"
        return [row[3] for row in connection.exec_driver_sql(text, tuple(prepared.values(given)))]


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_statement_names_its_tenant(name: str) -> None:
    assert "tenant_id" in STATEMENTS[name].sqlite.names


@pytest.mark.parametrize("name", sorted(STATEMENTS.keys() - WHOLE_TABLE))
def test_no_statement_reads_a_whole_table(memory_engines: Engines, name: str) -> None:
    tables = [step for step in plan(memory_engines, STATEMENTS[name]) if step.startswith(("SCAN", "SEARCH"))]
    derived = ("SCAN anon_", "SCAN lineage", "SCAN json_each")
    for step in tables:
        assert step.startswith("SEARCH") or step.startswith(derived), step
        assert name in WHOLE_INDEX or not step.endswith("(tenant_id=?)"), step


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("members._BY_CARD", "sqlite_autoindex_cards_1 (tenant_id=? AND number=?)"),
        ("catalogue._ONE", "sqlite_autoindex_products_1 (tenant_id=? AND code=?)"),
        ("catalogue._BY_NAME", "products_by_name (tenant_id=? AND name_key>? AND name_key<?)"),
        ("catalogue._EACH", "sqlite_autoindex_products_1 (tenant_id=? AND code=?)"),
        ("catalogue._BATCHES_OF", "sqlite_autoindex_batches_1 (tenant_id=? AND code=?)"),
        ("catalogue._BATCHES_OF_EACH", "sqlite_autoindex_batches_1 (tenant_id=? AND code=?)"),
        ("members._BY_PHONE", "members_by_phone (tenant_id=? AND phone_index=?)"),
        ("members._BY_NAME", "members_by_name (tenant_id=? AND name_key>? AND name_key<?)"),
        ("members._BROUGHT_BY", "members_by_referrer (tenant_id=? AND referrer_id=?)"),
        ("lineage._TAKEN_IN", "members_merged (tenant_id=? AND merged_into=?)"),
        ("members._ENDING_SO", "members_by_last4 (tenant_id=? AND phone_last4_index=?)"),
        ("members._ENDING_SO", "cards_by_last4 (tenant_id=? AND last4=?)"),
        ("reports._LINES_BETWEEN", "COVERING INDEX bill_lines_by_category (category=? AND bill_id>? AND bill_id<?)"),
        ("reports._NEXT_CATEGORY", "COVERING INDEX bill_lines_by_category (category>?)"),
        ("report_points._POSTED", "entries_of_lots (tenant_id=? AND kind=? AND business_day>?)"),
        ("report_points._CORRECTED_LATE", "entries_of_lots (tenant_id=? AND kind=? AND business_day>?)"),
        ("report_lists._APPROVED", "events_approved (tenant_id=? AND occurred_at>? AND occurred_at<?)"),
        ("reports._BUSY", "COVERING INDEX bills_of_members (tenant_id=? AND business_day>? AND business_day<?)"),
        ("report_given._TYPED", "COVERING INDEX bills_of_members (tenant_id=? AND business_day>? AND business_day<?)"),
        ("report_points._BY_HAND", "entries_by_hand (tenant_id=? AND business_day>? AND business_day<?)"),
        ("accounts._OPEN_LOTS", "lots_by_member (member_id=? AND points_left>?)"),
        ("accounts._DEBTS", "lot_uses_debt (member_id=?)"),
        ("accounts._EXPIRED", "lots_expiring (tenant_id=? AND expires_at<?)"),
        ("activities._METRICS", "COVERING INDEX activity_by_member (member_id=? AND tenant_id=?)"),
        ("ledger._BY_CAUSE", "entries_by_cause (cause=?)"),
        ("leases._MERGED_INTO", "members_merged (tenant_id=? AND merged_into=?)"),
        ("members._CARDS_OF", "cards_by_member (tenant_id=? AND member_id=?)"),
        ("shared._LINES_OF", "ledger_lines_by_member (tenant_id=? AND member_id=?)"),
        ("shared._OPEN_REVIEWS", "reviews_open (tenant_id=?)"),
    ],
)
def test_what_the_counter_asks_all_day_has_an_index_of_its_own(memory_engines: Engines, name: str, index: str) -> None:
    steps = plan(memory_engines, STATEMENTS[name])
    assert any(step.endswith(index) for step in steps), steps


@pytest.mark.parametrize("name", ORDERED)
def test_what_comes_in_order_is_not_sorted_first(memory_engines: Engines, name: str) -> None:
    assert not any("TEMP B-TREE" in step for step in plan(memory_engines, STATEMENTS[name]))


def test_the_lists_of_exceptions_hold_no_more_than_there_is() -> None:
    assert STATEMENTS.keys() >= WHOLE_TABLE | WHOLE_INDEX
