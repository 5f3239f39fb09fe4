"""Whom a member brought is found without looking through all members."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.execute(
        "CREATE INDEX members_by_referrer ON members (tenant_id, referrer_id, member_id) WHERE referrer_id IS NOT NULL"
    )
