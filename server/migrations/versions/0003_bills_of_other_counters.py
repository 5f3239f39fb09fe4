"""The numbers of vouchers, and in which ways money was given back."""

from alembic import op

from server.databases.schema import complete

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    complete(op.get_bind())
