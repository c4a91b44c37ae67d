"""What is made of the knowledge once and kept with it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from knowledge.knowledgebase import KnowledgeBase

T = TypeVar("T")


class Kept(Generic[T]):
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
