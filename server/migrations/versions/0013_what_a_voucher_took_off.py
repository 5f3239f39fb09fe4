"""What a voucher took off the bill it was spent on; it is there where the first revision was made after it."""

from alembic import op

revision = "0013"
down_revision = "0012"

_STEPS = (
    "ALTER TABLE voucher_moves ADD COLUMN IF NOT EXISTS minor BIGINT",
    "CREATE INDEX IF NOT EXISTS voucher_moves_by_cause ON voucher_moves (tenant_id, cause)",
    "CREATE INDEX IF NOT EXISTS members_by_joining ON members (tenant_id, joined_at)",
)


def upgrade() -> None:
    for step in _STEPS:
        op.execute(step)
