"""What is offered before and while a question is typed, made once for each knowledge."""

from __future__ import annotations

import threading

from knowledge.knowledgebase import KnowledgeBase
from service.suggesting import Suggester
from service.topics import Topics


class Offers:
    """Keeps topics and suggester as long as the knowledge is the same object.

    The suggester takes a second or two to make; who comes meanwhile waits for it.
    """

    def __init__(self) -> None:
        self._making = threading.Lock()
        self._knowledge: KnowledgeBase | None = None
        self._topics: Topics | None = None
        self._suggester: Suggester | None = None

    def topics(self, knowledge: KnowledgeBase) -> Topics:
        """The topics of all cities, made on first use."""
        with self._making:
            self._keep(knowledge)
            self._topics = self._topics or Topics(knowledge)
            return self._topics

    def suggester(self, knowledge: KnowledgeBase) -> Suggester:
        """What suggests questions, made on first use."""
        with self._making:
            self._keep(knowledge)
            self._suggester = self._suggester or Suggester(knowledge)
            return self._suggester

    def prepare(self, knowledge: KnowledgeBase) -> None:
        """Make both now, so that no resident waits for them."""
        self.topics(knowledge)
        self.suggester(knowledge)

    def _keep(self, knowledge: KnowledgeBase) -> None:
        if self._knowledge is not knowledge:
            self._knowledge, self._topics, self._suggester = knowledge, None, None
