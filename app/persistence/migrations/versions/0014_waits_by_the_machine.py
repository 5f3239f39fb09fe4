"""How long the machine had been running when a wrong PIN was typed: nobody sets that clock."""

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.execute("ALTER TABLE staff_keys ADD COLUMN failed_mono_ms INTEGER")
