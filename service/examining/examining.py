"""Takes a question apart: the search by itself, and the answering step by step."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from index.results import Hit, Query, Scope
from service.answering.corrections.scope import site_of
from service.answering.turn import Question, Side, Turn
from service.examining.approved import near_answers
from service.examining.examination import Examination, Fused, SideExamined
from service.examining.legs import legs_of
from service.examining.sums import Sureness, sureness, weighed
from service.question.synonyms import Meaning
from service.question.understanding import Understanding

if TYPE_CHECKING:
    from service.counter import Counter


def examine(
    counter: Counter, question: str, city: str | None, plan: str | None, k: int
) -> Examination:
    """Take a question apart; it is remembered nowhere.

    question  normalised, 1-300 characters
    city      the site it is asked on, None for none
    plan      only this plan is searched, None for all of the city's; the answering knows no such
              limit, since residents cannot set one
    k         candidates shown of each leg and of the fused order

    Takes as long as two questions. Raises what the answering raises.
    """
    turn = counter.follow(Question(question, city))
    searcher = counter.searcher
    scope = Scope(cities=frozenset({city} if city else ()), plans=frozenset({plan} if plan else ()))
    asked = turn.understanding
    text = _searched(asked) if asked else turn.text or question
    every = searcher.search(Query(text, scope, len(searcher.passages)))
    withheld = turn.corrections.withheld
    return Examination(
        question=question,
        typed=searcher.taken_apart(turn.text or question),
        searched=searcher.taken_apart(text),
        understood=asked,
        legs=legs_of(every.hits, k),
        fused=tuple(
            Fused(rank, hit, hit.passage.id in withheld)
            for rank, hit in enumerate(every.hits[:k], start=1)
        ),
        hidden=tuple(hit.passage for hit in every.hits if hit.passage.id in withheld),
        staff_synonyms=_of_staff(turn),
        approved=near_answers(counter, turn, k),
        sides=tuple(_examined(counter, turn, side) for side in turn.sides)
        if turn.approved is None
        else (),
        answer=turn.answered,
        threshold=turn.thresholds.answer if turn.thresholds else counter.settings.min_confidence,
        milliseconds={
            "answering": turn.answered.milliseconds,
            "search": every.milliseconds,
        },
    )


def _searched(asked: Understanding) -> str:
    return " ".join((asked.official_text or asked.search_text, *asked.japanese_words))


def _of_staff(turn: Turn) -> tuple[Meaning, ...]:
    asked = turn.understanding
    if asked is None:
        return ()
    found = turn.corrections.aliases.found(asked.search_text, site_of(asked))
    return tuple(alias.meaning for alias in found)


def _examined(counter: Counter, turn: Turn, side: Side) -> SideExamined:
    ranks = {hit.passage.id: rank for rank, hit in enumerate(_found(side), start=1)}
    sure = _sureness(counter, turn, side)
    return SideExamined(
        side=side,
        weighed=tuple(
            weighed(one, ranks.get(one.hit.passage.id, 0), counter.settings)
            for one in side.candidates
        ),
        dropped=side.results.rejected,
        sureness=sure,
        is_lifted=sure is not None and not math.isclose(sure.probability, side.confidence),
    )


def _found(side: Side) -> tuple[Hit, ...]:
    return (*side.results.hits, *side.results.rejected)


def _sureness(counter: Counter, turn: Turn, side: Side) -> Sureness | None:
    signals = counter.signals(turn, side)
    if signals is None:
        return None
    plan_id = side.candidates[0].hit.passage.plan_id
    entries = any(entry.plan_id == plan_id for entry in counter.knowledge.faq)
    return sureness(signals, counter.settings, entries=entries)
