"""What is offered before and while a question is typed, made once for each knowledge."""

from __future__ import annotations

from knowledge.knowledgebase import KnowledgeBase
from service.http.kept import Kept
from service.suggesting import Suggester
from service.topics import Topics


class Offers:
    """Keeps topics (0.1 s to make) and suggester (a second or two), each behind its own lock."""

    def __init__(self) -> None:
        self._topics = Kept(Topics)
        self._suggester = Kept(Suggester)

    def topics(self, knowledge: KnowledgeBase) -> Topics:
        """The topics of all cities."""
        return self._topics.of(knowledge)

    def suggester(self, knowledge: KnowledgeBase) -> Suggester:
        """What suggests questions."""
        return self._suggester.of(knowledge)

    def prepare(self, knowledge: KnowledgeBase) -> None:
        """Make both now, so that no resident waits for them."""
        self.topics(knowledge)
        self.suggester(knowledge)
