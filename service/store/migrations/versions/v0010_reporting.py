"""What the figures for staff are quickly made from, and what keeps it from being out of date."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_OF_OUTCOME = "DELETE FROM day_summaries WHERE asked_on = {row}.asked_on"
_OF_JUDGEMENT = (
    "DELETE FROM day_summaries WHERE asked_on IN "
    "(SELECT asked_on FROM outcomes WHERE message_id = {row}.message_id)"
)
_WATCHED = {"outcomes": _OF_OUTCOME, "judgements": _OF_JUDGEMENT}
_CHANGES = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


def upgrade() -> None:
    """Make the tables and the triggers."""
    op.create_table(
        "day_summaries",
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("asked_on"),
    )
    op.create_table(
        "grouped_questions",
        sa.Column("message_id", sa.String(length=32), nullable=False),
        sa.Column("city", sa.String(length=32), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=False),
        sa.Column("nearness", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("message_id"),
    )
    columns = ["city", "group_id", "asked_on", "reason"]
    op.create_index("ix_grouped_questions_city_group", "grouped_questions", columns)
    columns = ["group_id", "nearness"]
    op.create_index("ix_grouped_questions_group_near", "grouped_questions", columns)
    op.create_table(
        "groupings",
        sa.Column("city", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("questions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("city"),
    )
    op.create_index("ix_outcomes_reason", "outcomes", ["reason", "asked_on", "city"])
    columns = ["closed_at", "city", "queued_at"]
    op.create_index("ix_review_items_closed_at", "review_items", columns)
    # In the database, so that nobody who writes an outcome can leave a wrong figure behind.
    for table, forget in _WATCHED.items():
        _forget_on_change(table, forget)


def downgrade() -> None:
    """Take tables and triggers away."""
    for table in _WATCHED:
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"DROP TRIGGER forget_day ON {table}")
            op.execute(f"DROP FUNCTION forget_day_of_{table}()")
            continue
        for change in _CHANGES:
            op.execute(f"DROP TRIGGER {table}_forget_day_{change.lower()}")
    op.drop_index("ix_review_items_closed_at", "review_items")
    op.drop_index("ix_outcomes_reason", "outcomes")
    op.drop_table("groupings")
    op.drop_table("grouped_questions")
    op.drop_table("day_summaries")


def _forget_on_change(table: str, forget: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE FUNCTION forget_day_of_{table}() RETURNS trigger LANGUAGE plpgsql AS $$ "
            f"BEGIN IF TG_OP <> 'INSERT' THEN {forget.format(row='OLD')}; END IF; "
            f"IF TG_OP <> 'DELETE' THEN {forget.format(row='NEW')}; END IF; RETURN NULL; END $$"
        )
        op.execute(
            f"CREATE TRIGGER forget_day AFTER INSERT OR UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION forget_day_of_{table}()"
        )
        return
    for change, rows in _CHANGES.items():
        what = " ".join(f"{forget.format(row=row)};" for row in rows)
        op.execute(
            f"CREATE TRIGGER {table}_forget_day_{change.lower()} AFTER {change} ON {table} "
            f"BEGIN {what} END"
        )
