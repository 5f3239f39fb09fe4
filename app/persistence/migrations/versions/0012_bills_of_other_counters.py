"""What the server told of bills, the numbers of vouchers, and in which ways money was given back."""

from alembic import op

revision = "0012"
down_revision = "0011"

_TOLD = """
    CREATE TABLE told_bills (
        tenant_id TEXT NOT NULL,
        bill_id TEXT NOT NULL,
        number TEXT NOT NULL,
        position INTEGER NOT NULL,
        facts TEXT NOT NULL,
        PRIMARY KEY (tenant_id, bill_id)
        )
    STRICT
    """
_NUMBERS = """
    CREATE TABLE tender_numbers (
        tenant_id TEXT NOT NULL,
        bill_id TEXT NOT NULL,
        tender_no INTEGER NOT NULL,
        number TEXT NOT NULL,
        PRIMARY KEY (tenant_id, bill_id, tender_no)
        )
    STRICT
    """
_GIVEN = """
    CREATE TABLE refund_tenders (
        tenant_id TEXT NOT NULL,
        refund_id TEXT NOT NULL,
        tender_no INTEGER NOT NULL,
        kind TEXT NOT NULL,
        amount_minor INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, refund_id, tender_no)
        )
    STRICT
    """


def upgrade() -> None:
    for statement in (_TOLD, _NUMBERS, _GIVEN):
        op.execute(statement)
    for table in ("told_bills", "tender_numbers"):
        op.execute(f"CREATE INDEX {table}_by_number ON {table} (tenant_id, number)")
    for table in ("tender_numbers", "refund_tenders"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
