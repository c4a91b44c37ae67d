"""What staff put right in a period: corrections that were approved or taken back."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy import Connection, or_, select

from service.answering.corrections.records import CorrectionKind
from service.correcting.states import VersionState
from service.reporting.period import Period
from service.store import CorrectionRow, CorrectionVersionRow
from service.wall_clock import HERE

# What was approved stays approved until another version takes its place.
_WENT_LIVE = (VersionState.APPROVED.value, VersionState.SUPERSEDED.value)


@dataclass(frozen=True, slots=True)
class PutRight:
    """One approval. `number`: of the version; `is_new`: nothing was live before it."""

    correction_id: str
    number: int
    city: str | None
    kind: CorrectionKind
    is_new: bool
    withdraws: bool
    decided_at: datetime


def read_put_right(
    connection: Connection, period: Period, cities: Set[str] | None
) -> tuple[PutRight, ...]:
    """The approvals of a period in order of time.

    cities  whose corrections count, with those for all cities; None for all
    """
    version, correction = CorrectionVersionRow, CorrectionRow
    seen = (
        []
        if cities is None
        else [or_(correction.city.in_(sorted(cities)), correction.city.is_(None))]
    )
    rows = connection.execute(
        select(
            version.correction_id,
            version.number,
            version.withdraws,
            version.replaces,
            version.decided_at,
            correction.city,
            correction.kind,
        )
        .join(correction, correction.id == version.correction_id)
        .where(
            version.state.in_(_WENT_LIVE),
            version.decided_at >= start_of(period),
            version.decided_at < end_of(period),
            *seen,
        )
        .order_by(version.decided_at, version.correction_id, version.number)
    )
    return tuple(
        PutRight(
            correction_id=row.correction_id,
            number=row.number,
            city=row.city,
            kind=CorrectionKind(row.kind),
            is_new=row.replaces is None,
            withdraws=row.withdraws,
            decided_at=row.decided_at,
        )
        for row in rows
    )


def start_of(period: Period) -> datetime:
    """The moment at which its first day begins on the wall clock of the cities."""
    return datetime.combine(period.first, time(), HERE)


def end_of(period: Period) -> datetime:
    """The moment at which its last day is over."""
    return datetime.combine(period.last + timedelta(days=1), time(), HERE)
