"""Question forms held out: how far what was learned reaches to what it has not seen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, Span

_FEWEST_FORMS = 3  # an entry with fewer keeps them all: two forms are needed for a best and a mean


@dataclass(frozen=True, slots=True)
class HeldOut:
    """A question that neither training nor index has seen, with where its answer stands."""

    question: str
    city: str
    plan_id: str
    entry_id: str
    spans: tuple[Span, ...]


def thinned(knowledge: KnowledgeBase) -> tuple[KnowledgeBase, tuple[HeldOut, ...]]:
    """The knowledge without one form of each entry, and those forms as questions.

    Which form goes rotates from entry to entry, so that every register and language is asked.
    """
    kept: list[FaqEntry] = []
    asked: list[HeldOut] = []
    for number, entry in enumerate(knowledge.faq):
        if len(entry.forms) < _FEWEST_FORMS:
            kept.append(entry)
            continue
        out = number % len(entry.forms)
        forms = entry.forms[:out] + entry.forms[out + 1 :]
        kept.append(replace(entry, forms=forms))
        city = knowledge.plan(entry.plan_id).city
        asked.append(HeldOut(entry.forms[out], city, entry.plan_id, entry.id, entry.spans))
    return replace(knowledge, faq=tuple(kept)), tuple(asked)
