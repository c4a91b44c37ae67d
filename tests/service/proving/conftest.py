"""A store with two members of staff, a tiny evaluation set, and whatever proves drafts by it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert

from service.accounts import Role, Staff
from service.answering.corrections.records import Body
from service.correcting.drafts import Drafts
from service.counter import Counter
from service.proving import EvaluationSets, Proof, Proofs, Prover, Runs, StoredDrafts
from service.store import Store, UserRow

NOW = datetime(2025, 6, 2, 9, 0, tzinfo=UTC)
ASKED = "コンビニ交付はいつから始まりましたか。"
TINY = [
    {
        "id": "when",
        "city": "toride",
        "q": ASKED,
        "type": "when",
        "evidence": ["諸証明のコンビニ交付開始"],
        "answer_must_include": ["平成28年度|2016"],
    },
    {"id": "weather", "city": "toride", "q": "今日の天気を教えてください。"},
    {"id": "nowhere", "city": None, "q": "宝くじの当選番号教えて"},
    {
        "id": "chair",
        "city": "otawara",
        "q": "情報化推進委員会の委員長は誰ですか",
        "type": "who",
        "evidence": ["副市長"],
        "answer_must_include": ["副市長"],
    },
]


@dataclass
class Bench:
    """Everything that a proof needs, over one database."""

    store: Store
    counter: Counter
    author: Staff
    approver: Staff
    drafts: Drafts
    sets: EvaluationSets
    proofs: Proofs
    prover: Prover

    def draft(self, body: Body, city: str | None = "toride") -> str:
        """A first draft; the id of its correction."""
        return self.drafts.begin(self.author, city, body)

    def run(self) -> None:
        """What the service does in the background, at once."""
        while (waiting := self.prover.runs.take()) is not None:
            trial = self.prover.trial(waiting, self.counter)
            if trial is None:
                continue
            while trial.step():
                self.prover.runs.progress(waiting.id, trial.done)
            self.prover.runs.finish(waiting.id, trial.done, trial.result())

    def proved(self, correction_id: str, number: int = 1) -> Proof:
        """The proof of a version, run to its end."""
        self.proofs.start(correction_id, number, self.approver)
        self.run()
        proof = self.proofs.newest(correction_id, number)
        assert proof is not None
        return proof


def write_set(folder: Path, rows: list[dict[str, object]]) -> Path:
    folder.mkdir(exist_ok=True)
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (folder / "tiny.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = Store(database_url)
    yield store
    store.close()


@pytest.fixture
def bench(store: Store, counter: Counter, tmp_path: Path) -> Bench:
    def clock() -> datetime:
        return NOW

    sets = EvaluationSets(store, write_set(tmp_path / "set", TINY))
    return Bench(
        store=store,
        counter=counter,
        author=_member(store, "author", Role.REVIEWER),
        approver=_member(store, "approver", Role.APPROVER),
        drafts=Drafts(store, clock),
        sets=sets,
        proofs=Proofs(store, _ticking(), lambda: counter.index_version),
        prover=Prover(Runs(store, clock), StoredDrafts(store), sets, lambda: date(2025, 6, 2)),
    )


def _ticking() -> Callable[[], datetime]:
    """A clock that goes on by a second each time it is looked at."""
    seconds = iter(range(60))
    return lambda: NOW.replace(second=next(seconds))


def _member(store: Store, login: str, role: Role) -> Staff:
    staff = Staff(login[:2] * 16, login, login, {"toride": role})
    with store.writing() as connection:
        connection.execute(
            insert(UserRow).values(
                id=staff.id,
                login=login,
                name=login,
                password_hash="",
                must_change=False,
                failures=0,
                created_at=NOW,
            )
        )
    return staff
