"""A tier set by hand may have an end that was named for it; whose birthday it is, is found."""

from alembic import op

from server.databases.schema import complete

revision = "0010"
down_revision = "0007"


def upgrade() -> None:
    complete(op.get_bind())
    op.execute(
        "CREATE INDEX IF NOT EXISTS members_by_birthday ON members (tenant_id, birthday_sealed)"
        " WHERE birthday_sealed IS NOT NULL"
    )
