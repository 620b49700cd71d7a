"""What alembic runs for every command: the connection is handed over by `bot.store.migrate`."""

from alembic import context
from sqlalchemy import Connection

from bot.store.tables import metadata

connection = context.config.attributes["connection"]
assert isinstance(connection, Connection)
# SQLite cannot alter a table: it is made anew, and filled from the old one.
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, compare_type=True)
with context.begin_transaction():
    context.run_migrations()
