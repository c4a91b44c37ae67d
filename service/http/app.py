"""One app from settings and, in tests, a counter already open: its parts, routes and middleware."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import FastAPI

from service.http.access import Access
from service.http.api import chat, conversations, feedback, health, plans, search, suggestions
from service.http.assembly import assembled
from service.http.background import running
from service.http.body_limit import BodyLimit
from service.http.compression import Compression
from service.http.error_handlers import add_error_handlers
from service.http.pages import about, components, embed, sources, taken, widget_script
from service.http.pages import chat as chat_page
from service.http.pages.frame import Surface
from service.http.pages.kiosk import asking as kiosk
from service.http.pages.kiosk import ending, offline, reading, taking
from service.http.pages.switching import PreferenceSwitch
from service.http.review.routers import REVIEW_ROUTERS
from service.http.security_headers import SecurityHeaders
from service.http.static_files import STATIC_FOLDER, CachedStaticFiles
from service.settings import Settings

if TYPE_CHECKING:
    from service.counter import Counter

API_VERSION = "1.1.0"  # of the HTTP contract: major when a client has to change


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
        lifespan=running,
        # The stock pages of documentation load scripts from other sites.
        docs_url=None,
        redoc_url=None,
    )
    parts = assembled(settings, counter)
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
    for staff_router in REVIEW_ROUTERS:
        app.include_router(staff_router, include_in_schema=False)
    # The kiosk's own page last: it takes every address of one part below it.
    at_the_kiosk = (offline, ending, taking, reading, kiosk)
    for page in (sources, about, components, embed, widget_script, taken, *at_the_kiosk):
        app.include_router(page.router)
    app.mount("/static", CachedStaticFiles(directory=STATIC_FOLDER), name="static")
    app.include_router(chat_page.router)  # last: it takes every address of one part
    return app
