"""A member may have an e-mail and a birthday. The columns are there where the first revision was made after them."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.execute("ALTER TABLE members ADD COLUMN IF NOT EXISTS email_sealed BYTEA")
    op.execute("ALTER TABLE members ADD COLUMN IF NOT EXISTS birthday_sealed BYTEA")
    op.execute("ALTER TABLE links ADD COLUMN IF NOT EXISTS protocol BIGINT")
