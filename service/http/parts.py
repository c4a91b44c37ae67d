"""What an app is made of, in one record that routes are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request

from service.accounts import Accounts
from service.conversations import Conversations
from service.correcting import Decisions, Drafts, Register
from service.http.answer_views import AnswerViews
from service.http.correcting_live import CorrectingLive
from service.http.desk import Desk
from service.http.errors import InvalidError, TooManyError
from service.http.metrics import Metrics
from service.http.offers import Offers
from service.http.pages.contacts import Contacts
from service.http.pages.renderer import PageRenderer
from service.http.pages.source_view import Shelf
from service.http.pages.waiting_room import WaitingRoom
from service.http.rate_limit import RateLimit
from service.presenting import Presenter
from service.proving import Proofs, Prover
from service.reporting import Grouping, QuestionVectors, Reports
from service.reviewing.judging import AskingAgain, Cases, Judgements
from service.reviewing.queue import Queue
from service.settings import Settings
from service.store import Store
from service.suggesting import Suggester
from service.topics import Topics


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one app; two apps in one process share none."""

    settings: Settings
    desk: Desk
    store: Store
    conversations: Conversations
    metrics: Metrics
    pages: PageRenderer
    shelf: Shelf
    rate_limit: RateLimit
    waiting_room: WaitingRoom
    answer_views: AnswerViews
    offers: Offers
    typing_limit: RateLimit
    contacts: Contacts
    accounts: Accounts
    cases: Cases
    judgements: Judgements
    asking_again: AskingAgain
    sign_in_limit: RateLimit
    queue: Queue
    correcting_live: CorrectingLive
    register: Register
    drafts: Drafts
    decisions: Decisions
    proofs: Proofs
    prover: Prover
    reports: Reports
    question_vectors: QuestionVectors
    grouping: Grouping

    @property
    def presenter(self) -> Presenter:
        """What makes blocks of answers. Raises NotReadyError while the counter is not open."""
        return self.answer_views.presenter(self.desk.counter.knowledge)

    @property
    def topics(self) -> Topics:
        """What residents can tap. Raises NotReadyError while the counter is not open."""
        return self.offers.topics(self.desk.counter.knowledge)

    @property
    def suggester(self) -> Suggester:
        """What suggests questions; the first use may take seconds, so call it in a thread.

        Raises NotReadyError while the counter is not open.
        """
        return self.offers.suggester(self.desk.counter.knowledge)

    def city_id(self, city: str | None) -> str | None:
        """A city id that is served, or None for none. Raises InvalidError naming the known ids."""
        known = [known.id for known in self.desk.counter.knowledge.cities]
        if city is None or city in known:
            return city
        raise InvalidError(f"city には {'、'.join(known)} のいずれかを指定してください。", "city")


def parts_of(request: Request) -> Parts:
    """The parts of the app that serves this request."""
    return cast(Parts, request.app.state.parts)


def within_rate(request: Request) -> None:
    """Count one request of this client. Raises TooManyError when it has to wait."""
    _take(request, parts_of(request).rate_limit)


def within_typing_rate(request: Request) -> None:
    """Count one request of this client while it types. Raises TooManyError when it has to wait."""
    _take(request, parts_of(request).typing_limit)


def _take(request: Request, limit: RateLimit) -> None:
    client = request.client.host if request.client else "unknown"
    wait_s = limit.take(client)
    if wait_s:
        raise TooManyError(retry_after_s=wait_s)


PartsOf = Annotated[Parts, Depends(parts_of)]
