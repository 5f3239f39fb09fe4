"""What decision rules brought to bills, how it counts for their limits, and the shares of their budgets."""

from alembic import op

from server.databases.schema import complete

revision = "0008"
down_revision = "0009"


def upgrade() -> None:
    complete(op.get_bind())
