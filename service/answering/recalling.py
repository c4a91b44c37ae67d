"""The step between check and understanding: a question that leans on earlier ones made whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from knowledge.knowledgebase import KnowledgeBase
from service.answering.turn import Turn
from service.outcome import Answer, Reason
from service.question.following import Follower
from service.question.phrases import plain, says_only


class Recall:
    """Read the question in the light of the conversation; one that stands alone stays as it is.

    written  writes a question in kana as the plans would, see `Searcher.written`
    """

    def __init__(
        self, knowledge: KnowledgeBase, today: Callable[[], date], written: Callable[[str], str]
    ) -> None:
        self._follower = Follower(knowledge)
        self._today = today
        self._written = written

    def __call__(self, turn: Turn) -> Turn:
        """Set `follow_up`, and with it `text` and the city that is asked about.

        Sets `answer` where more is asked of nothing.
        """
        earlier, text = turn.question.earlier, self._written(turn.text)
        found = self._follower.follow(text, earlier, self._today()) if earlier else None
        if found is None:
            return self._unless_it_leans(turn, text)
        question = replace(turn.question, city=found.city or turn.question.city)
        return replace(turn, question=question, text=found.text, follow_up=found)

    @staticmethod
    def _unless_it_leans(turn: Turn, text: str) -> Turn:
        if not says_only(plain(text), "more"):
            return turn
        reason = Reason.CLARIFY_QUESTION
        return replace(turn, answer=Answer(reason, turn.voice.say(f"outcome/{reason.value}")))
