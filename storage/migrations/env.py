"""What Alembic runs: the migrations, in the transaction that `storage.migrate` opened."""

from alembic import context

from storage.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    # SQLite can undo DDL as well; Alembic just never asks it to.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
