"""Makes the parts of an app, each over the same store and the same desk."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from service.accounts import Accounts
from service.conversations import Conversations
from service.correcting import Decisions, Drafts, Register
from service.correcting.live import LiveCorrections
from service.furigana import Furigana
from service.http.answer_views import AnswerViews
from service.http.correcting_live import CorrectingLive, opener
from service.http.desk import Desk
from service.http.metrics import Metrics
from service.http.offers import Offers
from service.http.pages.contacts import Contacts
from service.http.pages.renderer import PageRenderer
from service.http.pages.source_view import Shelf
from service.http.pages.waiting_room import WaitingRoom
from service.http.parts import Parts
from service.http.rate_limit import RateLimit
from service.http.warming_up import warm_up
from service.proving import EvaluationSets, Proofs, Prover, Runs, StoredDrafts
from service.reporting import Grouping, QuestionVectors, Reports
from service.reviewing.judging import AskingAgain, Cases, Judgements
from service.reviewing.queue import Queue
from service.settings import Settings
from service.store import Store
from service.wall_clock import now

if TYPE_CHECKING:
    from service.counter import Counter

# A question of some 20 characters is typed in about as many steps, half of them too quick to be
# sent; counted with the questions, typing would use up what one may ask.
SUGGESTIONS_PER_QUESTION = 10


def assembled(settings: Settings, counter: Counter | None = None) -> Parts:
    """The parts of one app.

    counter  already open; None: loaded once the desk is started

    Raises StoreError, NoticesError or QuestionFileError where a setting or a file does not hold.
    """
    store = Store(settings.database_url)
    live = LiveCorrections(store)
    desk = Desk(
        settings, counter, opener=opener(live), opened=lambda counter: warm_up(parts, counter)
    )
    contacts = Contacts(settings, desk)
    proofs = Proofs(store, now, lambda: desk.counter.index_version)
    parts = Parts(
        settings=settings,
        desk=desk,
        store=store,
        conversations=Conversations(settings, store=store),
        metrics=Metrics(),
        pages=PageRenderer(settings, Furigana().ruby_html, contacts.of),
        shelf=Shelf(),
        rate_limit=RateLimit(settings.requests_per_minute),
        waiting_room=WaitingRoom(settings.pending_after_s, settings.waiting_max),
        answer_views=AnswerViews(settings),
        offers=Offers(),
        typing_limit=RateLimit(settings.requests_per_minute * SUGGESTIONS_PER_QUESTION),
        contacts=contacts,
        accounts=Accounts.over(store, settings),
        sign_in_limit=RateLimit(settings.staff_sign_ins_per_minute),
        queue=Queue.over(store, settings),
        correcting_live=CorrectingLive(live, desk, settings.corrections_poll_s),
        cases=Cases(store, settings.review_conversation_turns),
        judgements=Judgements(store, settings.review_note_chars),
        asking_again=AskingAgain(store, settings.conversation_turns),
        register=Register(store),
        drafts=Drafts(store, now),
        decisions=Decisions(store, proofs, now),
        proofs=proofs,
        prover=Prover(Runs(store, now), StoredDrafts(store), EvaluationSets(store), settings.day),
        reports=Reports.over(store),
        question_vectors=QuestionVectors(store),
        grouping=Grouping.over(store, timedelta(minutes=settings.question_groups_minutes)),
    )
    return parts
