"""A question taken apart on the real plans: what is shown is what was done."""

from __future__ import annotations

import pytest

from index.results import Leg
from service.counter import Counter, Question
from service.examining import examine
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
