"""Restoring: all of it and nothing else, across databases and releases, or no change at all."""

from __future__ import annotations

import threading
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text, update

from knowledge.errors import StoreError
from service.accounts import Staff, note
from service.conversations.erasing import Erasing
from service.keeping import back_up, holds_data
from service.proving import Proofs, ProofState, Runs
from service.store import (
    AuditRow,
    ConversationRow,
    CorrectionRow,
    CorrectionVersionRow,
    ForgottenRow,
    JudgementRow,
    LiveRow,
    MessageRow,
    OutcomeRow,
    ProofRow,
    ReviewItemRow,
    SessionRow,
    Store,
    UserRow,
)
from tests.service.keeping.conftest import LIFETIME, LONG, NOW, Filled, content, put_back

# What restoring itself changes.
OWN = {"live", "audit_log"}


def without(held: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: rows for name, rows in held.items() if name not in OWN}


def test_there_and_back_on_and_across_databases(
    filled: Filled, database_url: str, other_url: str, backup: Path
) -> None:
    source, target = filled(database_url), Store(other_url)
    with source.writing() as connection:
        note(connection, None, "user.added", "user:1", after={"name": "佐藤"}, at=NOW)
    back_up(source, backup, NOW)
    _take_over(source, target, backup)
    target.close()


def _take_over(source: Store, target: Store, backup: Path) -> None:
    assert not holds_data(target)
    put_back(target, backup)
    assert holds_data(target)
    assert without(content(target)) == without(content(source))
    with target.writing() as connection:
        # The log has its guard again, and tells of the restoring.
        noted = connection.execute(select(AuditRow).order_by(AuditRow.id)).mappings().all()
        assert [row["action"] for row in noted] == ["user.added", "store.restored"]
        assert noted[0]["after"] == {"name": "佐藤"}
        # Rows are numbered on from where they were.
        first = connection.execute(select(JudgementRow.__table__)).mappings().first()
        assert first is not None
        other = next(
            one
            for one in connection.scalars(select(OutcomeRow.message_id))
            if one != first["message_id"]
        )
        again = {**first} | {"message_id": other, "reviewer_id": _reviewer(connection, other)}
        del again["id"]
        connection.execute(insert(JudgementRow).values(**again))
        ids = connection.scalars(select(JudgementRow.id)).all()
        assert len(set(ids)) == len(ids)
    with pytest.raises(StoreError), target.writing() as connection:
        connection.execute(text("DELETE FROM audit_log"))


def _reviewer(connection: object, message_id: str) -> str:
    taken = set(
        connection.scalars(  # type: ignore[attr-defined]
            select(JudgementRow.reviewer_id).where(JudgementRow.message_id == message_id)
        )
    )
    everyone = connection.scalars(select(UserRow.id))  # type: ignore[attr-defined]
    return next(one for one in everyone if one not in taken)


def test_everything_that_was_there_is_replaced(
    filled: Filled, database_url: str, backup: Path
) -> None:
    store = filled(database_url, 10)
    before = content(store)
    back_up(store, backup, NOW)
    with store.writing() as connection:
        connection.execute(update(UserRow).values(name="別の人"))
        connection.execute(update(LiveRow).values(revision=41))
        user = connection.scalar(select(UserRow.id).limit(1))
        moments = dict.fromkeys(("created_at", "last_seen_at", "expires_at"), NOW)
        signed_in = {"token_hash": "a" * 64, "csrf": "b", "is_proven": True, "user_id": user}
        connection.execute(insert(SessionRow).values(**signed_in, **moments))
    put_back(store, backup)
    assert without(content(store)) == without(before)  # nobody is signed in either
    with store.reading() as connection:
        assert connection.scalar(select(LiveRow.revision)) == 42


