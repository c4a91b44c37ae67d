"""Answers as they were shown, and where they were asked for."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

# Without a value in rows from before: what was told then is not known any more.
COLUMNS: dict[str, sa.types.TypeEngine[Any]] = {
    "channel": sa.String(16),
    "answer": sa.Text(),
    "core": sa.Text(),
    "note": sa.Text(),
    "lang": sa.String(16),
    "generator": sa.String(16),
    "confidence": sa.Double(),
    "index_version": sa.String(64),
    "citations": sa.JSON(),
}


def upgrade() -> None:
    """Add the columns."""
    for name, kind in COLUMNS.items():
        op.add_column("messages", sa.Column(name, kind, nullable=True))


def downgrade() -> None:
    """Take the columns away."""
    for name in reversed(COLUMNS):
        op.drop_column("messages", name)
