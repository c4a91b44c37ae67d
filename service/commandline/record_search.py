"""Records by the names people call them: a number, a title, a term or one of its aliases."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import GlossaryTerm, Measure, Record

NEAR_MAX = 5
NEAR_RATIO = 0.5  # difflib's ratio, 0..1; Japanese titles are short, so half in common is near


def find_records(base: KnowledgeBase, plan_id: str, name: str) -> tuple[Record, ...]:
    """Records called exactly so, width and case aside; else those whose name contains it."""
    wanted = _fold(name)
    names = list(_names(base, plan_id))
    exact = {record.id: record for called, record in names if _fold(called) == wanted}
    if exact or not wanted:
        return tuple(exact.values())
    return tuple({r.id: r for called, r in names if wanted in _fold(called)}.values())


def near_names(base: KnowledgeBase, plan_id: str, name: str) -> tuple[str, ...]:
    """Up to five names that come near, nearest first."""
    folded = {_fold(called): called for called, _ in _names(base, plan_id)}
    near = get_close_matches(_fold(name), folded, NEAR_MAX, NEAR_RATIO)
    return tuple(folded[key] for key in near)


def _names(base: KnowledgeBase, plan_id: str) -> Iterator[tuple[str, Record]]:
    for measure in base.records(plan_id, Measure):
        yield measure.number, measure
        yield measure.title, measure
    for term in base.records(plan_id, GlossaryTerm):
        for called in (term.term, term.reading, *term.aliases):
            if called:
                yield called, term


def _fold(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
