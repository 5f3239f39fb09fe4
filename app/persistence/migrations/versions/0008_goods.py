"""The catalogue, what a sold line keeps of it, and the card that came to a bill later."""

from alembic import op

revision = "0008"
down_revision = "0007"

_STATEMENTS = (
    """
    CREATE TABLE products (
        tenant_id TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        category TEXT NOT NULL,
        hsn TEXT NOT NULL,
        gst_percent TEXT,
        mrp_minor INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, code)
        )
    STRICT
    """,
    "CREATE INDEX products_by_name ON products (tenant_id, name_key)",
    """
    CREATE TABLE batches (
        tenant_id TEXT NOT NULL,
        code TEXT NOT NULL,
        batch TEXT NOT NULL,
        expires_on TEXT,
        mrp_minor INTEGER,
        PRIMARY KEY (tenant_id, code, batch)
        )
    STRICT
    """,
    """
    CREATE TABLE line_details (
        tenant_id TEXT NOT NULL,
        bill_id TEXT NOT NULL,
        line_no INTEGER NOT NULL,
        discount_minor INTEGER NOT NULL,
        code TEXT,
        hsn TEXT NOT NULL,
        batch TEXT NOT NULL,
        expires_on TEXT,
        gst_percent TEXT,
        PRIMARY KEY (bill_id, line_no)
        )
    STRICT
    """,
    """
    CREATE TABLE claims (
        tenant_id TEXT NOT NULL,
        bill_id TEXT NOT NULL,
        member_id TEXT NOT NULL,
        card_number TEXT NOT NULL,
        referrer_id TEXT,
        tier TEXT NOT NULL,
        claimed_at INTEGER NOT NULL,
        staff TEXT NOT NULL,
        line_points TEXT NOT NULL,
        earned_points INTEGER NOT NULL,
        bonus_points INTEGER NOT NULL,
        referrer_points INTEGER NOT NULL,
        balance_after INTEGER NOT NULL,
        pending_after INTEGER NOT NULL,
        PRIMARY KEY (bill_id)
        )
    STRICT
    """,
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
    for name in ("line_details", "claims"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {name}_no_{verb.lower()} BEFORE {verb} ON {name} "
                f"BEGIN SELECT RAISE(ABORT, '{name} is append-only'); END"
            )
