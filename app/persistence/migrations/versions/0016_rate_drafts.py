"""What managers have begun to change of the rates, until they publish it."""

from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE rate_drafts (
            tenant_id TEXT NOT NULL,
            staff TEXT NOT NULL,
            facts TEXT NOT NULL,
            PRIMARY KEY (tenant_id, staff)
            )
        STRICT
        """
    )
