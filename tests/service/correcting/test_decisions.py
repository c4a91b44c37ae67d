"""Four eyes, proofs, conflicts, undo: what goes live, and how it comes back."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from knowledge.errors import CorrectionError
from service.answering.corrections.records import CityContact
from service.correcting import Decisions, LiveCorrections, Register, VersionState
from service.correcting.errors import (
    EditConflictError,
    LiveConflictError,
    OpenDraftError,
    OwnWorkError,
    SecondLookError,
    StepError,
    UnprovenError,
)
from service.proving import Proofs
from service.store import AuditRow
from tests.service.correcting.written import (
    APPROVER,
    AUTHOR,
    BODY,
    NEW,
    NOW,
    OTHER,
    SECOND,
    Correcting,
    Proven,
    bodies,
    correcting,
    put_proof,
    revision,
)


def test_nobody_decides_on_what_they_wrote_themselves(at_work: Correcting) -> None:
    held = at_work.drafts.begin(SECOND, "toride", BODY)
    at_work.drafts.save(APPROVER, held, 1, NEW, 0)
    at_work.drafts.save(OTHER, held, 1, BODY, 1)
    at_work.drafts.propose(OTHER, held, 1, 2)
    for writer in (SECOND, APPROVER, OTHER):  # an admin, who edited in between, who edited last
        with pytest.raises(OwnWorkError):
            at_work.decisions.approve(writer, held, 1, 2, live=None)
        with pytest.raises(OwnWorkError):
            at_work.decisions.send_back(writer, held, 1, 2, note="理由")
    assert bodies(at_work) == []
    assert revision(at_work) == 0


def test_only_a_finished_proof_of_exactly_these_words_lets_it_go_live(
    at_work: Correcting,
) -> None:
    proven = correcting(at_work.store, Proofs(at_work.store, lambda: NOW, lambda: ""))
    held = proven.drafts.begin(AUTHOR, "toride", BODY)
    put_proof(at_work.store, held, 1, edits=0)
    proven.drafts.save(AUTHOR, held, 1, NEW, 0)
    proven.drafts.propose(AUTHOR, held, 1, 1)
    with pytest.raises(UnprovenError):
        proven.decisions.approve(APPROVER, held, 1, 1, live=None)
    put_proof(at_work.store, held, 1, edits=1)
    proven.decisions.approve(APPROVER, held, 1, 1, live=None)
    assert bodies(at_work) == [NEW]


def test_a_running_proof_is_none(at_work: Correcting) -> None:
    held = at_work.drafts.begin(AUTHOR, "toride", BODY)
    at_work.drafts.propose(AUTHOR, held, 1, 0)
    running = correcting(at_work.store, Proven(is_done=False))
    with pytest.raises(UnprovenError):
        running.decisions.approve(APPROVER, held, 1, 0, live=None)


@pytest.mark.parametrize(("looked", "note"), [(False, "理由"), (True, " "), (False, "")])
def test_what_makes_an_answer_worse_needs_a_second_look(
    at_work: Correcting, looked: bool, note: str
) -> None:
    held = at_work.drafts.begin(AUTHOR, "toride", BODY)
    at_work.drafts.propose(AUTHOR, held, 1, 0)
    worse = correcting(at_work.store, Proven(worse=2))
    with pytest.raises(SecondLookError) as refused:
        worse.decisions.approve(APPROVER, held, 1, 0, live=None, looked_twice=looked, note=note)
    assert refused.value.worse == 2
    worse.decisions.approve(
        APPROVER, held, 1, 0, live=None, looked_twice=True, note="新しい番号が正しい"
    )
    assert Register(at_work.store).read(held).versions[0].decision_note == "新しい番号が正しい"
    with at_work.store.reading() as connection:
        after = connection.scalars(
            select(AuditRow.after).where(AuditRow.action == "correction.approved")
        ).one()
    assert (after["looked_twice_at"], after["note"]) == (2, "新しい番号が正しい")


def test_a_stale_save_is_told_and_changes_nothing(at_work: Correcting) -> None:
    held = at_work.drafts.begin(AUTHOR, "toride", BODY)
    assert at_work.drafts.save(OTHER, held, 1, NEW, 0) == 1
    mine = CityContact("私の文です。")
    with pytest.raises(EditConflictError) as conflict:
        at_work.drafts.save(AUTHOR, held, 1, mine, 0)
    assert Register(at_work.store).read(held).versions[0].body == NEW
    at_work.drafts.save(AUTHOR, held, 1, mine, conflict.value.edits)  # on purpose
    version = Register(at_work.store).read(held).versions[0]
    assert (version.body, version.edits, version.writers) == (mine, 2, (OTHER.id, AUTHOR.id))


def test_a_version_edited_after_it_was_seen_is_not_approved(at_work: Correcting) -> None:
    held = at_work.drafts.begin(AUTHOR, "toride", BODY)
    at_work.drafts.save(AUTHOR, held, 1, NEW, 0)
    at_work.drafts.propose(AUTHOR, held, 1, 1)
    with pytest.raises(EditConflictError):
        at_work.decisions.approve(APPROVER, held, 1, 0, live=None)


def test_a_second_draft_is_led_to_the_first(at_work: Correcting) -> None:
    held = at_work.live()
    assert at_work.drafts.begin_version(AUTHOR, held, NEW, 1) == 2
    with pytest.raises(OpenDraftError) as refused:
        at_work.drafts.begin_version(OTHER, held, NEW, 1)
    assert refused.value.number == 2
    at_work.drafts.withdraw(AUTHOR, held, 2, 0)
    assert at_work.drafts.begin_version(OTHER, held, NEW, 1) == 3


def test_of_two_approvals_at_once_one_wins_and_the_other_is_told(at_work: Correcting) -> None:
    held = at_work.drafts.begin(AUTHOR, "toride", BODY)
    at_work.drafts.propose(AUTHOR, held, 1, 0)
    told: list[CorrectionError] = []
    gate = threading.Barrier(2)

    def approve(by: object) -> None:
        gate.wait(10)
        try:
            at_work.decisions.approve(by, held, 1, 0, live=None)  # type: ignore[arg-type]
        except CorrectionError as error:
            told.append(error)

    threads = [threading.Thread(target=approve, args=(one,)) for one in (APPROVER, SECOND)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert [type(error) for error in told] == [StepError]
    assert told[0].state is VersionState.APPROVED  # type: ignore[attr-defined]
    assert revision(at_work) == 1


def test_approval_over_another_live_version_than_was_seen_is_told(at_work: Correcting) -> None:
    held = at_work.live()
    at_work.drafts.begin_version(AUTHOR, held, NEW, 1)
    at_work.drafts.propose(AUTHOR, held, 2, 0)
    at_work.decisions.take_out(SECOND, held, 1, note="誤りがありました。")
    with pytest.raises(LiveConflictError) as conflict:
        at_work.decisions.approve(APPROVER, held, 2, 0, live=1)
    assert conflict.value.number is None
    at_work.decisions.approve(APPROVER, held, 2, 0, live=None)
    assert bodies(at_work) == [NEW]


def test_what_was_approved_last_stands_last(at_work: Correcting) -> None:
    older, newer = at_work.live(), at_work.live(NEW)
    later = Decisions(at_work.store, Proven(), lambda: NOW + timedelta(days=1))
    replace(at_work, decisions=later).next(older, "三番目の番号へお電話ください。", 1)
    live = LiveCorrections(at_work.store).load().entries
    assert [one.id for one in live] == [newer, older]
