"""A counter of a chain keeps the block of card numbers that its server reserved for it."""

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.execute("ALTER TABLE links ADD COLUMN card_block INTEGER")
    op.execute("ALTER TABLE links ADD COLUMN card_key BLOB")
