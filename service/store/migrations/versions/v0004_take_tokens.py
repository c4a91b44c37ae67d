"""Copies of answers that a phone may open for a short time."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "take_tokens",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(64), nullable=False),
        sa.Column("city", sa.String(32), nullable=True),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("core", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("lang", sa.String(16), nullable=False),
        sa.Column("generator", sa.String(16), nullable=False),
        sa.Column("confidence", sa.Double, nullable=False),
        sa.Column("index_version", sa.String(64), nullable=False),
        sa.Column("citations", sa.JSON, nullable=False),
    )
    op.create_index("ix_take_tokens_expires_at", "take_tokens", ["expires_at"])


def downgrade() -> None:
    """Take the table away."""
    op.drop_table("take_tokens")
