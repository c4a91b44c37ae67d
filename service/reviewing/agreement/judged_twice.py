"""Answers that two reviewers or more have judged, and how far those agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, groupby

from sqlalchemy import Connection, func, select

from service.reviewing.agreement.kappa import Agreement, agreement_of
from service.store import JudgementRow, OutcomeRow, UserRow


@dataclass(frozen=True, slots=True)
class Period:
    """Which answers: asked on days from `since` to `until`, both included, None for no bound.

    cities  ids of those that may be seen; None: all, and what is of no city
    city    one of them alone, None for each
    """

    cities: frozenset[str] | None = None
    city: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class _Judgement:
    message_id: str
    reviewer_id: str
    name: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Reviewers:
    """Agreement of all reviewers, and of each two of them by their names.

    all     the first two judgements of each answer, so that none counts twice
    pairs   the two who have most in common first
    """

    all: Agreement
    pairs: tuple[tuple[str, str, Agreement], ...]


def read_agreement(connection: Connection, period: Period, answers_min: int) -> Agreement:
    """How far all reviewers agree on the answers of a period.

    answers_min  from so many answers on kappa is told
    """
    return _of_all(_by_answer(connection, period), answers_min)


def read_reviewers(connection: Connection, period: Period, answers_min: int) -> Reviewers:
    """The same, and for each two of them besides."""
    by_answer = list(_by_answer(connection, period))
    names: dict[str, str] = {}
    by_pair: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for judgements in by_answer:
        names |= {one.reviewer_id: one.name for one in judgements}
        for one, other in combinations(sorted(judgements, key=lambda j: j.reviewer_id), 2):
            pair = (one.reviewer_id, other.reviewer_id)
            by_pair.setdefault(pair, []).append((one.verdict, other.verdict))
    found = [
        (names[one], names[other], agreement_of(verdicts, answers_min))
        for (one, other), verdicts in by_pair.items()
    ]
    found.sort(key=lambda pair: (-pair[2].answers, pair[0], pair[1]))
    return Reviewers(_of_all(by_answer, answers_min), tuple(found))


def _of_all(by_answer: Iterable[list[_Judgement]], answers_min: int) -> Agreement:
    first_two = ((first.verdict, second.verdict) for first, second, *_ in by_answer)
    return agreement_of(first_two, answers_min)


def _by_answer(connection: Connection, period: Period) -> Iterator[list[_Judgement]]:
    """The judgements of each answer with two or more, the oldest first."""
    several = (
        select(JudgementRow.message_id)
        .group_by(JudgementRow.message_id)
        .having(func.count() > 1)
        .subquery()
    )
    judged = (
        select(
            JudgementRow.message_id, JudgementRow.reviewer_id, UserRow.name, JudgementRow.verdict
        )
        .join(several, several.c.message_id == JudgementRow.message_id)
        .join(UserRow, UserRow.id == JudgementRow.reviewer_id)
        .join(OutcomeRow, OutcomeRow.message_id == JudgementRow.message_id)
        .order_by(JudgementRow.message_id, JudgementRow.id)
    )
    if period.cities is not None:
        judged = judged.where(OutcomeRow.city.in_(sorted(period.cities)))
    if period.city is not None:
        judged = judged.where(OutcomeRow.city == period.city)
    if period.since is not None:
        judged = judged.where(OutcomeRow.asked_on >= period.since)
    if period.until is not None:
        judged = judged.where(OutcomeRow.asked_on <= period.until)
    judgements = (_Judgement(*row) for row in connection.execute(judged))
    for _, of_answer in groupby(judgements, key=lambda judgement: judgement.message_id):
        yield list(of_answer)
