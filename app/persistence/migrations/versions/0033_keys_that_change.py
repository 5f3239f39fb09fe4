"""A counter's next key, the one it had before, and since when it has its key: at the latest, since this upgrade."""

from alembic import op

revision = "0033"
down_revision = "0031"


def upgrade() -> None:
    op.execute("ALTER TABLE links ADD COLUMN next_key BLOB")
    op.execute("ALTER TABLE links ADD COLUMN former_key BLOB")
    op.execute("ALTER TABLE links ADD COLUMN key_since INTEGER")
    op.execute("UPDATE links SET key_since = CAST(strftime('%s', 'now') AS INTEGER) * 1000000")
