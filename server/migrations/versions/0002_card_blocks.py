"""Which block of card numbers is kept for which counter. It is there where the first revision was made after it."""

from alembic import op

from server.databases.schema import complete

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    complete(op.get_bind())
    op.execute("ALTER TABLE links ADD COLUMN IF NOT EXISTS card_block BIGINT")
    op.execute("ALTER TABLE links ADD COLUMN IF NOT EXISTS card_key BYTEA")
