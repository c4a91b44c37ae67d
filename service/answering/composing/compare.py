"""Whether two plans say the same thing, item by item."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from index.results import Hit
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import Enumeration, FaqEntry, Record


class Verdict(StrEnum):
    """What can be said of two lists; UNKNOWN where they are not lists."""

    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


_NOT_WORDS = re.compile(r"[\W_]+")


def same_or_different(knowledge: KnowledgeBase, hits: Sequence[Hit]) -> Verdict:
    """Compare the enumerations behind the hits. Widths, marks and blanks do not count."""
    lists = [_items(knowledge, hit) for hit in hits]
    if len(lists) < 2 or not all(lists):
        return Verdict.UNKNOWN
    return Verdict.SAME if all(items == lists[0] for items in lists[1:]) else Verdict.DIFFERENT


def _items(knowledge: KnowledgeBase, hit: Hit) -> frozenset[str]:
    record: Record = knowledge.record(hit.passage.record_ids[0])
    bound = (
        [knowledge.record(r) for r in record.record_ids]
        if isinstance(record, FaqEntry)
        else [record]
    )
    return frozenset(
        _NOT_WORDS.sub("", unicodedata.normalize("NFKC", item.text))
        for found in bound
        if isinstance(found, Enumeration)
        for item in found.items
    )
