"""Alembic's way in: migrations run on the connection, and inside the transaction, of whoever calls them."""

from alembic import context

from server.databases.schema import TABLES

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=TABLES,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
