"""What Alembic runs: the missing steps, over the connection it was given."""

from alembic import context

from service.store import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    # SQLite changes a table by making it anew.
    render_as_batch=True,
)
# The transaction is begun and ended by who gave the connection.
context.run_migrations()
