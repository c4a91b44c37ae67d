"""What a model may see of an answer: its statement and the places it rests on, numbered."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.knowledgebase import KnowledgeBase
from service.answering.turn import Turn
from service.outcome import Answer, Citation


@dataclass(frozen=True, slots=True)
class Evidence:
    """One numbered piece; `n` is that of the citation the resident is shown.

    statement  the composed answer for the first piece: reviewed words for what the places tell;
               "" for the others
    quote      verbatim
    place      plan, city and section path
    """

    n: int
    statement: str
    quote: str
    place: str


def evidence_of(turn: Turn, answer: Answer, knowledge: KnowledgeBase) -> tuple[Evidence, ...]:
    """The places of the candidate that answers, not those that merely bear on the question.

    A model that sees the division of another measure will sooner or later tell it.
    """
    others = {c.hit.passage.id for side in turn.sides for c in side.candidates[1:]}
    own = [cite for cite in answer.citations if cite.passage_id not in others]
    return tuple(
        Evidence(cite.n, answer.core if at == 0 else "", cite.quote, _place(cite, knowledge))
        for at, cite in enumerate(own)
    )


def _place(cite: Citation, knowledge: KnowledgeBase) -> str:
    plan = knowledge.plan(cite.plan_id)
    return f"{plan.title}（{plan.city_name}） {cite.section}"
