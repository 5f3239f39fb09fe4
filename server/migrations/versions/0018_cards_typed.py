"""Whether a card's number was typed; it is there where the first revision was made after it."""

from alembic import op

revision = "0018"
down_revision = "0016"


def upgrade() -> None:
    op.execute("ALTER TABLE bills ADD COLUMN IF NOT EXISTS typed BIGINT")
