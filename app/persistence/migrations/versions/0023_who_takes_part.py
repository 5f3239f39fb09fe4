"""Since when members take part in campaigns."""

from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE participations (
            tenant_id TEXT NOT NULL,
            member_id TEXT NOT NULL,
            drive_id TEXT NOT NULL,
            joined_at INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, member_id, drive_id)
            )
        STRICT
        """
    )
    op.execute("CREATE INDEX participations_by_member ON participations (member_id, tenant_id)")
