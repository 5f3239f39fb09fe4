"""What a voucher took off a bill is told with its move; the moves of a bill and new members are found."""

from alembic import op

revision = "0021"
down_revision = "0020"

_STEPS = (
    "ALTER TABLE voucher_moves ADD COLUMN minor INTEGER",
    "CREATE INDEX voucher_moves_by_cause ON voucher_moves (tenant_id, cause)",
    "CREATE INDEX members_by_joining ON members (tenant_id, joined_at)",
)


def upgrade() -> None:
    for step in _STEPS:
        op.execute(step)
