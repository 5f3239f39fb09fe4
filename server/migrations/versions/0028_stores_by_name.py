"""The stores of a chain as a counter is told them, a table here too."""

from alembic import op

from server.databases.schema import complete

revision = "0028"
down_revision = "0025"


def upgrade() -> None:
    complete(op.get_bind())
