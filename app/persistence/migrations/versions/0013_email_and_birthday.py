"""A member may have an e-mail and a birthday, and a counter knows which protocol it was told everything in."""

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.execute("ALTER TABLE members ADD COLUMN email_sealed BLOB")
    op.execute("ALTER TABLE members ADD COLUMN birthday_sealed BLOB")
    op.execute("ALTER TABLE links ADD COLUMN protocol INTEGER")
