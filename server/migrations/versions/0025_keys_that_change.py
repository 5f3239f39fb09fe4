"""The keys of a counter's link, a table here too; they are there where the first revision was made after it."""

from alembic import op

revision = "0025"
down_revision = "0023"


def upgrade() -> None:
    op.execute("ALTER TABLE links ADD COLUMN IF NOT EXISTS next_key BYTEA")
    op.execute("ALTER TABLE links ADD COLUMN IF NOT EXISTS former_key BYTEA")
    op.execute("ALTER TABLE links ADD COLUMN IF NOT EXISTS key_since BIGINT")
