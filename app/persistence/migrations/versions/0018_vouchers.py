"""Vouchers that rewards were changed into, and the moves that brought each where it stands."""

from alembic import op

revision = "0018"
down_revision = "0019"

_VOUCHERS = """
    CREATE TABLE vouchers (
        tenant_id TEXT NOT NULL,
        voucher_id TEXT NOT NULL,
        reward_id TEXT NOT NULL,
        status TEXT NOT NULL,
        used_for TEXT,
        member_id TEXT,
        code TEXT,
        expires_at INTEGER,
        facts TEXT,
        holder TEXT NOT NULL,
        holder_epoch INTEGER NOT NULL,
        wanted INTEGER NOT NULL,
        position INTEGER NOT NULL,
        touched_epoch INTEGER NOT NULL,
        touched_seq INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, voucher_id)
        )
    STRICT
    """
_MOVES = """
    CREATE TABLE voucher_moves (
        tenant_id TEXT NOT NULL,
        voucher_id TEXT NOT NULL,
        move_no INTEGER NOT NULL,
        kind TEXT NOT NULL,
        cause TEXT NOT NULL,
        occurred_at INTEGER NOT NULL,
        staff TEXT NOT NULL,
        PRIMARY KEY (tenant_id, voucher_id, move_no)
        )
    STRICT
    """
_INDEXES = {
    "vouchers_by_code": "code",
    "vouchers_by_member": "member_id, reward_id, status",
    "vouchers_by_reward": "reward_id, status",
    "vouchers_by_use": "used_for",
    "vouchers_by_holder": "holder, status",
    "vouchers_due": "status, expires_at",
}


def upgrade() -> None:
    op.execute(_VOUCHERS)
    op.execute(_MOVES)
    for name, columns in _INDEXES.items():
        op.execute(f"CREATE INDEX {name} ON vouchers (tenant_id, {columns})")
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER voucher_moves_no_{verb.lower()} BEFORE {verb} ON voucher_moves "
            "BEGIN SELECT RAISE(ABORT, 'voucher_moves is append-only'); END"
        )
