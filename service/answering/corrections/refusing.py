"""The step that keeps to what staff decided not to answer."""

from __future__ import annotations

from dataclasses import replace

from knowledge.knowledgebase import KnowledgeBase
from service.answering.contacting import contact, with_contact
from service.answering.corrections.scope import site_of
from service.answering.corrections.topics import topic_of
from service.answering.settings import AnsweringSettings
from service.answering.turn import Turn
from service.outcome import Answer, Reason


class RefuseTopics:
    """The step before approved answers and the search.

    What staff took out of the counter stays out until they take the refusal back, whatever else
    would answer; the question is no danger, so its words are kept to be reviewed.
    """

    def __init__(self, knowledge: KnowledgeBase, settings: AnsweringSettings) -> None:
        self._knowledge = knowledge
        self._settings = settings

    def __call__(self, turn: Turn) -> Turn:
        """Set `answer` where the question is on a matter that is refused."""
        asked = turn.understood
        topic = topic_of(asked.text, site_of(asked), turn.corrections.topics)
        if topic is None:
            return turn
        reason = Reason.REFUSED_TOPIC
        values = {"answer": topic.body.text, "contact": contact(self._knowledge, turn)}
        limit = self._settings.answer_chars
        text = turn.voice.say(f"outcome/{reason.value}", **values)
        if len(text) > limit:
            # The staff's own words come first; whom to ask stands on every page as well.
            text = turn.voice.say(f"outcome/{reason.value}", **{**values, "contact": ""})
        return replace(turn, answer=Answer(reason, with_contact(text, turn, limit), confidence=1.0))
