"""Programmes, as they are kept besides the versions of their rules."""

from alembic import op

from server.databases.schema import complete

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    complete(op.get_bind())
