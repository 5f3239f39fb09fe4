"""Shifts of a counter: how each began, and the report that closed it."""

from alembic import op

revision = "0009"
down_revision = "0008"

_OPENINGS = """
    CREATE TABLE shift_openings (
        tenant_id TEXT NOT NULL,
        shift_id TEXT NOT NULL,
        counter_code TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        opened_at INTEGER NOT NULL,
        business_day TEXT NOT NULL,
        staff TEXT NOT NULL,
        float_minor INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, shift_id)
        )
    STRICT
    """
_REPORTS = """
    CREATE TABLE shift_reports (
        tenant_id TEXT NOT NULL,
        shift_id TEXT NOT NULL,
        counter_code TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        financial_year TEXT NOT NULL,
        number INTEGER NOT NULL,
        closed_at INTEGER NOT NULL,
        business_day TEXT NOT NULL,
        facts TEXT NOT NULL,
        PRIMARY KEY (tenant_id, shift_id)
        )
    STRICT
    """


def upgrade() -> None:
    for statement in (_OPENINGS, _REPORTS):
        op.execute(statement)
    for table in ("shift_openings", "shift_reports"):
        op.execute(f"CREATE UNIQUE INDEX {table}_by_chain ON {table} (tenant_id, counter_code, epoch, seq)")
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
