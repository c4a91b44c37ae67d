"""The chat page in one state, as its template reads it."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.catalog import City
from knowledge.records import Plan
from service.http.errors import RequestError
from service.outcome import Answer


@dataclass(frozen=True, slots=True)
class ChatPage:
    """The chat page in one state.

    action   where the form goes: `/` or `/{city}`
    cities   to choose from; empty where the page belongs to one city
    city     the city asked, None if none is known
    plans    what can be asked about
    asked    the question that `answer` answers; None before the first
    typed    what stands in the input: nothing, or what could not be accepted
    error    why it could not
    conversation_id  the conversation that the next question belongs to; "" before the first
    """

    action: str
    cities: tuple[City, ...]
    city: City | None
    plans: tuple[Plan, ...]
    asked: str | None = None
    answer: Answer | None = None
    typed: str = ""
    error: RequestError | None = None
    conversation_id: str = ""
