"""Programmes, as they are kept besides the versions of their rules."""

from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE programmes (
            tenant_id TEXT NOT NULL,
            programme_id TEXT NOT NULL,
            facts TEXT NOT NULL,
            PRIMARY KEY (tenant_id, programme_id)
            )
        STRICT
        """
    )
