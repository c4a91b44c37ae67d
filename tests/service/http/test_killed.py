"""`kill -9` while votes and judgements come in: what was acknowledged is there, and whole."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import select, text

from knowledge.knowledgebase import KnowledgeBase
from service.evaluation.seeding import fill
from service.store import (
    AuditRow,
    FeedbackRow,
    JudgementRow,
    MessageRow,
    OutcomeRow,
    ReviewItemRow,
    Store,
    UserRow,
)

ROOT = Path(__file__).resolve().parents[3]
VOTES, JUDGEMENTS = 120, 80
KILLED_AFTER = 70  # votes that were acknowledged
# The service, and beside it in the same process a reviewer; each line names a judgement that holds.
SERVICE = """
import sys, threading
from datetime import UTC, datetime
import uvicorn
from knowledge.errors import StoreError
from knowledge.knowledgebase import load_knowledge
from service.accounts import Staff
from service.http import create_app
from service.reviewing.judging import Fit, Judgements, Opinion, Passages, Verdict
from service.settings import Settings

app = create_app(Settings())
passages = Passages(load_knowledge(), ())
judgements = Judgements(app.state.parts.store, 1000, lambda: datetime.now(UTC))
reviewer = Staff(sys.argv[2], "seeded", "佐藤", {})

def judge():
    for line in sys.stdin:
        while not given(line.strip()):
            pass
        print(line.strip(), flush=True)

def given(message_id):
    try:
        judgements.give(
            reviewer, message_id, Opinion(Verdict.RIGHT), passages, version=0, closes=True
        )
    except StoreError:  # the database was busy for too long
        return False
    return True

threading.Thread(target=judge, daemon=True).start()
uvicorn.run(app, fd=int(sys.argv[1]), log_level="error", access_log=False)
"""


@pytest.fixture
def store(database_url: str, knowledge: KnowledgeBase) -> Iterator[Store]:
    opened = Store(database_url)
    fill(opened, knowledge, 500, datetime.now(UTC), days=1)
    yield opened
    opened.close()


@pytest.fixture
def service(
    database_url: str, store: Store, tmp_path: Path
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    with store.reading() as connection:
        reviewer = connection.scalar(select(UserRow.id).limit(1)) or ""
    own = {
        "PYTHONPATH": str(ROOT),
        "MADOGUCHI_DATABASE_URL": database_url,
        "MADOGUCHI_REQUESTS_PER_MINUTE": "0",
        # No model is loaded: nobody asks a question.
        "MADOGUCHI_ARTIFACT_FOLDER": str(tmp_path / "none"),
    }
    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        subprocess.Popen(
            [sys.executable, "-c", SERVICE, str(listener.fileno()), reviewer],
            cwd=ROOT,
            env=os.environ | own,
            pass_fds=[listener.fileno()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process,
    ):
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.close()  # ours: nobody is to wait at it for a service that is gone
        yield address, process
        process.kill()


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
    store: Store, service: tuple[str, subprocess.Popen[str]]
) -> None:
    address, process = service
    to_vote, to_judge = unjudged(store)
    voted: list[str] = []

    def vote(message_id: str) -> None:
        body = {"message_id": message_id, "helpful": False, "reason": "wrong", "comment": "違う"}
        status = 503
        while status == 503:  # the database was busy for too long: to be tried again
            try:
                status = client.post("/api/feedback", json=body).status_code
            except httpx2.TransportError:
                return  # killed before it was acknowledged
        assert status == 200
        voted.append(message_id)
        if len(voted) == KILLED_AFTER:
            process.send_signal(signal.SIGKILL)

    assert process.stdin is not None
    assert process.stdout is not None
    with (
        httpx2.Client(base_url=address, timeout=20) as client,
        ThreadPoolExecutor(4) as residents,
    ):
        process.stdin.write("\n".join(to_judge) + "\n")
        process.stdin.flush()
        list(residents.map(vote, to_vote))
    judged = process.stdout.read().split()
    assert KILLED_AFTER <= len(voted) < VOTES
    assert judged
    _whole(store, voted, judged)


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
        # Of what the service has swept meanwhile the count alone stays.
        held = set(connection.scalars(select(MessageRow.id)))
        counted_votes = {key for key, row in outcomes.items() if row.helpful is not None}
        assert counted_votes & held == {row.message_id for row in votes}
        given = set(connection.scalars(select(JudgementRow.message_id)))
        assert set(judged) <= given
        # A judgement is noted in the transaction that keeps it, and closes the item.
        noted = set(connection.scalars(select(AuditRow.subject)))
        assert noted == {f"answer:{message_id}" for message_id in given}
        assert all(
            queued[message_id].state == "done" for message_id in judged if message_id in queued
        )
    store.check()
