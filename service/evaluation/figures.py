"""Judgements counted into figures. A figure that applies to no question has no value, never 0."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from statistics import median

from service.evaluation.judging import Outcome, Verdict, fold
from service.evaluation.questions import EvaluationQuestion
from service.evaluation.reply import Reply
from service.evaluation.share import Share, share

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
    cite_at_1: Share
    cite_at_3: Share
    facts: Share
    correct: Share
    wrong: Share
    abstained: Share
    refused: Share
    verbatim: Share
    ms_p50: float | None
    ms_p95: float | None

    @property
    def shares(self) -> dict[str, Share]:
        """The shares by name, in order."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if isinstance(value, Share)}


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
    times = [reply.seconds * 1000 for _, reply, _ in rows]

    def is_(outcome: Outcome) -> Callable[[Row], bool]:
        return lambda row: row[2].outcome is outcome

    return Figures(
        questions=len(rows),
        cite_at_1=share(evidenced, lambda row: row[2].cited_within(1)),
        cite_at_3=share(evidenced, lambda row: row[2].cited_within(3)),
        facts=share(answerable, lambda row: row[2].has_facts),
        correct=share(answerable, is_(Outcome.CORRECT)),
        wrong=share(rows, is_(Outcome.WRONG)),
        abstained=share(answerable, is_(Outcome.ABSTAINED)),
        refused=share(closed, is_(Outcome.REFUSED)),
        verbatim=share(
            quotes,
            lambda cited: bool(cited.quote) and fold(cited.quote) in folded.get(cited.plan_id, ""),
        ),
        ms_p50=median(times) if times else None,
        ms_p95=nearest_rank(times, 0.95) if times else None,
    )


def nearest_rank(times: Sequence[float], part: float) -> float:
    """The smallest of `times` that a part (0..1, above 0) of them does not exceed."""
    return sorted(times)[math.ceil(len(times) * part) - 1]


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
