"""Run by Alembic; the connection is given by `data_access.migrate`, already in a transaction."""

from alembic import context

from data_access.raw.schema import RAW

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=RAW,
    render_as_batch=True,
    transactional_ddl=True,  # true of SQLite too, since we begin transactions ourselves
)
with context.begin_transaction():
    context.run_migrations()
