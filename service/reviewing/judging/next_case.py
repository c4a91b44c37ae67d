"""Which answer of the queue is looked at after this one."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select

from service.accounts import Role, Staff
from service.reviewing.states import UNFINISHED
from service.store import JudgementRow, ReviewItemRow, Store


class NextCase:
    """Finds it. Raises StoreError."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def after(self, message_id: str, staff: Staff) -> str | None:
        """The next older one that is unfinished, that they may judge and have not judged yet.

        After the oldest the newest; None where nothing is left.
        """
        with self._store.reading() as connection:
            here = connection.execute(
                select(ReviewItemRow.asked_at, ReviewItemRow.message_id).where(
                    ReviewItemRow.message_id == message_id
                )
            ).one_or_none()
            wanted = _left_for(staff, message_id)
            if here is not None:
                older = or_(
                    ReviewItemRow.asked_at < here.asked_at,
                    and_(
                        ReviewItemRow.asked_at == here.asked_at,
                        ReviewItemRow.message_id < here.message_id,
                    ),
                )
                found = _first(connection, wanted.where(older))
                if found is not None:
                    return found
            return _first(connection, wanted)


def _left_for(staff: Staff, but: str) -> Select[str]:
    own: ColumnElement[bool] = exists().where(
        JudgementRow.message_id == ReviewItemRow.message_id, JudgementRow.reviewer_id == staff.id
    )
    query = select(ReviewItemRow.message_id).where(
        ReviewItemRow.state.in_(UNFINISHED), ReviewItemRow.message_id != but, ~own
    )
    cities = staff.cities(Role.REVIEWER)
    return query if cities is None else query.where(ReviewItemRow.city.in_(sorted(cities)))


def _first(connection: Connection, query: Select[str]) -> str | None:
    newest = query.order_by(ReviewItemRow.asked_at.desc(), ReviewItemRow.message_id.desc())
    return connection.scalar(newest.limit(1))
