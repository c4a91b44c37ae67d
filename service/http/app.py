"""Puts the parts together: one app from settings and, in tests, a counter already open."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import anyio
from fastapi import FastAPI

from service.accounts import Accounts
from service.conversations import Conversations
from service.correcting import Decisions, Drafts, Register
from service.correcting.live import LiveCorrections
from service.furigana import Furigana
from service.http.access import Access
from service.http.answer_views import AnswerViews
from service.http.api import chat, conversations, feedback, health, plans, search, suggestions
from service.http.api.conversations import sweep_regularly
from service.http.body_limit import BodyLimit
from service.http.compression import Compression
from service.http.correcting_live import CorrectingLive, opener
from service.http.desk import Desk
from service.http.error_handlers import add_error_handlers
from service.http.metrics import Metrics
from service.http.offers import Offers
from service.http.pages import about, components, embed, sources, taken, widget_script
from service.http.pages import chat as chat_page
from service.http.pages.contacts import Contacts
from service.http.pages.frame import Frame, Surface
from service.http.pages.kiosk import asking as kiosk
from service.http.pages.kiosk import ending, offline, reading, taking
from service.http.pages.preferences import Preferences
from service.http.pages.reading_room import ReadingRoom
from service.http.pages.renderer import PageRenderer
from service.http.pages.source_view import Shelf
from service.http.pages.switching import PreferenceSwitch
from service.http.pages.waiting_room import WaitingRoom
from service.http.parts import Parts
from service.http.proving import prove_regularly
from service.http.rate_limit import RateLimit
from service.http.review.accounts.looking_after import look_after
from service.http.review.routers import REVIEW_ROUTERS
from service.http.security_headers import SecurityHeaders
from service.http.static_files import STATIC_FOLDER, CachedStaticFiles
from service.proving import EvaluationSets, Proofs, Prover, Runs, StoredDrafts
from service.settings import Settings
from service.store import Store
from service.wall_clock import now

if TYPE_CHECKING:
    from service.counter import Counter

API_VERSION = "1.1.0"  # of the HTTP contract: major when a client has to change
# A question of some 20 characters is typed in about as many steps, half of them too quick to be
# sent; counted with the questions, typing would use up what one may ask.
SUGGESTIONS_PER_QUESTION = 10


@asynccontextmanager
async def _loading(app: FastAPI) -> AsyncIterator[None]:
    """Begin loading the counter; serve meanwhile, so that /healthz answers at once."""
    parts: Parts = app.state.parts
    parts.desk.start()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(sweep_regularly, parts.conversations)
        tasks.start_soon(look_after, parts.accounts)
        tasks.start_soon(parts.correcting_live.run)
        tasks.start_soon(prove_regularly, parts.prover, parts.desk)
        yield
        tasks.cancel_scope.cancel()
    parts.store.close()


def create_app(settings: Settings, counter: Counter | None = None) -> FastAPI:
    """The whole HTTP side.

    counter  already open; None: loaded in the background once the server has started

    Raises StoreError for a database URL that does not hold; a database out of reach raises nothing.
    Raises NoticesError where the file of notices does not hold, QuestionFileError where a file of
    evaluation questions does not.
    """
    app = FastAPI(
        title="Madoguchi",
        version=API_VERSION,
        summary="Answers about city plans, with the place that says so.",
        lifespan=_loading,
        # The stock pages of documentation load scripts from other sites.
        docs_url=None,
        redoc_url=None,
    )
    offers = Offers()
    store = Store(settings.database_url)

    def opened(counter: Counter) -> None:
        offers.prepare(counter.knowledge)
        frame = Frame(Surface.WEB, Preferences(), None, "/sources")
        ReadingRoom(parts, frame).prepare()

    live = LiveCorrections(store)
    desk = Desk(settings, counter, opener=opener(live), opened=opened)
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
        offers=offers,
        typing_limit=RateLimit(settings.requests_per_minute * SUGGESTIONS_PER_QUESTION),
        correcting_live=CorrectingLive(live, desk, settings.corrections_poll_s),
        accounts=Accounts.over(store, settings),
        sign_in_limit=RateLimit(settings.staff_sign_ins_per_minute),
        prover=Prover(Runs(store, now), StoredDrafts(store), EvaluationSets(store), settings.day),
        register=Register(store),
        drafts=Drafts(store, now),
        decisions=Decisions(store, proofs, now),
        proofs=proofs,
        contacts=contacts,
    )
    app.state.parts = parts
    add_error_handlers(app)
    # The last one added is the outermost: a fault still gets the headers.
    app.add_middleware(Compression)
    app.add_middleware(BodyLimit, bytes_max=settings.body_bytes_max)
    app.add_middleware(PreferenceSwitch)
    app.add_middleware(Access, metrics=parts.metrics)
    app.add_middleware(
        SecurityHeaders, embedded=Surface.EMBED.prefix, framed_by=settings.embedding_sites
    )
    for part in (chat, suggestions, feedback, conversations, search, plans, health):
        app.include_router(part.router)
    # The kiosk's own page last: it takes every address of one part below it.
    at_the_kiosk = (offline, ending, taking, reading, kiosk)
    for staff_router in REVIEW_ROUTERS:
        app.include_router(staff_router, include_in_schema=False)
    for page in (sources, about, components, embed, widget_script, taken, *at_the_kiosk):
        app.include_router(page.router)
    app.mount("/static", CachedStaticFiles(directory=STATIC_FOLDER), name="static")
    app.include_router(chat_page.router)  # last: it takes every address of one part
    return app
