"""Bills, returns and movements of points are found by their day, by indexes that the first revision may have made."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.execute("CREATE INDEX IF NOT EXISTS bills_by_day ON bills (tenant_id, business_day, bill_id)")
    for table in ("refunds", "entries"):
        op.execute(f"CREATE INDEX IF NOT EXISTS {table}_by_day ON {table} (tenant_id, business_day)")
