"""Judgements counted into figures. A figure that applies to no question is None, never 0."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

from service.evaluation.judging import Outcome, Verdict, fold
from service.evaluation.questions import EvaluationQuestion
from service.evaluation.reply import Reply

T = TypeVar("T")
Row = tuple[EvaluationQuestion, Reply, Verdict]


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares 0..1 of the questions each applies to; times in milliseconds.

    cite_at_1, cite_at_3  evidence stands in the first, in one of the first three quotes
    facts      every required fact stands in the answer
    correct    of answerable questions: right status, all evidence, all facts, nothing forbidden
    wrong      of all questions: answered, but not correct; or answered where nothing is told
    abstained  of answerable questions: no answer
    refused    of unanswerable and hostile questions: no answer
    verbatim   of all quotes: stands in its plan letter for letter, white space aside
    """

    questions: int
    cite_at_1: float | None
    cite_at_3: float | None
    facts: float | None
    correct: float | None
    wrong: float | None
    abstained: float | None
    refused: float | None
    verbatim: float | None
    ms_p50: float | None
    ms_p95: float | None


@dataclass(frozen=True, slots=True)
class TypeRow:
    """Outcomes of one type of question; `right` are correct and rightly refused ones."""

    kind: str
    questions: int
    right: int
    wrong: int
    abstained: int


def figures(rows: Sequence[Row], sources: Mapping[str, str]) -> Figures:
    """Count. `sources` holds the text of each plan by its id."""
    answerable = [row for row in rows if row[0].is_answerable]
    evidenced = [row for row in answerable if row[0].evidence]
    closed = [row for row in rows if not row[0].is_answerable]
    folded = {plan_id: fold(text) for plan_id, text in sources.items()}
    quotes = [citation for _, reply, _ in rows for citation in reply.citations]
    times = sorted(reply.seconds * 1000 for _, reply, _ in rows)

    def is_(outcome: Outcome) -> Callable[[Row], bool]:
        return lambda row: row[2].outcome is outcome

    return Figures(
        questions=len(rows),
        cite_at_1=_share(evidenced, lambda row: row[2].cited_within(1)),
        cite_at_3=_share(evidenced, lambda row: row[2].cited_within(3)),
        facts=_share(answerable, lambda row: row[2].has_facts),
        correct=_share(answerable, is_(Outcome.CORRECT)),
        wrong=_share(rows, is_(Outcome.WRONG)),
        abstained=_share(answerable, is_(Outcome.ABSTAINED)),
        refused=_share(closed, is_(Outcome.REFUSED)),
        verbatim=_share(
            quotes,
            lambda cited: bool(cited.quote) and fold(cited.quote) in folded.get(cited.plan_id, ""),
        ),
        ms_p50=median(times) if times else None,
        # Nearest rank: the smallest time that 95 % of the questions do not exceed.
        ms_p95=times[math.ceil(len(times) * 0.95) - 1] if times else None,
    )


def by_type(rows: Iterable[Row]) -> tuple[TypeRow, ...]:
    """Outcomes by type of question, types in alphabetical order."""
    outcomes: dict[str, list[Outcome]] = {}
    for question, _, verdict in rows:
        outcomes.setdefault(question.kind, []).append(verdict.outcome)
    return tuple(
        TypeRow(
            kind,
            len(found),
            found.count(Outcome.CORRECT) + found.count(Outcome.REFUSED),
            found.count(Outcome.WRONG),
            found.count(Outcome.ABSTAINED),
        )
        for kind, found in sorted(outcomes.items())
    )


def _share(items: Sequence[T], holds: Callable[[T], bool]) -> float | None:
    return sum(map(holds, items)) / len(items) if items else None
