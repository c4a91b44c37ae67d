"""Undo, and what the log and the answers know of decisions."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from service.answering.corrections.records import CityContact
from service.correcting import LiveCorrections, Register, VersionState
from service.correcting.errors import (
    LiveConflictError,
    NoteMissingError,
    StepError,
    UnknownCorrectionError,
)
from service.store import AuditRow, CorrectionVersionRow
from tests.service.correcting.written import (
    APPROVER,
    AUTHOR,
    BODY,
    NEW,
    OTHER,
    SECOND,
    Correcting,
    actions,
    bodies,
    revision,
)


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
