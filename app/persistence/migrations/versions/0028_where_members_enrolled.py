"""The stores in which members were enrolled; a counter is told them anew."""

from alembic import op

revision = "0028"
down_revision = "0026"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE homes (
            tenant_id TEXT NOT NULL,
            member_id TEXT NOT NULL,
            store_id TEXT NOT NULL,
            PRIMARY KEY (tenant_id, member_id)
            )
        STRICT
        """
    )
