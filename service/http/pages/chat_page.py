"""The pages of a conversation, as their templates read them."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.records import Plan
from service.conversations import FeedbackReason, Told
from service.http.errors import RequestError
from service.http.pages.page_topic import PageTopic
from service.http.pages.place import Place
from service.presenting import Presentation
from service.question.language import language_of
from service.topics import CityTopics


@dataclass(frozen=True, slots=True)
class Vote:
    """What stands in the form for a vote that could not be taken, and why it could not."""

    error: RequestError
    reason: FeedbackReason | None = None
    comment: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer in the log.

    presentation  its answer as blocks
    is_kept       whether the store holds it, so that it can be rated
    is_last       only the newest offers what to tap next
    vote          a vote on it that could not be taken
    """

    told: Told
    presentation: Presentation
    is_kept: bool = True
    is_last: bool = True
    vote: Vote | None = None

    @property
    def asked_in(self) -> str:
        """The language of the question, as HTML names it."""
        return language_of(self.told.question)


@dataclass(frozen=True, slots=True)
class ChatPage:
    """The chat page in one state.

    plans         what can be asked about
    topics        to tap before the first question, by city
    log           oldest first; empty before the first question
    conversation  its id where forms have to carry it; ""
    typed         what stands in the input: nothing, or what could not be accepted
    error         why it could not
    waiting       a question whose answer is not there yet; "" for none
    is_cleared    the conversation was deleted a moment ago
    about         what the page round an embedded chat is about; None for nothing known
    """

    place: Place
    plans: tuple[Plan, ...]
    topics: tuple[CityTopics, ...]
    log: tuple[Turn, ...] = ()
    conversation: str = ""
    typed: str = ""
    error: RequestError | None = None
    waiting: str = ""
    is_cleared: bool = False
    about: PageTopic | None = None
    reasons: tuple[FeedbackReason, ...] = tuple(FeedbackReason)


@dataclass(frozen=True, slots=True)
class TurnFragment:
    """One turn of the log by itself, for the script that puts it there."""

    place: Place
    turn: Turn
    conversation: str
    reasons: tuple[FeedbackReason, ...] = tuple(FeedbackReason)


@dataclass(frozen=True, slots=True)
class ErrorFragment:
    """What to mend, by itself, for the script that puts it beside the input."""

    error: RequestError


@dataclass(frozen=True, slots=True)
class ThanksFragment:
    """That a vote was taken, by itself, for the script that puts it in the place of the form."""

    helpful: bool


@dataclass(frozen=True, slots=True)
class ClearPage:
    """Whether to delete the conversation. `ticket`: of an answer that is still awaited."""

    place: Place
    conversation: str
    ticket: str
