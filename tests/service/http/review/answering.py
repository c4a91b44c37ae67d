"""Answers that residents of 取手市 were given, for tests of the pages where staff see them."""

from __future__ import annotations

from service.answering.turn import Question
from service.conversations import Reply
from service.http.parts import Parts

WHEN = "コンビニ交付はいつから"
UNTOLD = "火星への移住計画はいつからですか"
REFUSED = "私の名前は山田太郎です。計画期間は"


def told(
    parts: Parts, text: str = WHEN, before: Reply | None = None, city: str = "toride"
) -> Reply:
    """What the counter told a resident, kept as it is for every question."""
    held = before.conversation_id if before else None
    return parts.conversations.ask(
        parts.desk.counter, Question(text, city, channel="web", conversation_id=held)
    )
