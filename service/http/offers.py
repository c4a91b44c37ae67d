"""What is offered before and while a question is typed, made once for each knowledge."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from knowledge.knowledgebase import KnowledgeBase
from service.suggesting import Suggester
from service.topics import Topics

T = TypeVar("T")


class _Kept(Generic[T]):
    """Something made of the knowledge, as long as that is the same object."""

    def __init__(self, make: Callable[[KnowledgeBase], T]) -> None:
        self._make = make
        self._making = threading.Lock()
        self._made: tuple[KnowledgeBase, T] | None = None

    def of(self, knowledge: KnowledgeBase) -> T:
        """Made on first use; who comes meanwhile waits, so that it is made once."""
        with self._making:
            if self._made is None or self._made[0] is not knowledge:
                self._made = (knowledge, self._make(knowledge))
            return self._made[1]


class Offers:
    """Keeps topics (0.1 s to make) and suggester (a second or two), each behind its own lock."""

    def __init__(self) -> None:
        self._topics = _Kept(Topics)
        self._suggester = _Kept(Suggester)

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
