"""The characters of a passage that citations are held to."""

from __future__ import annotations

from collections.abc import Mapping

from index.results import Passage
from knowledge.knowledgebase import KnowledgeBase

# Long enough to stand nowhere else, short enough that every window a quote is cut to holds it.
_EVIDENCE_CHARS = 60


class Passages:
    """All that can be found, by id, and what it rests on.

    by_id  of the index that answers now
    """

    def __init__(self, knowledge: KnowledgeBase, by_id: Mapping[str, Passage]) -> None:
        self._knowledge = knowledge
        self._by_id = by_id

    def find(self, passage_id: str) -> Passage | None:
        """A passage, None where it is not, or no longer, in the index."""
        return self._by_id.get(passage_id)

    def evidence(self, passage_id: str) -> str | None:
        """The first characters of the most telling place of a passage; None for an unknown one."""
        passage = self.find(passage_id)
        if passage is None:
            return None
        source = self._knowledge.sources[passage.plan_id]
        return " ".join(source.quote(passage.spans[0]).split())[:_EVIDENCE_CHARS]
