"""What answers look like on pages, made once for each knowledge."""

from __future__ import annotations

from knowledge.knowledgebase import KnowledgeBase
from service.http.kept import Kept
from service.presenting import Presenter
from service.settings import Settings


class AnswerViews:
    """Keeps the presenter as long as the knowledge is the same object."""

    def __init__(self, settings: Settings) -> None:
        self._presenter = Kept(lambda knowledge: Presenter(knowledge, settings.day))

    def presenter(self, knowledge: KnowledgeBase) -> Presenter:
        """The presenter, made on first use."""
        return self._presenter.of(knowledge)
