"""Whom to ask instead: the city's office from the catalog, and the sentence staff put there."""

from __future__ import annotations

from knowledge.knowledgebase import KnowledgeBase
from service.answering.turn import Turn


def contact(knowledge: KnowledgeBase, turn: Turn) -> str:
    """Whom to ask instead, from the catalog; never invented."""
    cities = asked_cities(turn)
    known = knowledge.city(cities[0]) if len(cities) == 1 else None
    return turn.voice.say(
        "phrase/contact",
        city=turn.voice.city(known) if known else "",
        contact=known.contact if known else "",
    )


def with_contact(text: str, turn: Turn, chars: int) -> str:
    """A text that tells whom to ask, with the sentence of staff below it where `chars` allow it."""
    cities = asked_cities(turn)
    sentence = turn.corrections.contact(cities[0] if len(cities) == 1 else None)
    if not sentence:
        return text
    longer = f"{text}\n{turn.voice.say('phrase/reach', sentence=sentence)}"
    return longer if len(longer) <= chars else text


def asked_cities(turn: Turn) -> tuple[str, ...]:
    """The cities a question names, else that of the site; empty for none."""
    asked = turn.understood
    return asked.cities or ((asked.site_city,) if asked.site_city else ())
