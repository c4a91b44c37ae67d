"""Counts days straight from the outcomes, the votes and the judgements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, or_, select

from service.reporting.day_summary import DaySummary, add, rounded
from service.store import CitedRow, JudgementRow, OutcomeRow

Key = tuple[date, str | None]

# The worst first: an answer that two reviewers judged counts once, by the stricter of them. Who
# holds it wrong may be mistaken, but until they agree it is not counted among the right ones.
STRICTEST = ("wrong", "to_improve", "right")
_SPANS_AT_ONCE = 200  # conditions of one query; databases limit how many there may be


def count_days(connection: Connection, days: Iterable[date]) -> dict[date, list[DaySummary]]:
    """The summaries of each day by city, in the order of their ids; a day without questions has
    none. Raises StoreError by way of the store.
    """
    wanted = sorted(set(days))
    by_key: dict[Key, DaySummary] = {}
    spans = list(_spans(wanted))
    for at in range(0, len(spans), _SPANS_AT_ONCE):
        part = spans[at : at + _SPANS_AT_ONCE]
        within = or_(*(OutcomeRow.asked_on.between(*span) for span in part))
        _count_questions(connection, within, by_key)
        _count_cited(connection, within, by_key)
        _count_verdicts(connection, within, by_key)
    counted: dict[date, list[DaySummary]] = {day: [] for day in wanted}
    for day, city in sorted(by_key, key=lambda key: (key[0], key[1] or "")):
        counted[day].append(by_key[day, city])
    return counted


def _count_questions(
    connection: Connection, within: ColumnElement[bool], by_key: dict[Key, DaySummary]
) -> None:
    rows = connection.execute(
        select(
            OutcomeRow.asked_on,
            OutcomeRow.city,
            OutcomeRow.status,
            OutcomeRow.channel,
            OutcomeRow.lang,
            OutcomeRow.kind,
            OutcomeRow.helpful,
            OutcomeRow.milliseconds,
        ).where(within)
    )
    waits: dict[Key, Counter[int]] = {}
    for asked_on, city, status, channel, lang, kind, helpful, milliseconds in rows:
        key = (asked_on, city)
        day = by_key.get(key) or by_key.setdefault(key, DaySummary(asked_on, city))
        add(day.channels, channel, status)
        add(day.langs, lang, status)
        add(day.kinds, kind or "", status)
        waits.setdefault(key, Counter())[rounded(milliseconds)] += 1
        if helpful is not None:
            add(day.votes, status, _vote(helpful))
    for key, counted in waits.items():
        for milliseconds, number in sorted(counted.items()):
            by_key[key].waits.append(milliseconds)
            by_key[key].wait_counts.append(number)


def _count_cited(
    connection: Connection, within: ColumnElement[bool], by_key: dict[Key, DaySummary]
) -> None:
    rows = connection.execute(
        select(
            OutcomeRow.asked_on,
            OutcomeRow.city,
            OutcomeRow.message_id,
            CitedRow.passage_id,
            OutcomeRow.helpful,
        )
        .join(CitedRow, CitedRow.message_id == OutcomeRow.message_id)
        .where(within, OutcomeRow.helpful.is_not(None))
        .order_by(CitedRow.passage_id)
        .distinct()  # an answer that cites a passage twice is one vote on it
    )
    votes: Counter[tuple[Key, str]] = Counter()
    liked: Counter[tuple[Key, str]] = Counter()
    for asked_on, city, _, passage_id, helpful in rows:
        place = (asked_on, city), passage_id
        votes[place] += 1
        liked[place] += bool(helpful)
    for (key, passage_id), number in votes.items():
        day = by_key[key]
        day.passages.append(passage_id)
        day.passage_helpful.append(liked[key, passage_id])
        day.passage_votes.append(number)


def _count_verdicts(
    connection: Connection, within: ColumnElement[bool], by_key: dict[Key, DaySummary]
) -> None:
    rows = connection.execute(
        select(OutcomeRow.asked_on, OutcomeRow.city, OutcomeRow.message_id, JudgementRow.verdict)
        .join(JudgementRow, JudgementRow.message_id == OutcomeRow.message_id)
        .where(within)
    )
    said: dict[tuple[date, str | None, str], set[str]] = {}
    for asked_on, city, message_id, verdict in rows:
        said.setdefault((asked_on, city, message_id), set()).add(verdict)
    for (asked_on, city, _), verdicts in said.items():
        strictest = min(verdicts, key=STRICTEST.index)
        counted = by_key[asked_on, city].verdicts
        counted[strictest] = counted.get(strictest, 0) + 1


def _vote(helpful: bool) -> str:
    return "helpful" if helpful else "unhelpful"


def _spans(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """Runs of days without a gap, as their first and last."""
    first = last = None
    for day in days:
        if first is None or last is None:
            first = last = day
        elif (day - last).days == 1:
            last = day
        else:
            yield first, last
            first = last = day
    if first is not None and last is not None:
        yield first, last
