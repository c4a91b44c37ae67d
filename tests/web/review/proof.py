"""The proof of a version in each of its states."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import insert, select, update

from service.evaluation.judging import Outcome
from service.http.parts import Parts
from service.proving import Changed, Difference, Fault, ProofState, Replied
from service.proving.proof import columns_of
from service.store import CorrectionVersionRow, ProofRow
from service.wall_clock import now
from tests.service.http.review.routes.proof import draft
from tests.web.review_states import ReviewState

RIGHT = Replied(Outcome.CORRECT, "answered", "平成28年度（2016年度）に始まりました。", ("a",))
NONE = Replied(Outcome.ABSTAINED, "not_found", "計画には書かれていません。", ())
QUESTION = "コンビニ交付はいつから始まりましたか。"


def _changed(before: Replied, after: Replied) -> Changed:
    evidence = ("諸証明のコンビニ交付開始",)
    return Changed(QUESTION, "toride", True, "answer", evidence, ("平成28年度",), before, after)


FOUND = Difference(
    before={Outcome.CORRECT: 34, Outcome.REFUSED: 14, Outcome.ABSTAINED: 1},
    after={Outcome.CORRECT: 34, Outcome.REFUSED: 14, Outcome.ABSTAINED: 1},
    better=(_changed(NONE, RIGHT),),
    worse=(_changed(RIGHT, NONE),),
    reworded=(_changed(RIGHT, RIGHT),),
)


def _proof(state: ProofState | None, fault: Fault | None = None) -> Callable[[Parts], str]:
    """A draft whose proof is in a state; whoever runs proofs takes none that is not queued."""

    def made(parts: Parts) -> str:
        correction = draft(parts)
        if state is not None:
            _bring(parts, correction, state, fault)
        return f"/review/corrections/{correction}/versions/1/proof"

    return made


def _bring(parts: Parts, correction: str, state: ProofState, fault: Fault | None) -> None:
    found = columns_of(FOUND) if state is ProofState.DONE else columns_of(Difference({}, {}))
    version = CorrectionVersionRow
    with parts.store.writing() as connection:
        author = connection.execute(
            select(version.author_id).where(version.correction_id == correction)
        ).scalar_one()
        connection.execute(
            insert(ProofRow).values(
                id=correction,
                correction_id=correction,
                number=1,
                edits=0,
                state=state.value,
                done=49 if state is ProofState.DONE else 12,
                total=49,
                index_version=parts.desk.counter.index_version,
                revision=0,
                fault=fault.value if fault else "",
                asked_by=author,
                started_at=now(),
                **found,
            )
        )


def _edited(parts: Parts) -> str:
    """A proof whose draft was written anew after it."""
    address = _proof(ProofState.DONE)(parts)
    correction = address.split("/")[3]
    with parts.store.writing() as connection:
        connection.execute(
            update(CorrectionVersionRow)
            .where(CorrectionVersionRow.correction_id == correction)
            .values(edits=1)
        )
    return address


STATES = {
    "none": ReviewState(_proof(None), is_variant=True),
    "running": ReviewState(_proof(ProofState.RUNNING)),
    "failed": ReviewState(_proof(ProofState.FAILED, Fault.INTERRUPTED), is_variant=True),
    "done": ReviewState(_edited),
}
