"""A tier set by hand may have an end that was named for it; whose birthday it is, is found."""

from alembic import op

revision = "0019"
down_revision = "0016"

_STEPS = (
    """
    CREATE TABLE tier_holds (
        tenant_id TEXT NOT NULL,
        change_id TEXT NOT NULL,
        until INTEGER NOT NULL,
        PRIMARY KEY (change_id)
        )
    STRICT
    """,
    "CREATE INDEX members_by_birthday ON members (tenant_id, birthday_sealed) WHERE birthday_sealed IS NOT NULL",
)


def upgrade() -> None:
    for step in _STEPS:
        op.execute(step)
