"""Which conversations are held at a kiosk, and which were forgotten on request."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Mark the conversations that are held already, and make the table."""
    op.add_column(
        "conversations",
        sa.Column("at_kiosk", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.execute(
        "UPDATE conversations SET at_kiosk = true WHERE id IN "
        "(SELECT conversation_id FROM messages WHERE channel = 'kiosk')"
    )
    op.create_index("ix_conversations_at_kiosk", "conversations", ["at_kiosk", "last_at"])
    op.create_table(
        "forgotten",
        sa.Column("conversation_hash", sa.String(length=64), nullable=False),
        sa.Column("forgotten_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("conversation_hash"),
    )
    op.create_index("ix_forgotten_forgotten_at", "forgotten", ["forgotten_at"])


def downgrade() -> None:
    """Take both away."""
    op.drop_table("forgotten")
    op.drop_index("ix_conversations_at_kiosk", "conversations")
    op.drop_column("conversations", "at_kiosk")
