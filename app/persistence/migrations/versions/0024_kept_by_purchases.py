"""How purchases have pushed the end of points."""

from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    for name in ("first_expires_at", "counts_from"):
        op.execute(f"ALTER TABLE lots ADD COLUMN {name} INTEGER")
