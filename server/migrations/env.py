"""Alembic's way in: migrations run on the connection, and inside the transaction, of whoever calls them."""

from alembic import context

from server.schema import DECLARED

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=DECLARED,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
