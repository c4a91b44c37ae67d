"""Plans already laid out: some 50 ms of work for the longest, the same for every citation."""

from __future__ import annotations

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import Plan
from service.http.pages.source_view.blocks import Block
from service.http.pages.source_view.layout import lay_out


class Shelf:
    """Keeps the blocks of each plan as long as the knowledge is the same object."""

    def __init__(self) -> None:
        self._knowledge: KnowledgeBase | None = None
        self._blocks: dict[str, tuple[Block, ...]] = {}

    def blocks(self, knowledge: KnowledgeBase, plan: Plan) -> tuple[Block, ...]:
        """The blocks of a plan, laid out on first use."""
        if self._knowledge is not knowledge:
            self._knowledge, self._blocks = knowledge, {}
        if plan.id not in self._blocks:
            source, reading = knowledge.sources[plan.id], knowledge.readings[plan.id]
            self._blocks[plan.id] = lay_out(plan, source, reading)
        return self._blocks[plan.id]
