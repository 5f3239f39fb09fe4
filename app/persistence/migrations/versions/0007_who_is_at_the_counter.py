"""Who is at the counter: people it keeps itself, and the PINs and staff cards by which anybody is known at it."""

from alembic import op

revision = "0007"
down_revision = "0006"

_STATEMENTS = (
    """
    CREATE TABLE own_staff (
        tenant_id TEXT NOT NULL,
        staff_id TEXT NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        is_active INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, staff_id)
        )
    STRICT
    """,
    """
    CREATE TABLE staff_keys (
        tenant_id TEXT NOT NULL,
        staff_id TEXT NOT NULL,
        pin_hash TEXT NOT NULL,
        card_digest TEXT NOT NULL,
        failures INTEGER NOT NULL,
        failed_at INTEGER,
        PRIMARY KEY (tenant_id, staff_id)
        )
    STRICT
    """,
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
