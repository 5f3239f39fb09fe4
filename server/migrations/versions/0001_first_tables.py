"""The first tables, as they are declared until the first release; from then on as they were."""

from alembic import op

from server.databases.schema import create

revision = "0001"
down_revision = None


def upgrade() -> None:
    create(op.get_bind())
