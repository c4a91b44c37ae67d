"""What was asked before in a conversation, as a question that leans on it needs it."""

from __future__ import annotations

from sqlalchemy import Connection, select

from service.outcome import Choice, Reason
from service.question.exchange import Exchange
from service.store import MessageRow


def earlier_exchanges(
    connection: Connection, conversation_id: str, turns: int, before: int | None = None
) -> tuple[Exchange, ...]:
    """The last `turns` exchanges, oldest first.

    before  only those with a smaller number than this; None: all
    """
    query = select(
        MessageRow.meaning,
        MessageRow.reason,
        MessageRow.city,
        MessageRow.record_ids,
        MessageRow.choices,
    ).where(MessageRow.conversation_id == conversation_id)
    if before is not None:
        query = query.where(MessageRow.number < before)
    rows = connection.execute(query.order_by(MessageRow.number.desc()).limit(turns)).all()
    return tuple(
        Exchange(
            row.meaning,
            Reason(row.reason),
            row.city,
            tuple(row.record_ids),
            tuple(Choice(**choice) for choice in row.choices),
        )
        for row in reversed(rows)
    )
