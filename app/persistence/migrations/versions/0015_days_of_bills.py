"""Bills, returns and movements of points are found by their day: what reports walk."""

from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.execute("CREATE INDEX bills_by_day ON bills (tenant_id, business_day, bill_id)")
    for table in ("refunds", "entries"):
        op.execute(f"CREATE INDEX {table}_by_day ON {table} (tenant_id, business_day)")
