"""Lines are added up by category, and what was taken from lots or given back to them is found, without being read."""

from alembic import op

revision = "0038"
down_revision = "0039"


def upgrade() -> None:
    op.execute(
        "CREATE INDEX bill_lines_by_category ON bill_lines "
        "(category, bill_id, tenant_id, gross_minor, net_minor, points)"
    )
    op.execute(
        "CREATE INDEX entries_of_lots ON entries (tenant_id, kind, business_day) "
        "WHERE kind IN ('EXPIRE', 'UNEXPIRE', 'REVERSE', 'RESTORE', 'UNEXTEND')"
    )
