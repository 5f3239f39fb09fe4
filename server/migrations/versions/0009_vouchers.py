"""Vouchers that rewards were changed into, and the moves that brought each where it stands."""

from alembic import op

from server.databases.schema import complete

revision = "0009"
down_revision = "0010"


def upgrade() -> None:
    complete(op.get_bind())
