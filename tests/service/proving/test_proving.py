"""Drafts tried out on the real counter: bad ones come out worse, good ones better."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from service.answering.corrections.digests import digest_of
from service.answering.corrections.records import (
    ApprovedAnswer,
    CityContact,
    HiddenPassage,
    PassageNote,
    RestsOn,
    Synonym,
)
from service.correcting.errors import StepError
from service.counter import Counter, Question
from service.evaluation.judging import Outcome
from service.proving import Fault, ProofState
from service.store import AuditRow, LiveRow, Store
from tests.service.proving.conftest import ASKED, Bench
from tests.service.proving.test_evaluation_set import judged

UNTOLD = "図書館カードの再発行は有料ですか。"


def rests_on(counter: Counter, passage_id: str) -> RestsOn:
    return RestsOn(passage_id, digest_of(counter.passages[passage_id]))


def needed(counter: Counter) -> str:
    """The passage that the first question of the set is answered from."""
    return counter.ask(Question(ASKED, "toride")).citations[0].passage_id


def hides(counter: Counter) -> HiddenPassage:
    return HiddenPassage(rests_on(counter, needed(counter)), "古くなりました。")


def answers(counter: Counter) -> ApprovedAnswer:
    passage = rests_on(counter, needed(counter))
    return ApprovedAnswer((UNTOLD,), "計画では、再発行の手数料を定めていません。", (passage,))


def go_live(store: Store) -> None:
    """Something else is approved."""
    with store.writing() as connection:
        connection.execute(LiveRow.__table__.update().values(revision=LiveRow.revision + 1))


def test_hiding_what_a_question_needs_is_worse(bench: Bench) -> None:
    proof = bench.proved(bench.draft(hides(bench.counter)))
    assert proof.state is ProofState.DONE
    assert proof.found is not None
    (worse,) = proof.found.worse
    assert worse.question == ASKED
    assert worse.expects == "answer"
    assert worse.evidence == ("諸証明のコンビニ交付開始",)
    assert worse.before.outcome is Outcome.CORRECT
    assert worse.after.outcome is not Outcome.CORRECT
    assert "2016" in worse.before.text
    assert proof.found.better == ()
    assert proof.found.before == {
        Outcome.CORRECT: 1,
        Outcome.REFUSED: 2,
        Outcome.WRONG: 0,
        Outcome.ABSTAINED: 0,
    }
    assert proof.found.after[Outcome.CORRECT] == 0
    standing = bench.proofs.standing(proof.correction_id, 1, proof.edits)
    assert standing is not None
    assert standing.is_done
    assert (standing.better, standing.worse) == (0, 1)


def test_answering_what_staff_judged_to_be_missing_is_better(bench: Bench) -> None:
    judged(bench.store, "a" * 32, "answered", question=UNTOLD)
    proof = bench.proved(bench.draft(answers(bench.counter)))
    assert proof.found is not None
    (better,) = proof.found.better
    assert (better.question, better.is_judged) == (UNTOLD, True)
    assert better.after.text.startswith("計画では、再発行")
    assert proof.found.worse == ()


def test_an_answer_that_is_not_to_be_given_yet_is_tried_as_if_it_were(bench: Bench) -> None:
    judged(bench.store, "a" * 32, "answered", question=UNTOLD)
    later = replace(answers(bench.counter), valid_from=date(2030, 1, 1))
    proof = bench.proved(bench.draft(later))
    assert proof.found is not None
    assert len(proof.found.better) == 1


def test_other_words_for_the_same_are_told_apart(bench: Bench) -> None:
    note = PassageNote(rests_on(bench.counter, needed(bench.counter)), "令和6年度に終わりました。")
    proof = bench.proved(bench.draft(note))
    assert proof.found is not None
    assert (proof.found.better, proof.found.worse) == ((), ())
    (reworded,) = proof.found.reworded
    assert "令和6年度に終わりました。" in reworded.after.text


def test_what_is_known_of_today_is_asked_once(bench: Bench) -> None:
    first = bench.proved(bench.draft(Synonym(("情報化計画", "デジタル計画"))))
    assert (first.done, first.total, first.percent) == (6, 6, 100)
    second = bench.proved(bench.draft(CityContact("総合窓口へお尋ねください。")))
    assert second.total == 3
    go_live(bench.store)
    assert bench.proved(second.correction_id).total == 6


def test_a_proof_holds_for_these_edits_and_this_revision_alone(bench: Bench) -> None:
    correction = bench.draft(Synonym(("情報化計画", "デジタル計画")))
    proof = bench.proved(correction)
    assert proof.is_current
    assert bench.proofs.standing(correction, 1, proof.edits) is not None
    go_live(bench.store)
    outdated = bench.proofs.newest(correction, 1)
    assert outdated is not None
    assert not outdated.is_current
    assert bench.proofs.standing(correction, 1, proof.edits) is None
    assert bench.proved(correction).is_current
    edits = bench.drafts.save(
        bench.author, correction, 1, Synonym(("情報化計画", "IT計画")), proof.edits
    )
    assert bench.proofs.standing(correction, 1, edits) is None
    after_edit = bench.proofs.newest(correction, 1)
    assert after_edit is not None
    assert not after_edit.is_current


def test_a_proof_under_way_is_not_begun_again(bench: Bench) -> None:
    correction = bench.draft(CityContact("総合窓口へお尋ねください。"))
    first = bench.proofs.start(correction, 1, bench.approver)
    assert bench.proofs.start(correction, 1, bench.approver) == first
    standing = bench.proofs.standing(correction, 1, 0)
    assert standing is not None
    assert not standing.is_done
    with bench.store.reading() as connection:
        actions = [row.action for row in connection.execute(AuditRow.__table__.select())]
    assert actions.count("proof.started") == 1


def test_a_draft_that_was_edited_meanwhile_is_not_tried(bench: Bench) -> None:
    correction = bench.draft(CityContact("総合窓口へお尋ねください。"))
    bench.proofs.start(correction, 1, bench.approver)
    bench.drafts.save(bench.author, correction, 1, CityContact("窓口へどうぞ。"), 0)
    bench.run()
    proof = bench.proofs.newest(correction, 1)
    assert proof is not None
    assert (proof.state, proof.fault) == (ProofState.FAILED, Fault.CHANGED)
    assert proof.found is None


def test_what_is_decided_keeps_the_proof_that_it_was_decided_on(bench: Bench) -> None:
    correction = bench.draft(CityContact("総合窓口へお尋ねください。"))
    proof = bench.proved(correction)
    bench.drafts.withdraw(bench.author, correction, 1, 0)
    with pytest.raises(StepError):
        bench.proofs.start(correction, 1, bench.approver)
    bench.run()
    newest = bench.proofs.newest(correction, 1)
    assert newest is not None
    assert (newest.id, newest.state) == (proof.id, ProofState.DONE)


def test_a_restart_ends_what_was_running_and_keeps_the_line(bench: Bench) -> None:
    running = bench.draft(CityContact("総合窓口へお尋ねください。"))
    queued = bench.draft(Synonym(("情報化計画", "デジタル計画")))
    bench.proofs.start(running, 1, bench.approver)
    bench.proofs.start(queued, 1, bench.approver)
    assert bench.prover.runs.take() is not None
    assert bench.prover.runs.fail_interrupted() == 1
    ended = bench.proofs.newest(running, 1)
    assert ended is not None
    assert (ended.state, ended.fault) == (ProofState.FAILED, Fault.INTERRUPTED)
    bench.run()
    done = bench.proofs.newest(queued, 1)
    assert done is not None
    assert done.state is ProofState.DONE
    assert bench.proved(running).state is ProofState.DONE
