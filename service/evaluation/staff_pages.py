"""How long staff wait for their pages when much has been asked."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import TYPE_CHECKING, cast

from sqlalchemy import select

from knowledge.errors import EvaluationError
from knowledge.knowledgebase import load_knowledge
from service.accounts import Role
from service.evaluation.figures import nearest_rank
from service.evaluation.seeding import fill
from service.reporting.summaries import SETTLED_AFTER, Summaries
from service.settings import Settings
from service.store import ReviewItemRow, Store

if TYPE_CHECKING:
    from service.http.parts import Parts

# Filters by what is indexed, by what is not, and by words; {answer}: one that is to be looked at.
PAGES = {
    "queue": "/review",
    "queue of a city": "/review?city=toride",
    "queue, unhelpful": "/review?why=unhelpful&state=all",
    "queue by due date": "/review?order=due&overdue=1",
    "queue by words": "/review?words=%E8%A8%88%E7%94%BB&state=all",
    "dashboard": "/review/dashboard",
    "dashboard of a city": "/review/dashboard?city=toride",
    "answer": "/review/answers/{answer}",
    "audit log": "/review/audit",
}


@dataclass(frozen=True, slots=True)
class PageTimes:
    """Milliseconds of one page, one client, over HTTP on this machine; `kb` in 10^3 bytes."""

    page: str
    ms_p50: float
    ms_p95: float
    ms_max: float
    kb: float


def measure_pages(settings: Settings, conversations: int, tries: int) -> Iterator[PageTimes]:
    """Serve a store with so many conversations, and ask for each page so many times.

    Raises EvaluationError for a page that is not answered with 200.
    """
    with TemporaryDirectory(prefix="madoguchi-") as folder:
        own = settings.model_copy(
            update={
                "database_url": f"sqlite:///{Path(folder) / 'madoguchi.sqlite3'}",
                # Nothing is erased while it is measured.
                "retention_days": 366,
                "kiosk_conversation_minutes": 366 * 24 * 60,
                "staff_totp_required": "none",
            }
        )
        store, now = Store(own.database_url), datetime.now(UTC)
        fill(store, load_knowledge(), conversations, now)
        with store.reading() as connection:
            answer = connection.scalar(select(ReviewItemRow.message_id).limit(1))
        store.close()
        with _served(own) as (port, cookie):
            for page, address in PAGES.items():
                yield _timed(page, port, address.format(answer=answer), cookie, tries)


def _timed(page: str, port: int, address: str, cookie: str, tries: int) -> PageTimes:
    times: list[float] = []
    size = 0
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        for _ in range(tries):
            begun = perf_counter()
            connection.request("GET", address, headers={"Cookie": cookie, "Accept": "text/html"})
            response = connection.getresponse()
            size = len(response.read())
            times.append((perf_counter() - begun) * 1000)
            if response.status != http.client.OK:
                raise EvaluationError(f"{address} was answered with {response.status}")
    return PageTimes(page, median(times), nearest_rank(times, 0.95), max(times), size / 1000)


def _prepare(summaries: Summaries) -> None:
    """Count the days that are over, as a running service has done before anybody looks."""
    while summaries.prepare():
        pass
    sleep(SETTLED_AFTER.total_seconds())
    while summaries.fill_one():
        pass


@contextmanager
def _served(settings: Settings) -> Iterator[tuple[int, str]]:
    """The port of a service that has opened, and the cookie of somebody who is signed in there.

    Nothing runs beside the requests: a service that is filled all at once would be grouping months
    of questions.
    """
    import uvicorn  # noqa: PLC0415 - seconds, with all that it serves

    from service.http import create_app  # noqa: PLC0415
    from service.http.review.cookies import SESSION_COOKIE  # noqa: PLC0415
    from service.http.warming_up import read_routes, warm_up  # noqa: PLC0415
    from service.opening import open_counter  # noqa: PLC0415

    counter = open_counter(settings)
    app = create_app(settings, counter)
    parts = cast("Parts", app.state.parts)
    read_routes(app)
    warm_up(parts, counter)
    _prepare(parts.reports.summaries)
    account, _ = parts.accounts.administration.add(
        None, "measuring", "計測", {"*": Role.ADMIN}, "a password of twenty characters"
    )
    with parts.store.writing() as connection:
        token = parts.accounts.sessions.begin(connection, account.staff.id, is_proven=True)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(
            uvicorn.Config(app, log_config=None, access_log=False, lifespan="off")
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield listener.getsockname()[1], f"{SESSION_COOKIE}={token}"
        finally:
            server.should_exit = True
            thread.join()
