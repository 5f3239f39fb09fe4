"""Since when members take part in campaigns."""

from alembic import op

from server.databases.schema import complete

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    complete(op.get_bind())
