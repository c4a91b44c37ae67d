"""Four eyes, proofs, conflicts, undo: what goes live, and how it comes back."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import select, update

from knowledge.errors import CorrectionError
from service.answering.corrections.records import CityContact
from service.correcting import LiveCorrections, Register, VersionState
from service.correcting.errors import (
    EditConflictError,
    LiveConflictError,
    NoteMissingError,
    OpenDraftError,
    OwnWorkError,
    SecondLookError,
    StepError,
    UnknownCorrectionError,
    UnprovenError,
)
from service.proving import Proofs
from service.store import AuditRow, CorrectionVersionRow
from tests.service.correcting.written import (
    APPROVER,
    AUTHOR,
    BODY,
    NOW,
    OTHER,
    SECOND,
    Correcting,
    Proven,
    correcting,
    put_proof,
)

NEW = CityContact("新しい番号へお電話ください。")


def bodies(at_work: Correcting) -> list[object]:
    return [one.body for one in LiveCorrections(at_work.store).load().entries]


def revision(at_work: Correcting) -> int:
    return LiveCorrections(at_work.store).revision()


def actions(at_work: Correcting) -> list[str]:
    with at_work.store.reading() as connection:
        return list(connection.scalars(select(AuditRow.action).order_by(AuditRow.id)))


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


def test_undo_brings_back_the_exact_body_and_then_leads_further_back(
    at_work: Correcting,
) -> None:
    held = at_work.live()
    at_work.next(held, "二番目です。", 1)
    at_work.next(held, "三番目です。", 2)
    undone = [at_work.decisions.undo(APPROVER, held, 3, note="三番目は誤りです。")]
    assert bodies(at_work) == [CityContact("二番目です。")]
    undone.append(at_work.decisions.undo(APPROVER, held, 4, note="二番目も誤りです。"))
    assert bodies(at_work) == [BODY]
    undone.append(at_work.decisions.undo(APPROVER, held, 5, note="はじめから誤りです。"))
    assert bodies(at_work) == []
    assert undone == [4, 5, 6]
    with pytest.raises(StepError):
        at_work.decisions.undo(APPROVER, held, 6, note="もう何もありません。")
    versions = Register(at_work.store).read(held).versions
    assert [one.number for one in versions] == [6, 5, 4, 3, 2, 1]
    assert [one.state for one in versions].count(VersionState.APPROVED) == 1
    assert revision(at_work) == 6
    assert actions(at_work)[-3:] == ["correction.undone"] * 3


def test_what_was_taken_out_comes_back_by_undo(at_work: Correcting) -> None:
    held = at_work.live()
    out = at_work.decisions.take_out(APPROVER, held, 1, note="確認のため")
    assert bodies(at_work) == []
    with pytest.raises(StepError):
        at_work.decisions.take_out(APPROVER, held, out, note="もう一度")
    back = at_work.decisions.undo(SECOND, held, out, note="確認しました。")
    assert bodies(at_work) == [BODY]
    assert Register(at_work.store).read(held).live_number == back
    assert revision(at_work) == 3


def test_an_undo_of_something_else_than_was_seen_is_told(at_work: Correcting) -> None:
    held = at_work.live()
    at_work.next(held, "二番目です。", 1)
    with pytest.raises(LiveConflictError) as conflict:
        at_work.decisions.undo(APPROVER, held, 1, note="誤り")
    assert conflict.value.number == 2
    assert bodies(at_work) == [CityContact("二番目です。")]


def test_decisions_say_why(at_work: Correcting) -> None:
    held = at_work.live()
    for take in (at_work.decisions.undo, at_work.decisions.take_out):
        with pytest.raises(NoteMissingError):
            take(APPROVER, held, 1, note=" ")
    at_work.drafts.begin_version(AUTHOR, held, NEW, 1)
    at_work.drafts.propose(AUTHOR, held, 2, 0)
    with pytest.raises(NoteMissingError):
        at_work.decisions.send_back(APPROVER, held, 2, 0, note="")
    assert revision(at_work) == 1


def test_what_is_unknown_is_told(at_work: Correcting) -> None:
    held = at_work.drafts.begin(AUTHOR, "toride", BODY)
    with pytest.raises(UnknownCorrectionError):
        at_work.drafts.propose(AUTHOR, "0" * 32, 1, 0)
    with pytest.raises(UnknownCorrectionError):
        at_work.decisions.approve(APPROVER, held, 9, 0, live=None)
    with pytest.raises(StepError):
        at_work.decisions.undo(APPROVER, held, 1, note="何もない")


def test_every_step_is_noted_with_who_and_the_words_of_staff(at_work: Correcting) -> None:
    held = at_work.drafts.begin(AUTHOR, "toride", BODY)
    at_work.drafts.save(OTHER, held, 1, NEW, 0)
    at_work.drafts.propose(AUTHOR, held, 1, 1)
    at_work.decisions.send_back(APPROVER, held, 1, 1, note="数を確かめてください。")
    at_work.drafts.withdraw(AUTHOR, held, 1, 1)
    with at_work.store.reading() as connection:
        rows = connection.execute(select(AuditRow.__table__).order_by(AuditRow.id)).all()
    assert [(row.action, row.login, row.city) for row in rows] == [
        ("correction.begun", "sato", "toride"),
        ("correction.saved", "suzuki", "toride"),
        ("correction.proposed", "sato", "toride"),
        ("correction.sent_back", "tanaka", "toride"),
        ("correction.withdrawn", "sato", "toride"),
    ]
    assert {row.subject for row in rows} == {f"correction:{held}"}
    assert rows[1].before["body"] == {"text": BODY.text}
    assert rows[1].after["body"] == {"text": NEW.text}
    assert rows[3].after["note"] == "数を確かめてください。"


def test_a_body_of_another_release_is_left_out_and_named_without_its_words(
    at_work: Correcting, caplog: pytest.LogCaptureFixture
) -> None:
    bad, good = at_work.live(), at_work.live(NEW)
    with at_work.store.writing() as connection:
        connection.execute(
            update(CorrectionVersionRow)
            .where(CorrectionVersionRow.correction_id == bad)
            .values(body={"text": "ひみつ", "colour": "赤"})
        )
    loaded = LiveCorrections(at_work.store).load()
    assert [(one.id, one.city, one.body) for one in loaded.entries] == [(good, "toride", NEW)]
    assert loaded.revision == 2
    assert bad in caplog.text
    assert "ひみつ" not in caplog.text
    assert Register(at_work.store).read(bad).versions[0].body is None
