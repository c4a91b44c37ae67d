"""Items of the queue with all that a line of the list shows, and how many there are of what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    CTE,
    Connection,
    Row,
    String,
    Subquery,
    func,
    literal,
    null,
    select,
    union_all,
)

from service.outcome import Reason
from service.reviewing.queue.order import Order, ordering
from service.reviewing.queue.selection import Selection
from service.reviewing.states import ItemState, Why
from service.store import (
    JudgementRow,
    MessageRow,
    OutcomeRow,
    ReviewItemRow,
    UserRow,
)


@dataclass(frozen=True, slots=True)
class QueueItem:
    """An answer in the queue.

    question   as asked; "" where its words were refused and never kept; None where they are erased
    asked_at, queued_at  with a time zone
    helpful    the resident's vote, None for none
    assignee   name of who has taken it, None for nobody
    judged     by how many reviewers
    version    to be given back with a change of it
    """

    message_id: str
    question: str | None = field(repr=False)
    city: str | None
    asked_at: datetime
    reason: Reason
    why: Why
    confidence: float
    helpful: bool | None
    assignee_id: str | None
    assignee: str | None
    due_on: date | None
    state: ItemState
    judged: int
    version: int


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One page of what was selected.

    number    1..
    total     items of all pages
    by_state  items by state, those of every state counted, with the `why` that is wanted
    by_why    items by what put them there, in the states that are wanted
    """

    items: tuple[QueueItem, ...]
    number: int
    total: int
    by_state: Mapping[ItemState, int]
    by_why: Mapping[Why, int]


def read_page(connection: Connection, selection: Selection, number: int, size: int) -> ItemPage:
    """The page `number` (1..) of `size` items, in the transaction of `connection`."""
    matched = _matched(selection)
    counts = select(
        matched.c.state, matched.c.why, func.count().label("number"), null().label("id")
    ).group_by(matched.c.state, matched.c.why)
    chosen = _chosen(matched, selection, number, size)
    ids = select(literal("", String()), literal("", String()), literal(0), chosen.c.message_id)
    counted: dict[tuple[ItemState, Why], int] = {}
    message_ids: list[str] = []
    # An index answers each by itself; without one all is looked over, and once for both.
    statements = (counts, ids) if selection.is_indexed else (union_all(counts, ids),)
    rows = (row for statement in statements for row in connection.execute(statement))
    for state, why, value, message_id in rows:
        if message_id is None:
            counted[ItemState(state), Why(why)] = value
        else:
            message_ids.append(message_id)
    by_state = dict.fromkeys(ItemState, 0)
    by_why = dict.fromkeys(Why, 0)
    total = 0
    for (state, why), value in counted.items():
        is_state = selection.states is None or state in selection.states
        is_why = selection.why is None or why is selection.why
        by_state[state] += value if is_why else 0
        by_why[why] += value if is_state else 0
        total += value if is_state and is_why else 0
    items = read_items(connection, message_ids, selection.order)
    return ItemPage(items, number, total, by_state, by_why)


def _matched(selection: Selection) -> CTE:
    item = ReviewItemRow
    wanted = select(
        item.message_id, item.state, item.why, item.asked_at, item.due_on, item.confidence
    )
    if selection.words:
        wanted = wanted.join(MessageRow, MessageRow.id == item.message_id)
    return wanted.where(*selection.conditions()).cte("matched")


def _chosen(matched: CTE, selection: Selection, number: int, size: int) -> Subquery:
    """The ids of a page."""
    page = select(matched.c.message_id).where(*selection.counted_over(matched.c))
    page = page.order_by(*ordering(matched.c, selection.order))
    return page.limit(size).offset((number - 1) * size).subquery("chosen")


def read_items(
    connection: Connection, message_ids: Sequence[str], order: Order = Order.NEWEST
) -> tuple[QueueItem, ...]:
    """The items with these ids, but for those that there are not."""
    judged = (
        select(func.count())
        .where(JudgementRow.message_id == ReviewItemRow.message_id)
        .scalar_subquery()
    )
    rows = connection.execute(
        select(
            ReviewItemRow.__table__,
            OutcomeRow.helpful,
            MessageRow.question,
            UserRow.name.label("assignee"),
            judged.label("judged"),
        )
        .join(OutcomeRow, OutcomeRow.message_id == ReviewItemRow.message_id)
        .outerjoin(MessageRow, MessageRow.id == ReviewItemRow.message_id)
        .outerjoin(UserRow, UserRow.id == ReviewItemRow.assignee_id)
        .where(ReviewItemRow.message_id.in_(message_ids))
        .order_by(*ordering(ReviewItemRow, order))
    )
    return tuple(_item(row) for row in rows)


def _item(row: Row[Any]) -> QueueItem:
    return QueueItem(
        message_id=row.message_id,
        question=row.question,
        city=row.city,
        asked_at=row.asked_at,
        reason=Reason(row.reason),
        why=Why(row.why),
        confidence=row.confidence,
        helpful=row.helpful,
        assignee_id=row.assignee_id,
        assignee=row.assignee,
        due_on=row.due_on,
        state=ItemState(row.state),
        judged=row.judged,
        version=row.version,
    )
