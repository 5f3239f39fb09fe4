"""A counter keeps the key that its server signs snapshots with. One that has joined already is told it later."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.execute("ALTER TABLE links ADD COLUMN server_key BLOB")
