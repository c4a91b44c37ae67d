"""A question taken apart on the real plans: what is shown is what was done."""

from __future__ import annotations

import pytest

from index.results import Leg
from knowledge.records import RecordKind
from service.answering.corrections.digests import digest_of
from service.answering.corrections.records import (
    ApprovedAnswer,
    Body,
    Correction,
    Corrections,
    HiddenPassage,
    RestsOn,
    Synonym,
)
from service.counter import Counter, Question
from service.examining import examine
from service.examining.approved import Apart
from service.outcome import Status

QUESTION = "コンビニ交付はいつから始まりましたか。"


def test_the_words_show_what_was_dropped_mended_and_written_with_kanji(counter: Counter) -> None:
    found = examine(counter, QUESTION, "toride", None, 3)
    assert found.typed.mended == found.typed.written == QUESTION
    assert "は" in [piece.surface for piece in found.searched.pieces if not piece.is_kept]
    kept = {piece.form for piece in found.searched.pieces if piece.is_kept}
    assert kept == set(found.searched.terms)
    kana = examine(counter, "こんびに こうふは いつから", "toride", None, 3).typed
    assert "交付" in kana.written
    assert "交付" not in kana.mended
    slip = examine(counter, "コンビ二交付とは", "toride", None, 3).typed
    assert slip.mended.startswith("コンビニ交付")


def test_each_leg_is_ranked_by_its_own_raw_score(counter: Counter) -> None:
    found = examine(counter, QUESTION, "toride", None, 4)
    assert {(leg.leg, leg.of_entries) for leg in found.legs} == {
        (Leg.TEXT_DENSE, False),
        (Leg.TITLE_DENSE, False),
        (Leg.TEXT_LEXICAL, False),
        (Leg.FORM_DENSE, True),
        (Leg.ANSWER_DENSE, True),
        (Leg.TEXT_LEXICAL, True),
    }
    for leg in found.legs:
        raws = [hit.raw for hit in leg.hits]
        assert len(raws) == 4
        assert raws == sorted(raws, reverse=True)
        assert all(hit.passage.city == "toride" for hit in leg.hits)


def test_the_sums_come_to_the_scores_and_the_confidence(counter: Counter) -> None:
    (side,) = examine(counter, QUESTION, "toride", None, 3).sides
    assert len(side.weighed) == counter.settings.candidates
    for one in side.weighed:
        total = sum(term.adds for term in (*one.legs, *one.fits))
        assert total == pytest.approx(one.candidate.score)
    assert side.sureness is not None
    assert side.sureness.probability == pytest.approx(side.side.confidence)
    assert not side.is_lifted


def test_the_answer_is_what_a_resident_gets(counter: Counter) -> None:
    found = examine(counter, QUESTION, "toride", None, 3)
    told = counter.ask(Question(QUESTION, "toride"))
    assert (found.answer.text, found.answer.citations) == (told.text, told.citations)
    assert found.understood is not None
    assert set(found.milliseconds) == {"answering", "search"}


def test_a_plan_narrows_the_search_and_not_the_answering(counter: Counter) -> None:
    found = examine(counter, QUESTION, "toride", "toride-5", 5)
    assert {one.hit.passage.plan_id for one in found.fused} == {"toride-5"}
    assert found.answer.citations[0].plan_id == "toride-4"


def test_a_refused_question_is_searched_all_the_same(counter: Counter) -> None:
    found = examine(counter, "火事です！助けて！", "toride", None, 2)
    assert found.answer.status is Status.REFUSED
    assert found.sides == ()
    assert found.understood is None
    assert found.fused


APPROVED = "図書館カードの再発行は有料ですか。"


@pytest.fixture(scope="module")
def corrected(counter: Counter) -> Counter:
    """The counter with an approved answer, a synonym of staff and a hidden passage."""
    hidden, cited = (
        next(
            one
            for one in counter.searcher.passages
            if one.plan_id == plan and one.kind is RecordKind.PARAGRAPH
        )
        for plan in ("toride-5", "toride-4")
    )
    bodies: tuple[Body, ...] = (
        ApprovedAnswer((APPROVED,), "定めていません。", (RestsOn(cited.id, digest_of(cited)),)),
        Synonym(("コンビニ交付", "コンビニ発券")),
        HiddenPassage(RestsOn(hidden.id, digest_of(hidden)), "古くなりました。"),
    )
    entries = tuple(
        Correction(f"{n:032x}", "toride", body) for n, body in enumerate(bodies, start=1)
    )
    return counter.corrected_by(Corrections(1, entries))


def test_an_approved_answer_is_named_where_it_serves_and_why_it_does_not(
    corrected: Counter,
) -> None:
    (told,) = examine(corrected, APPROVED, "toride", None, 3).approved
    assert told.is_told
    assert told.closeness == pytest.approx(1, abs=1e-3)

    def apart(question: str) -> tuple[Apart, ...]:
        (near,) = examine(corrected, question, "toride", None, 3).approved
        assert not near.is_told
        return near.apart

    assert Apart.YEARS in apart("平成30年度に図書館カードの再発行は有料ですか。")
    assert Apart.NEGATIONS in apart("図書館カードの再発行は有料ではないですか。")
    assert Apart.WORDS in apart("駐車場の利用は有料ですか。")
    assert examine(corrected, APPROVED, "otawara", None, 3).approved == ()


def test_no_candidate_is_weighed_where_an_approved_answer_is_told(corrected: Counter) -> None:
    found = examine(corrected, APPROVED, "toride", None, 3)
    assert found.answer.text.startswith("定めていません。")
    assert found.sides == ()
    assert found.fused


def test_words_of_staff_are_told_from_those_of_the_table(corrected: Counter) -> None:
    found = examine(corrected, "コンビニ発券はいつからですか。", "toride", None, 3)
    assert found.understood is not None
    assert found.staff_synonyms
    assert set(found.staff_synonyms) <= set(found.understood.meanings)
    assert "交付" in found.searched.written


def test_what_staff_hid_is_named_as_hidden(corrected: Counter) -> None:
    found = examine(corrected, "計画の期間", "toride", "toride-5", 50)
    hidden = {one.id for one in found.hidden}
    assert hidden
    assert {one.hit.passage.id for one in found.fused if one.is_hidden} <= hidden
