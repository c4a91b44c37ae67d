"""Changes of items: who is at them, until when, and how far they have got."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select, update

from service.accounts import audit
from service.accounts.staff import Staff
from service.reviewing.states import ItemState
from service.store import AuditRow, ReviewItemRow, UserRow


class Act(StrEnum):
    """What may be done with items."""

    TAKE = "take"  # be the one who looks at it
    RELEASE = "release"  # let somebody else
    ASSIGN = "assign"
    DUE = "due"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Pick:
    """An item to change, with the version of it that was seen."""

    message_id: str
    version: int


@dataclass(frozen=True, slots=True)
class Change:
    """What is to become of items.

    assignee_id  for ASSIGN: who is to look at them
    due_on       for DUE: the last day; None for none
    state        for STATE: one of `SETTABLE`
    """

    act: Act
    assignee_id: str | None = None
    due_on: date | None = None
    state: ItemState | None = None

    def values(self, state: ItemState, staff: Staff, now: datetime) -> dict[str, Any]:
        """What changes of an item that is in `state`, by column."""
        if self.act is Act.DUE:
            return {"due_on": self.due_on}
        if self.act is Act.STATE:
            wanted = self.state or state
            return {"state": wanted.value, "closed_at": now if wanted.is_closed else None}
        taken = {Act.TAKE: staff.id, Act.ASSIGN: self.assignee_id}.get(self.act)
        begun = {Act.TAKE: (ItemState.OPEN, ItemState.IN_PROGRESS)}
        begun[Act.RELEASE] = (ItemState.IN_PROGRESS, ItemState.OPEN)
        before, after = begun.get(self.act, (state, state))
        return {"assignee_id": taken, "state": (after if state is before else state).value}


@dataclass(frozen=True, slots=True)
class Conflict:
    """An item that somebody else had changed meanwhile: it stays as they left it.

    version, state  as they are now
    by, at          who changed or judged it last, and when; None where nobody did: a vote came,
                    or the words were erased
    """

    message_id: str
    version: int
    state: ItemState
    by: str | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Changed:
    """What came of a change: ids of the items that were changed, and those that were not."""

    changed: tuple[str, ...]
    conflicts: tuple[Conflict, ...] = ()


def apply(
    connection: Connection, staff: Staff, picks: Sequence[Pick], change: Change, now: datetime
) -> Changed:
    """Change the items that are as they were seen, each with a note in the log of changes.

    An item whose words are erased is never changed. Ids that are unknown are passed over.
    """
    changed: list[str] = []
    conflicts: list[Conflict] = []
    for pick in picks:
        held = _held(connection, pick.message_id)
        if held is None:
            continue
        state = ItemState(held["state"])
        values = change.values(state, staff, now)
        if state is ItemState.ERASED or not _written(connection, pick, values):
            conflicts.append(_conflict(connection, pick.message_id))
            continue
        changed.append(pick.message_id)
        audit.note(
            connection,
            staff,
            f"queue.{change.act.value}",
            _subject(pick.message_id),
            held["city"],
            {name: _plain(held[name]) for name in values},
            {name: _plain(value) for name, value in values.items()} | {"version": pick.version + 1},
            at=now,
        )
    return Changed(tuple(changed), tuple(conflicts))


def _held(connection: Connection, message_id: str) -> Mapping[str, Any] | None:
    found = connection.execute(
        select(ReviewItemRow.__table__).where(ReviewItemRow.message_id == message_id)
    )
    row = found.mappings().one_or_none()
    return {**row} if row else None


def _written(connection: Connection, pick: Pick, values: Mapping[str, Any]) -> bool:
    """Whether the item still was as it was seen, and now is as wanted."""
    result = connection.execute(
        update(ReviewItemRow)
        .where(ReviewItemRow.message_id == pick.message_id, ReviewItemRow.version == pick.version)
        .values(version=ReviewItemRow.version + 1, **values)
    )
    return result.rowcount == 1


def _conflict(connection: Connection, message_id: str) -> Conflict:
    held = connection.execute(
        select(ReviewItemRow.version, ReviewItemRow.state).where(
            ReviewItemRow.message_id == message_id
        )
    ).one()
    noted = connection.execute(
        select(UserRow.name, AuditRow.at, AuditRow.subject, AuditRow.after)
        .join(UserRow, UserRow.id == AuditRow.user_id)
        .where(AuditRow.subject.in_((_subject(message_id), _judgement(message_id))))
        .order_by(AuditRow.id.desc())
        .limit(1)
    ).one_or_none()
    # A change of the item tells the version that it left; a judgement tells none.
    is_last = noted is not None and (
        noted.subject == _judgement(message_id)
        or (noted.after or {}).get("version") == held.version
    )
    name, at = (noted.name, noted.at) if noted is not None and is_last else (None, None)
    return Conflict(message_id, held.version, ItemState(held.state), name, at)


def _subject(message_id: str) -> str:
    return f"queue:{message_id}"


def _judgement(message_id: str) -> str:
    return f"answer:{message_id}"


def _plain(value: Any) -> Any:
    """A value as JSON holds it."""
    return value.isoformat() if isinstance(value, date) else value
