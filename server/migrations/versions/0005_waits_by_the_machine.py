"""A column that tills need; it is there where the first revision was made after it."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.execute("ALTER TABLE staff_keys ADD COLUMN IF NOT EXISTS failed_mono_ms BIGINT")
