"""Staff who write and decide, and corrections of 取手市 made by them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import insert, select

from service.accounts import Role, Staff
from service.answering.corrections.records import Body, CityContact
from service.correcting import Decisions, Drafts
from service.correcting.live import LiveCorrections
from service.evaluation.judging import Outcome
from service.http.parts import Parts
from service.proving import Changed, Difference, Proofs, ProofState, Replied
from service.proving.proof import columns_of
from service.store import AuditRow, ProofRow, Store, UserRow

NOW = datetime(2025, 6, 2, 1, 0, tzinfo=UTC)
AUTHOR = Staff("a" * 32, "sato", "佐藤", {"toride": Role.REVIEWER})
OTHER = Staff("b" * 32, "suzuki", "鈴木", {"toride": Role.REVIEWER})
APPROVER = Staff("c" * 32, "tanaka", "田中", {"toride": Role.APPROVER})
SECOND = Staff("d" * 32, "yamada", "山田", {"*": Role.ADMIN})
BODY = CityContact("電話0297-74-2141へお尋ねください。")


@dataclass(frozen=True)
class Proven:
    """A proof that is done, of whatever it is asked for. `worse`: answers that get worse."""

    worse: int = 0
    is_done: bool = True

    def standing(self, correction_id: str, number: int, edits: int) -> Proven:
        return self


def put_staff(store: Store) -> None:
    """The four of them; once."""
    with store.writing() as connection:
        known = set(connection.scalars(select(UserRow.id)))
        for staff in (AUTHOR, OTHER, APPROVER, SECOND):
            values: Mapping[str, object] = {
                "id": staff.id,
                "login": staff.login,
                "name": staff.name,
                "password_hash": "!",
                "must_change": False,
                "failures": 0,
                "created_at": NOW,
            }
            if staff.id not in known:
                connection.execute(insert(UserRow).values(**values))


def put_proof(
    store: Store, correction_id: str, number: int, edits: int = 0, worse: int = 0
) -> None:
    """A proof of a version that is done."""
    told = Replied(Outcome.CORRECT, "answered", "計画にあります。", ())
    untold = Replied(Outcome.ABSTAINED, "not_found", "見つかりません。", ())
    change = Changed("何ですか。", "toride", False, "answer", (), (), told, untold)
    found = Difference({Outcome.CORRECT: worse}, {}, worse=(change,) * worse)
    with store.writing() as connection:
        connection.execute(
            insert(ProofRow).values(
                id=f"{number:04d}{edits:04d}{correction_id[:24]}",
                correction_id=correction_id,
                number=number,
                edits=edits,
                state=ProofState.DONE.value,
                done=worse,
                total=worse,
                index_version="",
                revision=0,
                fault="",
                asked_by=AUTHOR.id,
                started_at=NOW,
                ended_at=NOW,
                **columns_of(found),
            )
        )


def a_draft(parts: Parts, body: Body = BODY) -> str:
    """The id of a correction whose first version is a draft."""
    put_staff(parts.store)
    return parts.drafts.begin(AUTHOR, "toride", body)


def proposed_id(parts: Parts, body: Body = BODY) -> str:
    """The same, proposed."""
    correction_id = a_draft(parts, body)
    parts.drafts.propose(AUTHOR, correction_id, 1, 0)
    return correction_id


def live_id(parts: Parts, body: Body = BODY) -> str:
    """The same, approved."""
    correction_id = proposed_id(parts, body)
    Decisions(parts.store, Proven(), lambda: NOW).approve(APPROVER, correction_id, 1, 0, live=None)
    return correction_id


@dataclass(frozen=True)
class Correcting:
    """What tests of a store work with."""

    store: Store
    drafts: Drafts
    decisions: Decisions

    def live(self, body: Body = BODY) -> str:
        """The id of a correction whose first version is live."""
        correction_id = self.drafts.begin(AUTHOR, "toride", body)
        self.go_on(correction_id, 1)
        return correction_id

    def go_on(self, correction_id: str, number: int, live: int | None = None) -> None:
        """Propose a draft that nobody edited, and approve it."""
        self.drafts.propose(AUTHOR, correction_id, number, 0)
        self.decisions.approve(APPROVER, correction_id, number, 0, live=live)

    def next(self, correction_id: str, text: str, live: int | None) -> int:
        """A new version that is live."""
        number = self.drafts.begin_version(AUTHOR, correction_id, CityContact(text), live)
        self.go_on(correction_id, number, live)
        return number


def correcting(store: Store, proofs: Proven | Proofs | None = None) -> Correcting:
    """Writing and deciding over a store, with staff in it."""
    put_staff(store)
    decisions = Decisions(store, proofs or Proven(), lambda: NOW)
    return Correcting(store, Drafts(store, lambda: NOW), decisions)


def bodies(at_work: Correcting) -> list[object]:
    return [one.body for one in LiveCorrections(at_work.store).load().entries]


def revision(at_work: Correcting) -> int:
    return LiveCorrections(at_work.store).revision()


def actions(at_work: Correcting) -> list[str]:
    with at_work.store.reading() as connection:
        return list(connection.scalars(select(AuditRow.action).order_by(AuditRow.id)))


NEW = CityContact("新しい番号へお電話ください。")
