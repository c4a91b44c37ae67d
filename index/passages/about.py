"""All that belongs to a passage: what a question's words may be held against."""

from __future__ import annotations

from index.results import Passage
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry


def told(passage: Passage, knowledge: KnowledgeBase) -> str:
    """What the passage shows and the characters it rests on: what a fact must stand in."""
    quotes = (knowledge.quote(passage.plan_id, span) for span in passage.spans)
    return " ".join((passage.shown, *quotes))


def about(passage: Passage, knowledge: KnowledgeBase) -> str:
    """`told`, with plan, headings and text round it and, of an entry, the forms that ask for it."""
    record = knowledge.record(passage.record_ids[0])
    forms = record.forms if isinstance(record, FaqEntry) else ()
    plan = knowledge.plan(passage.plan_id)
    around = (passage.title, passage.text, plan.title, *passage.section, *forms)
    return " ".join((told(passage, knowledge), *around))
