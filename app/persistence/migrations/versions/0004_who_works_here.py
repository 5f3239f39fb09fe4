"""Who works at a counter's store, as its server tells it."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE told_staff (
            tenant_id TEXT NOT NULL,
            staff_id TEXT NOT NULL,
            name TEXT NOT NULL,
            role TEXT NOT NULL,
            is_active INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, staff_id)
            )
        STRICT
        """
    )
