"""The first two steps: refuse what must not be taken in, then understand the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from knowledge.knowledgebase import KnowledgeBase
from knowledge.vocabulary import help_lines_for
from service.answering.settings import AnsweringSettings
from service.answering.turn import Turn
from service.outcome import Answer, Reason
from service.question import check, understand
from service.question.language import language_of


class Check:
    """Refuse personal data, abuse, injection and emergencies; normalise the rest."""

    def __init__(self, settings: AnsweringSettings) -> None:
        self._settings = settings

    def __call__(self, turn: Turn) -> Turn:
        """Set `text` and `lang`, and `answer` where the question is refused."""
        checked = check(turn.question.text)
        turn = replace(turn, lang=turn.question.lang or language_of(checked.text))
        if checked.refusal is not None:
            lines = help_lines_for(checked.dangers, self._settings.help_lines, turn.lang)
            text = turn.voice.say(f"outcome/{checked.refusal.value}", lines=lines)
            return replace(turn, answer=Answer(checked.refusal, text, confidence=1.0))
        if not checked.text:
            reason = Reason.CLARIFY_QUESTION
            return replace(turn, answer=Answer(reason, turn.voice.say(f"outcome/{reason.value}")))
        return replace(turn, text=checked.text)


class Understand:
    """Read what is asked.

    today    a function, so that a service that runs on stays right
    written  writes a question in kana as the plans would, see `Searcher.written`
    """

    def __init__(
        self, knowledge: KnowledgeBase, today: Callable[[], date], written: Callable[[str], str]
    ) -> None:
        self._knowledge = knowledge
        self._today = today
        self._written = written

    def __call__(self, turn: Turn) -> Turn:
        """Set `understanding`."""
        # A word that staff know is no slip of a word that the plans know.
        is_known = turn.corrections.aliases.found(turn.text, turn.question.city)
        written = str if is_known else self._written
        asked = understand(turn.text, turn.question.city, self._knowledge, self._today(), written)
        return replace(turn, understanding=asked)
