"""The print queue also holds what is being sent to a printer, and what waits for a person."""

from alembic import op

revision = "0003"
down_revision = "0002"

_STATEMENTS = (
    "DROP INDEX print_jobs_waiting",
    "CREATE INDEX print_jobs_open ON print_jobs (created_at) WHERE status IN ('WAITING', 'SENDING', 'STOPPED')",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