def test_a_proof_that_was_running_has_its_turn_again(
    filled: Filled, database_url: str, backup: Path
) -> None:
    """Else its version could be neither proved nor approved until the service is restarted."""
    store = filled(database_url, 1)
    _draft(store)
    proofs = Proofs(store, lambda: NOW, lambda: "index")
    runs = Runs(store, lambda: NOW)
    with store.reading() as connection:
        row = connection.execute(select(UserRow.__table__)).first()
        assert row is not None
    proof_id = proofs.start("c" * 32, 1, Staff(row.id, row.login, row.name, {}))
    runs.take()
    runs.begun(proof_id, 20, "index", 0)
    runs.progress(proof_id, 7)
    back_up(store, backup, NOW)
    put_back(store, backup)
    standing = proofs.standing("c" * 32, 1, 0)
    assert standing is not None
    assert (standing.proof_id, standing.state) == (proof_id, ProofState.QUEUED)
    with store.reading() as connection:
        assert connection.execute(select(ProofRow.done, ProofRow.total)).all() == [(0, 0)]
    waiting = runs.take()
    assert waiting is not None
    assert waiting.id == proof_id


def _draft(store: Store) -> None:
    with store.writing() as connection:
        user = connection.scalar(select(UserRow.id).limit(1))
        connection.execute(
            insert(CorrectionRow).values(id="c" * 32, kind="synonym", last_number=1, created_at=NOW)
        )
        words = {"state": "draft", "body": {}, "decision_note": "", "withdraws": False}
        connection.execute(
            insert(CorrectionVersionRow).values(
                correction_id="c" * 32,
                number=1,
                edits=0,
                author_id=user,
                writers=[user],
                written_at=NOW,
                **words,
            )
        )


def test_who_reads_meanwhile_sees_what_was_there(
    filled: Filled, database_url: str, backup: Path
) -> None:
    store = filled(database_url, 10)
    back_up(store, backup, NOW)
    with store.writing() as connection:
        connection.execute(update(OutcomeRow).values(index_version="later"))
    versions = select(OutcomeRow.index_version).distinct()
    with store.reading() as reader:
        assert reader.scalars(versions).all() == ["later"]
        thread = threading.Thread(target=put_back, args=(store, backup))
        thread.start()
        thread.join(60)
        assert not thread.is_alive()
        assert reader.scalars(versions).all() == ["later"]
    with store.reading() as reader:
        assert "later" not in reader.scalars(versions).all()


def test_words_that_are_past_their_time_do_not_come_back(
    filled: Filled, database_url: str, backup: Path
) -> None:
    store = filled(database_url)
    back_up(store, backup, NOW)
    put_back(store, backup, LIFETIME)
    with store.reading() as connection:
        oldest = connection.scalar(select(func.min(ConversationRow.last_at)))
        assert oldest is not None
        assert oldest >= NOW - timedelta(days=30)
        assert connection.scalar(
            select(func.count()).select_from(ConversationRow)
        ) < connection.scalar(select(func.count()).select_from(OutcomeRow))
        states = connection.scalars(select(ReviewItemRow.state).distinct()).all()
        assert "erased" in states
        words = connection.scalars(
            select(MessageRow.id).where(~MessageRow.conversation_id.in_(select(ConversationRow.id)))
        ).all()
        assert words == []


def test_what_a_resident_erased_since_does_not_come_back(
    filled: Filled, database_url: str, backup: Path
) -> None:
    store = filled(database_url, 10)
    back_up(store, backup, NOW)
    with store.reading() as connection:
        first, second = connection.scalars(select(ConversationRow.id).limit(2)).all()
    Erasing(store, LONG, lambda: NOW).forget(first)
    for _ in range(2):  # it is known from then on, whichever backup comes
        put_back(store, backup)
        with store.reading() as connection:
            held = connection.scalars(select(ConversationRow.id)).all()
            assert first not in held
            assert second in held
            assert len(held) == 9
            known = connection.scalars(select(ForgottenRow.conversation_hash)).all()
            assert known == [sha256(first.encode()).hexdigest()]
