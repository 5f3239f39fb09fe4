"""Alembic's way in: migrations run on the connection, and inside the transaction, of whoever calls them."""

from alembic import context

from app.persistence.tables.declaring import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
