"""The queue of answers to review, judgements, and questions made of them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "review_items",
        sa.Column("message_id", sa.String(length=32), nullable=False),
        sa.Column("why", sa.String(length=64), nullable=False),
        sa.Column("city", sa.String(length=32), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=True),
        sa.Column("lang", sa.String(length=16), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("assignee_id", sa.String(length=32), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assignee_id"],
            ["users.id"],
        ),
        sa.ForeignKeyConstraint(["message_id"], ["outcomes.message_id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("message_id"),
    )
    op.create_index("ix_review_items_assignee_id", "review_items", ["assignee_id"], unique=False)
    op.create_index(
        "ix_review_items_city_state_asked",
        "review_items",
        ["city", "state", "asked_at", "message_id", "why"],
        unique=False,
    )
    op.create_index(
        "ix_review_items_state_asked",
        "review_items",
        ["state", "asked_at", "message_id", "why"],
        unique=False,
    )
    op.create_index(
        "ix_review_items_summary",
        "review_items",
        ["state", "city", "due_on", "assignee_id", "queued_at"],
        unique=False,
    )
    op.create_index(
        "ix_review_items_queued_at", "review_items", ["queued_at", "city"], unique=False
    )
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("message_id", sa.String(length=32), nullable=False),
        sa.Column("reviewer_id", sa.String(length=32), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("sentences", sa.JSON(), nullable=False),
        sa.Column("citations", sa.JSON(), nullable=False),
        sa.Column("better_passage_id", sa.String(length=128), nullable=True),
        sa.Column("is_harmful", sa.Boolean(), nullable=False),
        sa.Column("is_source_fault", sa.Boolean(), nullable=False),
        sa.Column("source_fault", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("judged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["outcomes.message_id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["reviewer_id"],
            ["users.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("message_id", "reviewer_id"),
    )
    op.create_index("ix_judgements_judged_at", "judgements", ["judged_at"], unique=False)
    op.create_index("ix_judgements_message_id", "judgements", ["message_id"], unique=False)
    op.create_table(
        "judged_questions",
        sa.Column("message_id", sa.String(length=32), nullable=False),
        sa.Column("city", sa.String(length=32), nullable=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("expects", sa.String(length=16), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("must_not", sa.JSON(), nullable=False),
        sa.Column("made_by", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["message_id"], ["outcomes.message_id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("message_id"),
    )
    op.create_index("ix_judged_questions_city", "judged_questions", ["city"], unique=False)


def downgrade() -> None:
    """Take the tables away."""
    op.drop_table("judged_questions")
    op.drop_table("judgements")
    op.drop_table("review_items")
