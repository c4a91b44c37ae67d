"""`kill -9` while votes and judgements come in: what was acknowledged is there, and whole."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import zip_longest
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import select, text

from knowledge.knowledgebase import KnowledgeBase
from service.accounts import Accounts, Role, Session
from service.evaluation.seeding import fill
from service.http.review.cookies import SESSION_COOKIE
from service.settings import Settings
from service.store import (
    AuditRow,
    FeedbackRow,
    JudgementRow,
    MessageRow,
    OutcomeRow,
    ReviewItemRow,
    Store,
)
from tests.service.http.review.staff_client import begin_session, for_staff, make_staff

ROOT = Path(__file__).resolve().parents[3]
VOTES, JUDGEMENTS = 120, 80
KILLED_AFTER = 100  # writes of both kinds that were acknowledged
AT_ONCE = 8  # residents and reviewers
# Nobody asks a question, so that no model is loaded; of the counter a judgement wants to know the
# passages it may name alone, and these name none.
SERVICE = """
import sys
from types import SimpleNamespace
import uvicorn
from service.http import create_app
from service.settings import Settings

app = create_app(Settings(), SimpleNamespace(knowledge=None, passages={}))
uvicorn.run(app, fd=int(sys.argv[1]), lifespan="off", log_level="error", access_log=False)
"""


@dataclass(frozen=True, slots=True)
class Service:
    """The service in a process of its own, and what it has acknowledged.

    voted, judged  ids of messages
    """

    client: httpx2.Client
    process: subprocess.Popen[bytes]
    voted: list[str] = field(default_factory=list)
    judged: list[str] = field(default_factory=list)

    def vote(self, message_id: str) -> None:
        """As the script of a page does."""
        body = {"message_id": message_id, "helpful": False, "reason": "wrong", "comment": "違う"}
        if self._acknowledged("/api/feedback", 200, json=body):
            self._note(self.voted, message_id)

    def judge(self, message_id: str, session: Session) -> None:
        """As an answer's form does; a fault comes as JSON, whose making needs no counter."""
        form = {"csrf": session.csrf, "verdict": "right", "version": "0", "then": "stay"}
        path = f"/review/answers/{message_id}/judgement"
        if self._acknowledged(path, 303, data=form):
            self._note(self.judged, message_id)

    def _acknowledged(self, path: str, status: int, **given: object) -> bool:
        """False where the service was killed before it said so."""
        while True:
            try:
                response = self.client.post(path, **given)
            except httpx2.TransportError:
                return False
            if response.status_code != 503:  # the database was busy for too long: tried again
                assert response.status_code == status, response.text
                return True

    def _note(self, acknowledged: list[str], message_id: str) -> None:
        acknowledged.append(message_id)
        if len(self.voted) + len(self.judged) >= KILLED_AFTER:
            self.process.send_signal(signal.SIGKILL)


@pytest.fixture
def service(database_url: str) -> Iterator[Service]:
    own = {
        "PYTHONPATH": str(ROOT),
        "MADOGUCHI_DATABASE_URL": database_url,
        "MADOGUCHI_REQUESTS_PER_MINUTE": "0",
        "MADOGUCHI_STAFF_TOTP_REQUIRED": "none",
    }
    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        subprocess.Popen(
            [sys.executable, "-c", SERVICE, str(listener.fileno())],
            cwd=ROOT,
            env=os.environ | own,
            pass_fds=[listener.fileno()],
        ) as process,
    ):
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.close()  # ours: nobody is to wait at it for a service that is gone
        try:
            with httpx2.Client(base_url=address, timeout=60) as client:
                yield Service(client, process)
        finally:
            process.kill()


@pytest.fixture
def store(service: Service, database_url: str, knowledge: KnowledgeBase) -> Iterator[Store]:
    """With conversations; they are written while the service starts."""
    opened = Store(database_url)
    fill(opened, knowledge, 500, datetime.now(UTC), days=1)
    yield opened
    opened.close()


@pytest.fixture
def session(service: Service, store: Store, database_url: str, settings: Settings) -> Session:
    """A reviewer, who is signed in."""
    accounts = Accounts.over(store, for_staff(settings, database_url))
    reviewer = make_staff(accounts, "hanako", {"*": Role.REVIEWER})
    token = begin_session(store, accounts, reviewer)
    service.client.cookies.set(SESSION_COOKIE, token, path="/review")
    found = accounts.sessions.find(token)
    assert found is not None
    return found


def unjudged(store: Store) -> tuple[list[str], list[str]]:
    """Messages to vote on, and others to judge."""
    with store.reading() as connection:
        ids = connection.scalars(
            select(MessageRow.id)
            .outerjoin(FeedbackRow, FeedbackRow.message_id == MessageRow.id)
            .where(
                FeedbackRow.message_id.is_(None),
                MessageRow.channel != "kiosk",
                MessageRow.asked_at > datetime.now(UTC) - timedelta(hours=20),
                MessageRow.meaning != "",
            )
            .limit(VOTES + JUDGEMENTS)
        ).all()
    assert len(ids) == VOTES + JUDGEMENTS
    return list(ids[:VOTES]), list(ids[VOTES:])


# A transaction that PostgreSQL sees cut off is `tests/service/keeping`'s matter.
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_no_acknowledged_vote_or_judgement_is_lost(
    service: Service, store: Store, session: Session
) -> None:
    to_vote, to_judge = unjudged(store)
    with ThreadPoolExecutor(AT_ONCE) as people:
        sent = []
        for voted, judged in zip_longest(to_vote, to_judge):
            sent.append(people.submit(service.vote, voted))
            if judged:
                sent.append(people.submit(service.judge, judged, session))
    for each in sent:
        each.result()
    assert service.voted
    assert service.judged
    # Those under way may have been acknowledged after the kill was on its way.
    assert KILLED_AFTER <= len(service.voted) + len(service.judged) < KILLED_AFTER + AT_ONCE
    assert service.process.wait() == -signal.SIGKILL
    store.close()
    _whole(store, service.voted, service.judged)


def _whole(store: Store, voted: list[str], judged: list[str]) -> None:
    with store.reading() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        votes = connection.execute(
            select(FeedbackRow.message_id, FeedbackRow.helpful, FeedbackRow.reason)
        ).all()
        assert set(voted) <= {row.message_id for row in votes}
        # A vote is counted and queued in the transaction that keeps it.
        outcomes = {row.message_id: row for row in connection.execute(select(OutcomeRow.__table__))}
        queued = {
            row.message_id: row for row in connection.execute(select(ReviewItemRow.__table__))
        }
        for vote in votes:
            counted = outcomes[vote.message_id]
            assert (counted.helpful, counted.vote_reason) == (vote.helpful, vote.reason)
            assert vote.helpful or queued[vote.message_id].why == "unhelpful"
        counted_votes = {key for key, row in outcomes.items() if row.helpful is not None}
        assert counted_votes == {row.message_id for row in votes}
        given = set(connection.scalars(select(JudgementRow.message_id)))
        assert set(judged) <= given
        # A judgement is noted in the transaction that keeps it, and closes the item.
        noted = connection.scalars(
            select(AuditRow.subject).where(AuditRow.action == "judgement.given")
        )
        assert sorted(noted) == sorted(f"answer:{message_id}" for message_id in given)
        assert all(
            queued[message_id].state == "done" for message_id in judged if message_id in queued
        )
    store.check()
