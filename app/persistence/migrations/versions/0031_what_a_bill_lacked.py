"""The rewards that rules would have given with a bill, had any been left."""

from alembic import op

revision = "0031"
down_revision = "0028"


def upgrade() -> None:
    op.execute("ALTER TABLE bills ADD COLUMN lacking TEXT")
