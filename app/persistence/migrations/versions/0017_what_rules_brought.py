"""What decision rules brought to bills, how it counts for their limits, and the shares of their budgets."""

from alembic import op

revision = "0017"
down_revision = "0018"

_BROUGHT = """
    CREATE TABLE bill_rules (
        tenant_id TEXT NOT NULL,
        bill_id TEXT NOT NULL,
        rule_id TEXT NOT NULL,
        points INTEGER NOT NULL,
        cut_by TEXT NOT NULL,
        PRIMARY KEY (tenant_id, bill_id, rule_id)
        )
    STRICT
    """
_USES = """
    CREATE TABLE rule_uses (
        tenant_id TEXT NOT NULL,
        bill_id TEXT NOT NULL,
        rule_id TEXT NOT NULL,
        member_id TEXT NOT NULL,
        day TEXT NOT NULL,
        points INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, bill_id, rule_id)
        )
    STRICT
    """
_TOTALS = """
    CREATE TABLE rule_totals (
        tenant_id TEXT NOT NULL,
        rule_id TEXT NOT NULL,
        uses INTEGER NOT NULL,
        points INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, rule_id)
        )
    STRICT
    """
_SHARES = """
    CREATE TABLE budget_shares (
        tenant_id TEXT NOT NULL,
        rule_id TEXT NOT NULL,
        counter_code TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        granted INTEGER NOT NULL,
        spent INTEGER NOT NULL,
        returned INTEGER NOT NULL,
        written_off INTEGER NOT NULL,
        keep INTEGER,
        PRIMARY KEY (tenant_id, rule_id, counter_code, epoch)
        )
    STRICT
    """


def upgrade() -> None:
    for statement in (_BROUGHT, _USES, _TOTALS, _SHARES):
        op.execute(statement)
    op.execute("CREATE INDEX rule_uses_by_member ON rule_uses (member_id, tenant_id)")
    op.execute("CREATE INDEX budget_shares_by_counter ON budget_shares (tenant_id, counter_code, rule_id, epoch)")
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER bill_rules_no_{verb.lower()} BEFORE {verb} ON bill_rules "
            f"BEGIN SELECT RAISE(ABORT, 'bill_rules is append-only'); END"
        )
