"""What a counter of a chain keeps: its link, its leases, what the server told. Tier history follows the server."""

from alembic import op

revision = "0002"
down_revision = "0001"

_STATEMENTS = (
    """
    CREATE TABLE leases (
        tenant_id TEXT NOT NULL,
        member_id TEXT NOT NULL,
        counter_code TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        granted INTEGER NOT NULL,
        spent INTEGER NOT NULL,
        returned INTEGER NOT NULL,
        written_off INTEGER NOT NULL,
        usable_until INTEGER,
        granted_at INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, member_id, counter_code, epoch)
        )
    STRICT
    """,
    "CREATE INDEX leases_by_counter ON leases (tenant_id, counter_code, member_id, epoch)",
    """
    CREATE TABLE links (
        tenant_id TEXT NOT NULL,
        server_url TEXT NOT NULL,
        server_tenant_id TEXT NOT NULL,
        store_id TEXT NOT NULL,
        store_name TEXT NOT NULL,
        client_id TEXT NOT NULL,
        audience TEXT NOT NULL,
        private_key BLOB NOT NULL,
        bond TEXT NOT NULL,
        position INTEGER NOT NULL,
        acked_epoch INTEGER NOT NULL,
        acked_seq INTEGER NOT NULL,
        told_epoch INTEGER NOT NULL,
        told_seq INTEGER NOT NULL,
        leases_since INTEGER NOT NULL,
        contact_at INTEGER,
        contact_clock_at INTEGER,
        offset_ms INTEGER,
        floor_card INTEGER NOT NULL,
        floor_counter INTEGER NOT NULL,
        PRIMARY KEY (tenant_id)
        )
    STRICT
    """,
    """
    CREATE TABLE floor_spends (
        tenant_id TEXT NOT NULL,
        member_id TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        points INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, epoch, seq, member_id)
        )
    STRICT
    """,
    """
    CREATE TABLE told_members (
        tenant_id TEXT NOT NULL,
        member_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        whole INTEGER NOT NULL,
        points INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, member_id)
        )
    STRICT
    """,
    """
    CREATE TABLE ledger_lines (
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
        PRIMARY KEY (tenant_id, ledger_no)
        )
    STRICT
    """,
    "CREATE INDEX ledger_lines_by_member ON ledger_lines (tenant_id, member_id, ledger_no)",
    """
    CREATE TABLE verdicts (
        tenant_id TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        status TEXT NOT NULL,
        code TEXT,
        detail TEXT,
        PRIMARY KEY (tenant_id, epoch, seq)
        )
    STRICT
    """,
    """
    CREATE TABLE reviews (
        tenant_id TEXT NOT NULL,
        review_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        facts TEXT NOT NULL,
        raised_at INTEGER NOT NULL,
        settled_at INTEGER,
        choice TEXT,
        staff TEXT,
        PRIMARY KEY (tenant_id, review_id)
        )
    STRICT
    """,
    "CREATE INDEX reviews_open ON reviews (tenant_id, raised_at) WHERE settled_at IS NULL",
    "CREATE INDEX cards_by_member ON cards (tenant_id, member_id, issued_at)",
    "CREATE INDEX members_merged ON members (tenant_id, merged_into) WHERE merged_into IS NOT NULL",
    "DROP TRIGGER tier_changes_no_update",
    "DROP TRIGGER tier_changes_no_delete",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
