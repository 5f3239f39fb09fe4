"""The tables: one declaration for every home of the ledger. Integers only; every row names its tenant.

Money is minor units, points are hundredths, quantities thousandths, instants microseconds since 1970 in UTC.
Facts (bills, entries, events, refunds) are append-only by trigger. Projections (lots, uses, balances,
activity) can be rebuilt from them.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Connection, Index, MetaData, PrimaryKeyConstraint, Table, text
from sqlalchemy.schema import SchemaItem

from app.persistence.columns import blob_column as _blob
from app.persistence.columns import int_column as _int
from app.persistence.columns import is_append_only, tenant_table, till_index
from app.persistence.columns import text_column as _text

# Bodies are bytes: so is what is looked for, a key with the quotes of JSON around it.
_APPROVER = '"approved_by":"'
NAMES_APPROVER = f"instr(body, x'{_APPROVER.encode().hex()}') > 0"

metadata = MetaData()


def _table(name: str, *parts: SchemaItem) -> Table:
    return tenant_table(metadata, name, *parts)


def _facts(name: str, *parts: SchemaItem) -> Table:
    return tenant_table(metadata, name, *parts, append_only=True)


members = _table(
    "members",
    _text("member_id", key=True),
    _text("name"),
    _text("name_key"),
    _blob("phone_sealed", optional=True),
    _blob("phone_index", optional=True),
    _blob("phone_last4_index", optional=True),
    _text("language"),
    _text("referrer_id", optional=True),
    _text("merged_into", optional=True),
    _text("first_tier"),
    _int("joined_at"),
    _blob("email_sealed", optional=True),
    _blob("birthday_sealed", optional=True),
    Index("members_by_name", "tenant_id", "name_key"),
    Index("members_by_phone", "tenant_id", "phone_index", sqlite_where=text("phone_index IS NOT NULL")),
    Index("members_by_last4", "tenant_id", "phone_last4_index", sqlite_where=text("phone_last4_index IS NOT NULL")),
    Index("members_by_referrer", "tenant_id", "referrer_id", "member_id", sqlite_where=text("referrer_id IS NOT NULL")),
    Index("members_merged", "tenant_id", "merged_into", sqlite_where=text("merged_into IS NOT NULL")),
    Index("members_by_joining", "tenant_id", "joined_at"),
    Index("members_by_birthday", "tenant_id", "birthday_sealed", sqlite_where=text("birthday_sealed IS NOT NULL")),
)

cards = _table(
    "cards",
    _text("number"),
    _text("member_id"),
    _text("last4"),
    _text("status"),
    _int("issued_at"),
    _int("status_at"),
    PrimaryKeyConstraint("tenant_id", "number"),
    Index("cards_active", "member_id", unique=True, sqlite_where=text("status = 'ACTIVE'")),
    Index("cards_by_last4", "tenant_id", "last4"),
    Index("cards_by_member", "tenant_id", "member_id", "issued_at"),
)

balances = _table(
    "balances",
    _text("member_id", key=True),
    _int("points"),
    _int("debt"),
    _text("tier"),
)

lots = _table(
    "lots",
    _text("lot_id", key=True),
    _text("member_id"),
    _int("ledger_no"),
    _int("points"),
    _int("points_left"),
    _int("points_expired"),
    _int("available_at"),
    _int("expires_at", optional=True),
    _int("first_expires_at", optional=True),
    _int("counts_from", optional=True),
    CheckConstraint("points_left BETWEEN 0 AND points AND points_expired >= 0", name="lots_left"),
    Index("lots_by_member", "member_id", "points_left"),
    Index("lots_expiring", "tenant_id", "expires_at", "ledger_no", sqlite_where=text("points_left > 0")),
)

lot_uses = _table(
    "lot_uses",
    _text("entry_id"),
    _text("lot_id"),
    _text("stands_for"),
    _text("member_id"),
    _int("points"),
    PrimaryKeyConstraint("entry_id", "lot_id", "stands_for"),
    CheckConstraint("points > 0", name="lot_uses_points"),
    Index("lot_uses_debt", "member_id", sqlite_where=text("lot_id = ''")),
    Index("lot_uses_by_member", "member_id"),
)

entries = _facts(
    "entries",
    _int("ledger_no"),
    _text("entry_id"),
    _text("member_id"),
    _text("card_number", optional=True),
    _text("kind"),
    _int("points"),
    _int("balance_after"),
    _text("cause"),
    _text("corrects", optional=True),
    _text("rule_id", optional=True),
    _text("reason", optional=True),
    _text("staff", optional=True),
    _int("occurred_at"),
    _text("business_day"),
    _int("available_at", optional=True),
    _int("expires_at", optional=True),
    _int("event_seq"),
    PrimaryKeyConstraint("tenant_id", "ledger_no"),
    Index("entries_by_member", "member_id", "ledger_no"),
    Index("entries_by_cause", "cause", "ledger_no"),
    Index("entries_by_correction", "corrects", sqlite_where=text("corrects IS NOT NULL")),
    Index("entries_by_day", "tenant_id", "business_day"),
    till_index("entries_by_hand", "tenant_id", "business_day", where="kind = 'ADJUST'"),
)

bills = _facts(
    "bills",
    _text("bill_id"),
    _text("number"),
    _text("member_id", optional=True),
    _text("card_number", optional=True),
    _text("referrer_id", optional=True),
    _int("occurred_at"),
    _text("business_day"),
    _text("staff"),
    _int("program_version"),
    _text("tier", optional=True),
    _int("gross_minor"),
    _int("round_off_minor"),
    _int("net_minor"),
    _int("redeemed_points"),
    _int("redeemed_minor"),
    _int("earned_points"),
    _int("bonus_points"),
    _int("referrer_points"),
    _int("balance_after"),
    _int("pending_after"),
    _int("typed", optional=True),
    PrimaryKeyConstraint("tenant_id", "bill_id"),
    Index("bills_by_number", "tenant_id", "number", unique=True),
    Index("bills_by_member", "member_id", "occurred_at", sqlite_where=text("member_id IS NOT NULL")),
    Index("bills_by_day", "tenant_id", "business_day", "bill_id"),
    till_index(
        "bills_of_members",
        *("tenant_id", "business_day", "member_id", "staff", "redeemed_points", "typed", "occurred_at"),
        where="member_id IS NOT NULL",
    ),
)

bill_lines = _facts(
    "bill_lines",
    _text("bill_id"),
    _int("line_no"),
    _text("line_id"),
    _text("category"),
    _text("label"),
    _int("quantity_milli"),
    _int("unit_price_minor"),
    _int("gross_minor"),
    _int("category_discount_minor"),
    _int("tier_discount_minor"),
    _int("bill_discount_minor"),
    _int("net_minor"),
    _int("redeemed_minor"),
    _int("base_minor"),
    _text("point_percent"),
    _text("campaign_multiplier"),
    _text("campaign_ids"),
    _text("tier_multiplier"),
    _int("points"),
    PrimaryKeyConstraint("bill_id", "line_no"),
)

bill_tenders = _facts(
    "bill_tenders",
    _text("bill_id"),
    _int("tender_no"),
    _text("kind"),
    _int("amount_minor"),
    _int("given_minor"),
    PrimaryKeyConstraint("bill_id", "tender_no"),
)

refunds = _facts(
    "refunds",
    _text("refund_id", key=True),
    _text("bill_id"),
    _text("kind"),
    _int("occurred_at"),
    _text("business_day"),
    _text("staff"),
    _int("amount_minor"),
    _int("reversed_points"),
    _int("posted_reversed_points"),
    _int("restored_points"),
    _int("restored_minor"),
    _int("referrer_points"),
    _int("posted_referrer_points"),
    _int("balance_after"),
    Index("refunds_by_bill", "bill_id"),
    Index("refunds_by_day", "tenant_id", "business_day"),
)

refund_lines = _facts(
    "refund_lines",
    _text("refund_id"),
    _text("line_id"),
    _int("amount_minor"),
    PrimaryKeyConstraint("refund_id", "line_id"),
)

claims = _facts(
    "claims",
    _text("bill_id", key=True),
    _text("member_id"),
    _text("card_number"),
    _text("referrer_id", optional=True),
    _text("tier"),
    _int("claimed_at"),
    _text("staff"),
    _text("line_points"),
    _int("earned_points"),
    _int("bonus_points"),
    _int("referrer_points"),
    _int("balance_after"),
    _int("pending_after"),
)

activity = _table(
    "activity",
    _text("bill_id", key=True),
    _text("member_id"),
    _int("at"),
    _int("spend_minor"),
    _int("points"),
    Index("activity_by_member", "member_id", "tenant_id", "at", "spend_minor", "points"),
)

held_bills = _table(
    "held_bills",
    _text("held_id", key=True),
    _text("label"),
    _text("cart"),
    _text("member_id", optional=True),
    _int("held_at"),
)

tier_changes = _table(
    "tier_changes",
    _text("change_id", key=True),
    _text("member_id"),
    _text("from_tier"),
    _text("to_tier"),
    _text("kind"),
    _text("reason"),
    _int("points"),
    _int("spend_minor"),
    _int("orders"),
    _text("staff"),
    _int("occurred_at"),
    Index("tier_changes_by_member", "member_id"),
)

tier_holds = _table(
    "tier_holds",
    _text("change_id", key=True),
    _int("until"),
)

programs = _facts(
    "programs",
    _int("version"),
    _text("body"),
    _text("staff"),
    _int("published_at"),
    PrimaryKeyConstraint("tenant_id", "version"),
)

rate_drafts = _table(
    "rate_drafts",
    _text("staff"),
    _text("facts"),
    PrimaryKeyConstraint("tenant_id", "staff"),
)

effects = _facts(
    "effects",
    _text("verb"),
    _text("key"),
    _text("result"),
    PrimaryKeyConstraint("tenant_id", "verb", "key"),
)

events = _facts(
    "events",
    _text("counter_code"),
    _int("epoch"),
    _int("seq"),
    _text("event_id"),
    _text("kind"),
    _int("occurred_at"),
    _blob("previous_hash"),
    _blob("hash"),
    _blob("body"),
    PrimaryKeyConstraint("tenant_id", "counter_code", "epoch", "seq"),
    till_index("events_approved", "tenant_id", "occurred_at", where=NAMES_APPROVER),
)

print_jobs = _table(
    "print_jobs",
    _text("job_id", key=True),
    _text("document"),
    _text("subject_id"),
    _int("copy"),
    _text("status"),
    _int("tries"),
    _text("error", optional=True),
    _int("created_at"),
    Index("print_jobs_by_subject", "subject_id"),
    Index("print_jobs_open", "created_at", sqlite_where=text("status IN ('WAITING', 'SENDING', 'STOPPED')")),
)

counters = _table(
    "counters",
    _text("counter_code"),
    _int("epoch"),
    _int("last_seq"),
    _blob("head_hash"),
    _int("last_ledger_no"),
    _int("latest_at"),
    _text("financial_year"),
    _int("last_bill_no"),
    PrimaryKeyConstraint("tenant_id", "counter_code"),
)

APPEND_ONLY = tuple(filter(is_append_only, metadata.tables.values()))


def append_only_triggers(table: Table) -> list[str]:
    """What keeps rows as they are, in a table where they must stay so."""
    verbs = ("UPDATE", "DELETE") if is_append_only(table) else ()
    return [
        f"CREATE TRIGGER {table.name}_no_{verb.lower()} BEFORE {verb} ON {table.name} "
        f"BEGIN SELECT RAISE(ABORT, '{table.name} is append-only'); END"
        for verb in verbs
    ]


def create_all(connection: Connection) -> None:
    """Create every table and trigger in an empty database."""
    metadata.create_all(connection, checkfirst=False)
    for table in metadata.sorted_tables:
        for trigger in append_only_triggers(table):
            connection.exec_driver_sql(trigger)
