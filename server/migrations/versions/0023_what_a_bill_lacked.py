"""The rewards that rules would have given with a bill; they are there where the first revision was made after it."""

from alembic import op

revision = "0023"
down_revision = "0020"


def upgrade() -> None:
    op.execute("ALTER TABLE bills ADD COLUMN IF NOT EXISTS lacking TEXT")
