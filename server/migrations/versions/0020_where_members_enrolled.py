"""The stores in which members were enrolled. What counters sent before says them: `server.intake.homes`."""

from alembic import op

from server.databases.schema import complete

revision = "0020"
down_revision = "0018"


def upgrade() -> None:
    complete(op.get_bind())
