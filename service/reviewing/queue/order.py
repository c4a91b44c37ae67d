"""In which order items are read, and what stands behind one of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from service.store import ReviewItemRow


class Order(StrEnum):
    """In which order items are read; those that are alike, the newest first."""

    NEWEST = "newest"
    DUE = "due"  # the one due longest ago first
    CONFIDENCE = "confidence"  # the least confident answer first


def ordering(columns: Any, order: Order) -> tuple[ColumnElement[Any], ...]:
    """What to order by, of columns named as those of an item."""
    first: dict[Order, tuple[ColumnElement[Any], ...]] = {
        Order.NEWEST: (),
        Order.DUE: (columns.due_on.asc().nulls_last(),),
        Order.CONFIDENCE: (columns.confidence.asc(),),
    }
    return (*first[order], columns.asked_at.desc(), columns.message_id.desc())


def behind(here: Any, order: Order) -> ColumnElement[bool]:
    """Whether an item stands behind `here`, a row of one."""
    item = ReviewItemRow
    older = or_(
        item.asked_at < here.asked_at,
        and_(item.asked_at == here.asked_at, item.message_id < here.message_id),
    )
    if order is Order.NEWEST:
        return older
    if order is Order.CONFIDENCE:
        same = and_(item.confidence == here.confidence, older)
        return or_(item.confidence > here.confidence, same)
    if here.due_on is None:
        return and_(item.due_on.is_(None), older)
    same = and_(item.due_on == here.due_on, older)
    return or_(item.due_on > here.due_on, item.due_on.is_(None), same)
