"""What the service saw, told again from a record."""

from __future__ import annotations

import logging
import zlib
from dataclasses import replace

import pytest

from index.results import Leg
from service.answering.corrections.digests import digest_of
from service.answering.corrections.records import (
    ApprovedAnswer,
    Correction,
    Corrections,
    HiddenPassage,
    RestsOn,
)
from service.answering.settings import AnsweringSettings
from service.answering.trace import Fate, Trace, packed, unpacked
from service.counter import Counter, Question
from service.outcome import Reason
from service.question.exchange import Exchange
from service.question.follow_up import FollowKind
from service.question.understanding import Asked

WHEN = "コンビニ交付はいつから"


def traced(counter: Counter, text: str, city: str | None = "toride", **more: object) -> Trace:
    return Trace.of(counter.follow(Question(text, city, **more)))  # type: ignore[arg-type]


def test_an_answered_question(counter: Counter) -> None:
    turn = counter.follow(Question(WHEN, "toride"))
    trace = Trace.of(turn)
    assert trace.reading is not None
    assert (trace.reading.text, trace.reading.asked) == (WHEN, Asked.WHEN)
    assert trace.threshold == AnsweringSettings().min_confidence
    (side,) = trace.sides
    assert side.cities == ("toride",)
    assert side.threshold == trace.threshold
    assert side.confidence == pytest.approx(turn.sides[0].confidence, abs=1e-4)
    kept = [one for one in side.candidates if one.is_kept]
    assert [one.passage_id for one in kept] == [
        candidate.hit.passage.id for candidate in turn.sides[0].candidates
    ]
    assert kept[0].fate is Fate.TOLD
    assert {one.passage_id for one in kept if one.fate is Fate.CITED} <= {
        citation.passage_id for citation in turn.answered.citations
    }
    assert len(side.candidates) == len(kept) + len(turn.sides[0].results.rejected)
    assert {one.fate for one in side.candidates if not one.is_kept} == {Fate.BELOW_CUT}
    assert set(trace.milliseconds) == set(turn.answered.milliseconds)
    assert trace.index_version == counter.index_version


def test_the_arithmetic_adds_up(counter: Counter) -> None:
    (side,) = traced(counter, WHEN).sides
    for one in side.candidates:
        total = sum(leg.standard * leg.weight for leg in one.legs)
        assert one.fused == pytest.approx(total, abs=2e-3)
        assert (one.agreement is None) == (one.score == one.fused)
    assert Leg.TEXT_LEXICAL in {leg.leg for leg in side.candidates[0].legs}


def test_every_candidate_has_a_reason(counter: Counter) -> None:
    unanswered = traced(counter, "火星への移住計画はいつ")
    fates = {one.fate for one in unanswered.sides[0].candidates if one.is_kept}
    assert Fate.LOW_CONFIDENCE in fates
    assert fates <= {Fate.LOW_CONFIDENCE, Fate.CITED}
    several = traced(counter, "計画期間はいつからいつまでですか", city=None)
    assert several.reason is Reason.CLARIFY_CITY
    assert {one.fate for one in several.sides[0].candidates if one.is_kept} == {Fate.ASKED_BACK}


def test_both_sides_of_a_comparison(counter: Counter) -> None:
    trace = traced(counter, "取手市と大田原市の計画期間の違いは")
    assert [side.name for side in trace.sides] == ["取手市", "大田原市"]
    assert {side.threshold for side in trace.sides} == {AnsweringSettings().side_confidence}
    assert all(side.candidates[0].fate is Fate.TOLD for side in trace.sides)


def test_what_was_filled_in(counter: Counter) -> None:
    first = counter.ask(Question("いじめ防止アプリの担当課は？", "toride"))
    earlier = Exchange(first.meaning, first.reason, first.city, first.record_ids)
    trace = traced(counter, "いつから？", earlier=(earlier,))
    assert trace.follow_up is not None
    assert trace.follow_up.kind is FollowKind.SUBJECT
    assert trace.follow_up.text == "いじめ防止アプリはいつから"


def test_what_staff_had_approved_or_hidden(counter: Counter) -> None:
    passage = counter.search("公民館の予約", "toride").hits[0].passage
    rests_on = RestsOn(passage.id, digest_of(passage))
    approved = ApprovedAnswer((WHEN,), "承認した回答です。", (rests_on,))
    own = counter.corrected_by(Corrections(3, (Correction("c" * 32, "toride", approved),)))
    trace = traced(own, WHEN)
    assert (trace.reason, trace.revision) == (Reason.ANSWERED_APPROVED, 3)
    assert trace.approved is not None
    assert (trace.approved.correction_id, trace.approved.form) == ("c" * 32, WHEN)
    assert {one.fate for one in trace.sides[0].candidates if one.fate is not Fate.BELOW_CUT} == {
        Fate.NOT_NEEDED
    }
    assert unpacked(packed(trace)) == trace
    best = counter.search(WHEN, "toride").hits[0].passage
    hidden = HiddenPassage(RestsOn(best.id, digest_of(best)), "古い")
    without = counter.corrected_by(Corrections(4, (Correction("d" * 32, "toride", hidden),)))
    fates = {one.passage_id: one.fate for one in traced(without, WHEN).sides[0].candidates}
    assert fates[best.id] is Fate.HIDDEN


def test_a_refused_question_leaves_no_word(counter: Counter) -> None:
    trace = traced(counter, "私の名前は山田花子です。コンビニ交付はいつから")
    assert trace.reason is Reason.REFUSED_PERSONAL_DATA
    assert (trace.reading, trace.follow_up, trace.sides) == (None, None, ())
    assert set(trace.milliseconds) == {"Check"}
    assert "山田".encode() not in zlib.decompress(packed(trace))


@pytest.mark.parametrize(
    ("text", "city"),
    [
        (WHEN, "toride"),
        ("取手市と大田原市の計画期間の違いは", None),
        ("When does the convenience store service start?", "toride"),
        ("今日の天気は", "otawara"),
        ("死にたい", "toride"),
        ("平成30年度から令和4年度の小中学校のタブレット整備", "toride"),
    ],
)
def test_there_and_back(counter: Counter, text: str, city: str | None) -> None:
    trace = traced(counter, text, city)
    body = packed(trace)
    assert unpacked(body) == trace
    assert len(body) < 8_000


def test_a_trace_of_another_release(counter: Counter, caplog: pytest.LogCaptureFixture) -> None:
    text = zlib.decompress(packed(traced(counter, WHEN)))
    older = text.replace(b'"asked":"when"', b'"asked":"whenever"')
    assert older != text
    with caplog.at_level(logging.DEBUG):
        assert unpacked(zlib.compress(older)) is None
        assert unpacked(zlib.compress(b'{"reason": 3}')) is None
        assert unpacked(b"no zlib") is None
    assert len(caplog.records) == 3
    assert "コンビニ" not in caplog.text


def test_its_name_for_a_log_holds_no_words(counter: Counter) -> None:
    trace = replace(traced(counter, WHEN), sides=())
    assert "コンビニ" not in repr(trace)
