"""Bills that might be, by name, with what they must bring before rules are published."""

from alembic import op

revision = "0020"
down_revision = "0017"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE saved_cases (
            tenant_id TEXT NOT NULL,
            name TEXT NOT NULL,
            facts TEXT NOT NULL,
            PRIMARY KEY (tenant_id, name)
            )
        STRICT
        """
    )
