"""The stores of the chain by their names, as the server tells them."""

from alembic import op

revision = "0039"
down_revision = "0033"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE told_stores (
            tenant_id TEXT NOT NULL,
            store_id TEXT NOT NULL,
            name TEXT NOT NULL,
            is_open INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, store_id)
            )
        STRICT
        """
    )
