"""Partners, and the vouchers that each is still asked for."""

from alembic import op

from server.databases.schema import complete

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    complete(op.get_bind())
