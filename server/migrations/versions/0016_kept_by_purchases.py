"""How purchases have pushed the end of points; it is there where the first revision was made after it."""

from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    for name in ("first_expires_at", "counts_from"):
        op.execute(f"ALTER TABLE lots ADD COLUMN IF NOT EXISTS {name} BIGINT")
