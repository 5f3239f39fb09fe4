"""What managers have begun to change of the rates: the table is there, though nobody drafts at the server."""

from alembic import op

from server.databases.schema import complete

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    complete(op.get_bind())
