"""A counter knows the furthest position that any answer of its server was taken from."""

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.execute("ALTER TABLE links ADD COLUMN seen INTEGER")
    op.execute(
        "UPDATE links SET seen = (SELECT max(t.position) FROM told_members AS t WHERE t.tenant_id = links.tenant_id)"
    )
