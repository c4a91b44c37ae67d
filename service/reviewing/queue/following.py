"""Which answer of the queue is looked at after this one."""

from __future__ import annotations

from sqlalchemy import Connection, Select, exists, select

from service.accounts import Role, Staff
from service.reviewing.queue.order import Order, behind, ordering
from service.reviewing.queue.selection import Selection
from service.store import JudgementRow, MessageRow, ReviewItemRow


def read_following(
    connection: Connection, staff: Staff, message_id: str, selection: Selection
) -> str | None:
    """The next one in the order of a selection that they may judge and have not judged yet.

    After the last the first; None where nothing is left. What is erased is judged no more.
    """
    here = connection.execute(
        select(ReviewItemRow.__table__).where(ReviewItemRow.message_id == message_id)
    ).one_or_none()
    left = _left_for(staff, message_id, selection)
    if here is not None:
        found = _first(connection, left.where(behind(here, selection.order)), selection.order)
        if found is not None:
            return found
    return _first(connection, left, selection.order)


def _left_for(staff: Staff, but: str, selection: Selection) -> Select[str]:
    own = exists().where(
        JudgementRow.message_id == ReviewItemRow.message_id, JudgementRow.reviewer_id == staff.id
    )
    query = (
        select(ReviewItemRow.message_id)
        .join(MessageRow, MessageRow.id == ReviewItemRow.message_id)
        .where(
            *selection.conditions(),
            *selection.counted_over(ReviewItemRow),
            ReviewItemRow.message_id != but,
            ~own,
        )
    )
    cities = staff.cities(Role.REVIEWER)
    return query if cities is None else query.where(ReviewItemRow.city.in_(sorted(cities)))


def _first(connection: Connection, query: Select[str], order: Order) -> str | None:
    return connection.scalar(query.order_by(*ordering(ReviewItemRow, order)).limit(1))
