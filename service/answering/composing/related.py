"""Related questions to tap: what near entries answer."""

from __future__ import annotations

from collections.abc import Iterable

from index.results import Hit
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry
from service.outcome import Choice


def related(
    hits: Iterable[Hit], asked: str, knowledge: KnowledgeBase, at_most: int
) -> tuple[Choice, ...]:
    """The first forms of the entries among the hits, but for the question itself."""
    found = []
    for hit in hits:
        record = knowledge.record(hit.passage.record_ids[0])
        if isinstance(record, FaqEntry) and record.forms[0] != asked:
            found.append(Choice(record.forms[0], record.forms[0], hit.passage.city))
    return tuple(found[:at_most])
