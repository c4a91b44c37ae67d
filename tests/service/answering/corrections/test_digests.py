"""What went stale is told with its cause; where a passage stands does not count."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from knowledge.records import Span
from service.answering.corrections.digests import Cause, digest_of, hidden_ids, stale
from service.answering.corrections.records import (
    ApprovedAnswer,
    Body,
    CityContact,
    Correction,
    Corrections,
    HiddenPassage,
    PassageNote,
    RestsOn,
)
from service.counter import Counter

TODAY = date(2025, 6, 2)
ROW = "toride-4/schedule/1-4-4"
EVENT = "toride-4/timeline/2016-3"
OTHER = "otawara-1/schedule/3(2)⑥i"

On = Callable[[str], RestsOn]


def answer(*passages: RestsOn, first: date | None = None, last: date | None = None) -> Body:
    return ApprovedAnswer(("いつからですか",), "平成28年度からです。", passages, first, last)


def in_force(*bodies: Body, city: str | None = "toride") -> Corrections:
    return Corrections(1, tuple(Correction(f"c{n}", city, body) for n, body in enumerate(bodies)))


def test_a_digest_tells_wordings_apart_and_places_not(counter: Counter) -> None:
    passage = counter.passages[ROW]
    digest = digest_of(passage)
    assert len(digest) == 64
    moved = replace(passage, spans=(Span(0, 5),), page=99)
    assert digest_of(moved) == digest
    assert digest_of(replace(passage, shown=passage.shown + "\n ")) == digest
    assert digest_of(replace(passage, shown=passage.shown + "。")) != digest
    assert digest_of(replace(passage, text=passage.text.replace("1", "2"))) != digest
    digests = {digest_of(one) for one in counter.passages.values()}
    assert len(digests) > 0.95 * len(counter.passages)


def test_every_cause_is_named_with_its_passages(counter: Counter, on: On) -> None:
    gone, changed = RestsOn("toride-4/schedule/9-9-9", "0"), RestsOn(ROW, "0" * 64)
    corrections = in_force(
        answer(on(EVENT), gone, changed),
        answer(on(OTHER)),
        answer(on(EVENT), last=TODAY - timedelta(days=1)),
        answer(on(EVENT), first=TODAY + timedelta(days=1)),
        answer(on(EVENT), first=TODAY, last=TODAY),
        PassageNote(changed, "変わりました。"),
        CityContact("お電話ください。"),
    )
    found = stale(corrections, counter.passages, TODAY)
    assert [(one.correction_id, one.cause, one.passage_ids) for one in found] == [
        ("c0", Cause.GONE, (gone.passage_id,)),
        ("c0", Cause.CHANGED, (ROW,)),
        ("c1", Cause.OTHER_CITY, (OTHER,)),
        ("c2", Cause.OVER, ()),
        ("c3", Cause.EARLY, ()),
        ("c5", Cause.CHANGED, (ROW,)),
    ]


def test_what_rests_on_hidden_passages_is_stale(counter: Counter, on: On) -> None:
    hidden = HiddenPassage(on(ROW), "古い")
    corrections = in_force(hidden, answer(on(EVENT), on(ROW)), PassageNote(on(ROW), "注"))
    found = stale(corrections, counter.passages, TODAY)
    assert [(one.correction_id, one.cause) for one in found] == [
        ("c1", Cause.HIDDEN),
        ("c2", Cause.HIDDEN),
    ]


def test_a_hidden_passage_stays_hidden_though_it_changed(counter: Counter) -> None:
    corrections = in_force(HiddenPassage(RestsOn(ROW, "0" * 64), "古い"))
    assert ROW in hidden_ids(corrections, counter.passages)
    assert [one.cause for one in stale(corrections, counter.passages, TODAY)] == [Cause.CHANGED]


def test_what_rests_on_hidden_characters_alone_is_hidden_with_them(
    counter: Counter, on: On
) -> None:
    hidden = hidden_ids(in_force(HiddenPassage(on(ROW), "古い")), counter.passages)
    taken = counter.passages[ROW].spans
    for passage_id in hidden:
        passage = counter.passages[passage_id]
        assert passage.plan_id == "toride-4"
        assert all(any(t.start <= s.start and s.end <= t.end for t in taken) for s in passage.spans)
    assert any("/faq/" in one for one in hidden)


def test_another_citys_staff_hide_nothing(counter: Counter, on: On) -> None:
    own = in_force(HiddenPassage(on(ROW), "古い"), city="otawara")
    assert not hidden_ids(own, counter.passages)
    assert hidden_ids(in_force(HiddenPassage(on(ROW), "古い"), city=None), counter.passages)
