"""Judgements of answers that were drawn, and the questions that they make."""

from __future__ import annotations

from datetime import datetime
from random import Random
from typing import Any

from service.evaluation.seeding.drawing import Drawn
from service.reviewing.judging.expectation import Expectation
from service.reviewing.judging.opinion import (
    CitationOpinion,
    Fault,
    Fit,
    Opinion,
    SentenceOpinion,
    Verdict,
)
from service.reviewing.judging.opinion_columns import columns_of

_SHARES = {Verdict.RIGHT: 70, Verdict.TO_IMPROVE: 18, Verdict.WRONG: 12}


def judgement(
    random: Random, message_id: str, drawn: Drawn, reviewer: str, judged_at: datetime
) -> dict[str, Any]:
    """A row of what one reviewer says of an answer."""
    (verdict,) = random.choices(list(_SHARES), list(_SHARES.values()))
    is_right = verdict is Verdict.RIGHT
    fault = None if is_right else random.choice(list(Fault))
    opinion = Opinion(
        sentences=(SentenceOpinion(1, verdict, fault),),
        citations=tuple(
            CitationOpinion(each.n, Fit.FITS if is_right else Fit.DOES_NOT_FIT)
            for each in drawn.answer.citations
        ),
        is_source_fault=random.random() < 0.02,
    )
    return {
        "message_id": message_id,
        "reviewer_id": reviewer,
        "judged_at": judged_at,
        "version": 1,
        **columns_of(opinion),
    }


def judged_question(message_id: str, drawn: Drawn, given: dict[str, Any]) -> dict[str, Any] | None:
    """A row of the question that a judgement makes; None where it makes none."""
    if not drawn.question or given["verdict"] != Verdict.RIGHT:
        return None
    citations = drawn.answer.citations
    return {
        "message_id": message_id,
        "city": drawn.answer.city or drawn.site,
        "question": drawn.question,
        "expects": (Expectation.ANSWERED if citations else Expectation.NOT_TOLD).value,
        "evidence": [each.quote for each in citations[:1]],
        "must_not": [],
        "made_by": given["reviewer_id"],
        "made_at": given["judged_at"],
        "retired_at": None,
    }
