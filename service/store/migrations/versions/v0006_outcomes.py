"""How questions ended, which outlives their words; and what the service saw."""

from datetime import UTC
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_AT_ONCE = 500  # rows


def upgrade() -> None:
    """Make the tables, and count the messages that are held already."""
    op.create_table(
        "outcomes",
        sa.Column("message_id", sa.String(length=32), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("city", sa.String(length=32), nullable=True),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("lang", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("milliseconds", sa.Double(), nullable=False),
        sa.Column("helpful", sa.Boolean(), nullable=True),
        sa.Column("vote_reason", sa.String(length=64), nullable=True),
        sa.Column("index_version", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("message_id"),
    )
    op.create_index("ix_outcomes_asked_on", "outcomes", ["asked_on", "city"], unique=False)
    op.create_index("ix_outcomes_helpful", "outcomes", ["helpful", "asked_on"], unique=False)
    op.create_table(
        "cited",
        sa.Column("message_id", sa.String(length=32), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.String(length=32), nullable=False),
        sa.Column("passage_id", sa.String(length=128), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["outcomes.message_id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("message_id", "n"),
    )
    op.create_index("ix_cited_passage_id", "cited", ["passage_id"], unique=False)
    op.create_table(
        "traces",
        sa.Column("message_id", sa.String(length=32), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("message_id"),
    )
    op.create_table(
        "question_vectors",
        sa.Column("message_id", sa.String(length=32), nullable=False),
        sa.Column("model", sa.String(length=128), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("message_id"),
    )
    _count_what_is_held()


def downgrade() -> None:
    """Take the tables away."""
    op.drop_table("question_vectors")
    op.drop_table("traces")
    op.drop_table("cited")
    op.drop_table("outcomes")


def _count_what_is_held() -> None:
    """An outcome and its places for each message that an earlier release kept with its answer."""
    connection = op.get_bind()
    known = sa.MetaData()
    names = ("messages", "conversations", "feedback", "outcomes", "cited")
    known.reflect(connection, only=names)
    messages, conversations, feedback, outcomes, cited = (known.tables[name] for name in names)
    asked_at = sa.type_coerce(messages.c.asked_at, sa.DateTime(timezone=True)).label("asked_at")
    columns = [column for column in messages.c if column.name != "asked_at"]
    rows = connection.execute(
        sa.select(
            *columns,
            asked_at,
            conversations.c.city.label("site"),
            feedback.c.helpful,
            feedback.c.reason.label("vote_reason"),
        )
        .join(conversations, conversations.c.id == messages.c.conversation_id)
        .outerjoin(feedback, feedback.c.message_id == messages.c.id)
        .where(messages.c.answer.is_not(None))
    ).mappings()
    for part in rows.partitions(_AT_ONCE):
        connection.execute(sa.insert(outcomes), [_outcome(row) for row in part])
        places = [place for row in part for place in _places(row)]
        if places:
            connection.execute(sa.insert(cited), places)


def _outcome(row: sa.RowMapping) -> dict[str, object]:
    moment = row["asked_at"].replace(tzinfo=row["asked_at"].tzinfo or UTC)
    return {
        "message_id": row["id"],
        "asked_at": row["asked_at"],
        "asked_on": moment.astimezone(ZoneInfo("Asia/Tokyo")).date(),
        "city": row["city"] or row["site"],
        "channel": row["channel"],
        "lang": row["lang"],
        "status": row["reason"].partition(".")[0],
        "reason": row["reason"],
        "kind": None,
        "confidence": row["confidence"],
        "milliseconds": 0.0,  # was not kept
        "helpful": row["helpful"],
        "vote_reason": row["vote_reason"],
        "index_version": row["index_version"],
        "revision": 0,
    }


def _places(row: sa.RowMapping) -> list[dict[str, object]]:
    return [
        {
            "message_id": row["id"],
            "n": one["n"],
            "plan_id": one["plan_id"],
            "passage_id": one["passage_id"],
        }
        for one in row["citations"] or ()
    ]
