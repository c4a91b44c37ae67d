"""What answers look like on pages, made once for each knowledge."""

from __future__ import annotations

import threading
from datetime import date

from knowledge.knowledgebase import KnowledgeBase
from service.presenting import Presenter
from service.settings import Settings


class AnswerViews:
    """Keeps the presenter as long as the knowledge is the same object."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._making = threading.Lock()
        self._made: tuple[KnowledgeBase, Presenter] | None = None

    def presenter(self, knowledge: KnowledgeBase) -> Presenter:
        """The presenter, made on first use."""
        with self._making:
            if self._made is None or self._made[0] is not knowledge:
                self._made = (knowledge, Presenter(knowledge, self._today))
            return self._made[1]

    def _today(self) -> date:
        return self._settings.today or date.today()
