"""The first tables."""

from alembic import op

revision = "0001"
down_revision = None

_STATEMENTS = (
    """
    CREATE TABLE members (
        tenant_id TEXT NOT NULL,
        member_id TEXT NOT NULL,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        phone_sealed BLOB,
        phone_index BLOB,
        phone_last4_index BLOB,
        language TEXT NOT NULL,
        referrer_id TEXT,
        merged_into TEXT,
        first_tier TEXT NOT NULL,
        joined_at INTEGER NOT NULL,
        PRIMARY KEY (member_id)
    ) STRICT
    """,
    "CREATE INDEX members_by_phone ON members (tenant_id, phone_index) WHERE phone_index IS NOT NULL",
    "CREATE INDEX members_by_last4 ON members (tenant_id, phone_last4_index) WHERE phone_last4_index IS NOT NULL",
    "CREATE INDEX members_by_name ON members (tenant_id, name_key)",
    """
    CREATE TABLE cards (
        tenant_id TEXT NOT NULL,
        number TEXT NOT NULL,
        member_id TEXT NOT NULL,
        last4 TEXT NOT NULL,
        status TEXT NOT NULL,
        issued_at INTEGER NOT NULL,
        status_at INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, number)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX cards_active ON cards (member_id) WHERE status = 'ACTIVE'",
    "CREATE INDEX cards_by_last4 ON cards (tenant_id, last4)",
    """
    CREATE TABLE balances (
        tenant_id TEXT NOT NULL,
        member_id TEXT NOT NULL,
        points INTEGER NOT NULL,
        debt INTEGER NOT NULL,
        tier TEXT NOT NULL,
        PRIMARY KEY (member_id)
    ) STRICT
    """,
    """
    CREATE TABLE lots (
        tenant_id TEXT NOT NULL,
        lot_id TEXT NOT NULL,
        member_id TEXT NOT NULL,
        ledger_no INTEGER NOT NULL,
        points INTEGER NOT NULL,
        points_left INTEGER NOT NULL,
        points_expired INTEGER NOT NULL,
        available_at INTEGER NOT NULL,
        expires_at INTEGER,
        PRIMARY KEY (lot_id),
        CONSTRAINT lots_left CHECK (points_left BETWEEN 0 AND points AND points_expired >= 0)
    ) STRICT
    """,
    "CREATE INDEX lots_by_member ON lots (member_id, points_left)",
    "CREATE INDEX lots_expiring ON lots (tenant_id, expires_at, ledger_no) WHERE points_left > 0",
    """
    CREATE TABLE lot_uses (
        tenant_id TEXT NOT NULL,
        entry_id TEXT NOT NULL,
        lot_id TEXT NOT NULL,
        stands_for TEXT NOT NULL,
        member_id TEXT NOT NULL,
        points INTEGER NOT NULL,
        PRIMARY KEY (entry_id, lot_id, stands_for),
        CONSTRAINT lot_uses_points CHECK (points > 0)
    ) STRICT
    """,
    "CREATE INDEX lot_uses_debt ON lot_uses (member_id) WHERE lot_id = ''",
    "CREATE INDEX lot_uses_by_member ON lot_uses (member_id)",
    """
    CREATE TABLE entries (
        tenant_id TEXT NOT NULL,
        ledger_no INTEGER NOT NULL,
        entry_id TEXT NOT NULL,
        member_id TEXT NOT NULL,
        card_number TEXT,
        kind TEXT NOT NULL,
        points INTEGER NOT NULL,
        balance_after INTEGER NOT NULL,
        cause TEXT NOT NULL,
        corrects TEXT,
        rule_id TEXT,
        reason TEXT,
        staff TEXT,
        occurred_at INTEGER NOT NULL,
        business_day TEXT NOT NULL,
        available_at INTEGER,
        expires_at INTEGER,
        event_seq INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, ledger_no)
    ) STRICT
    """,
    "CREATE INDEX entries_by_cause ON entries (cause, ledger_no)",
    "CREATE INDEX entries_by_member ON entries (member_id, ledger_no)",
    "CREATE INDEX entries_by_correction ON entries (corrects) WHERE corrects IS NOT NULL",
    """
    CREATE TABLE bills (
        tenant_id TEXT NOT NULL,
        bill_id TEXT NOT NULL,
        number TEXT NOT NULL,
        member_id TEXT,
        card_number TEXT,
        referrer_id TEXT,
        occurred_at INTEGER NOT NULL,
        business_day TEXT NOT NULL,
        staff TEXT NOT NULL,
        program_version INTEGER NOT NULL,
        tier TEXT,
        gross_minor INTEGER NOT NULL,
        round_off_minor INTEGER NOT NULL,
        net_minor INTEGER NOT NULL,
        redeemed_points INTEGER NOT NULL,
        redeemed_minor INTEGER NOT NULL,
        earned_points INTEGER NOT NULL,
        bonus_points INTEGER NOT NULL,
        referrer_points INTEGER NOT NULL,
        balance_after INTEGER NOT NULL,
        pending_after INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, bill_id)
    ) STRICT
    """,
    "CREATE INDEX bills_by_member ON bills (member_id, occurred_at) WHERE member_id IS NOT NULL",
    "CREATE UNIQUE INDEX bills_by_number ON bills (tenant_id, number)",
    """
    CREATE TABLE bill_lines (
        tenant_id TEXT NOT NULL,
        bill_id TEXT NOT NULL,
        line_no INTEGER NOT NULL,
        line_id TEXT NOT NULL,
        category TEXT NOT NULL,
        label TEXT NOT NULL,
        quantity_milli INTEGER NOT NULL,
        unit_price_minor INTEGER NOT NULL,
        gross_minor INTEGER NOT NULL,
        category_discount_minor INTEGER NOT NULL,
        tier_discount_minor INTEGER NOT NULL,
        bill_discount_minor INTEGER NOT NULL,
        net_minor INTEGER NOT NULL,
        redeemed_minor INTEGER NOT NULL,
        base_minor INTEGER NOT NULL,
        point_percent TEXT NOT NULL,
        campaign_multiplier TEXT NOT NULL,
        campaign_ids TEXT NOT NULL,
        tier_multiplier TEXT NOT NULL,
        points INTEGER NOT NULL,
        PRIMARY KEY (bill_id, line_no)
    ) STRICT
    """,
    """
    CREATE TABLE bill_tenders (
        tenant_id TEXT NOT NULL,
        bill_id TEXT NOT NULL,
        tender_no INTEGER NOT NULL,
        kind TEXT NOT NULL,
        amount_minor INTEGER NOT NULL,
        given_minor INTEGER NOT NULL,
        PRIMARY KEY (bill_id, tender_no)
    ) STRICT
    """,
    """
    CREATE TABLE refunds (
        tenant_id TEXT NOT NULL,
        refund_id TEXT NOT NULL,
        bill_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        occurred_at INTEGER NOT NULL,
        business_day TEXT NOT NULL,
        staff TEXT NOT NULL,
        amount_minor INTEGER NOT NULL,
        reversed_points INTEGER NOT NULL,
        posted_reversed_points INTEGER NOT NULL,
        restored_points INTEGER NOT NULL,
        restored_minor INTEGER NOT NULL,
        referrer_points INTEGER NOT NULL,
        posted_referrer_points INTEGER NOT NULL,
        balance_after INTEGER NOT NULL,
        PRIMARY KEY (refund_id)
    ) STRICT
    """,
    "CREATE INDEX refunds_by_bill ON refunds (bill_id)",
    """
    CREATE TABLE refund_lines (
        tenant_id TEXT NOT NULL,
        refund_id TEXT NOT NULL,
        line_id TEXT NOT NULL,
        amount_minor INTEGER NOT NULL,
        PRIMARY KEY (refund_id, line_id)
    ) STRICT
    """,
    """
    CREATE TABLE activity (
        tenant_id TEXT NOT NULL,
        bill_id TEXT NOT NULL,
        member_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        spend_minor INTEGER NOT NULL,
        points INTEGER NOT NULL,
        PRIMARY KEY (bill_id)
    ) STRICT
    """,
    "CREATE INDEX activity_by_member ON activity (member_id, tenant_id, at, spend_minor, points)",
    """
    CREATE TABLE held_bills (
        tenant_id TEXT NOT NULL,
        held_id TEXT NOT NULL,
        label TEXT NOT NULL,
        cart TEXT NOT NULL,
        member_id TEXT,
        held_at INTEGER NOT NULL,
        PRIMARY KEY (held_id)
    ) STRICT
    """,
    """
    CREATE TABLE tier_changes (
        tenant_id TEXT NOT NULL,
        change_id TEXT NOT NULL,
        member_id TEXT NOT NULL,
        from_tier TEXT NOT NULL,
        to_tier TEXT NOT NULL,
        kind TEXT NOT NULL,
        reason TEXT NOT NULL,
        points INTEGER NOT NULL,
        spend_minor INTEGER NOT NULL,
        orders INTEGER NOT NULL,
        staff TEXT NOT NULL,
        occurred_at INTEGER NOT NULL,
        PRIMARY KEY (change_id)
    ) STRICT
    """,
    "CREATE INDEX tier_changes_by_member ON tier_changes (member_id)",
    """
    CREATE TABLE programs (
        tenant_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        body TEXT NOT NULL,
        staff TEXT NOT NULL,
        published_at INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, version)
    ) STRICT
    """,
    """
    CREATE TABLE effects (
        tenant_id TEXT NOT NULL,
        verb TEXT NOT NULL,
        "key" TEXT NOT NULL,
        result TEXT NOT NULL,
        PRIMARY KEY (tenant_id, verb, "key")
    ) STRICT
    """,
    """
    CREATE TABLE events (
        tenant_id TEXT NOT NULL,
        counter_code TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        event_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        occurred_at INTEGER NOT NULL,
        previous_hash BLOB NOT NULL,
        hash BLOB NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (tenant_id, counter_code, epoch, seq)
    ) STRICT
    """,
    """
    CREATE TABLE print_jobs (
        tenant_id TEXT NOT NULL,
        job_id TEXT NOT NULL,
        document TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        copy INTEGER NOT NULL,
        status TEXT NOT NULL,
        tries INTEGER NOT NULL,
        error TEXT,
        created_at INTEGER NOT NULL,
        PRIMARY KEY (job_id)
    ) STRICT
    """,
    "CREATE INDEX print_jobs_by_subject ON print_jobs (subject_id)",
    "CREATE INDEX print_jobs_waiting ON print_jobs (status) WHERE status = 'WAITING'",
    """
    CREATE TABLE counters (
        tenant_id TEXT NOT NULL,
        counter_code TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        last_seq INTEGER NOT NULL,
        head_hash BLOB NOT NULL,
        last_ledger_no INTEGER NOT NULL,
        latest_at INTEGER NOT NULL,
        financial_year TEXT NOT NULL,
        last_bill_no INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, counter_code)
    ) STRICT
    """,
)

_APPEND_ONLY = (
    "entries",
    "bills",
    "bill_lines",
    "bill_tenders",
    "refunds",
    "refund_lines",
    "tier_changes",
    "programs",
    "effects",
    "events",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
    for table in _APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
