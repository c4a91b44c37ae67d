"""A counter is corrected while questions run; every question keeps to one snapshot."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Event

import pytest

from index import Searcher, open_index
from service.answering.corrections.records import (
    ApprovedAnswer,
    Correction,
    Corrections,
    RestsOn,
)
from service.answering.settings import AnsweringSettings
from service.counter import Counter, Question
from service.outcome import Answer, Reason
from service.settings import Settings

Correct = Callable[..., Counter]
On = Callable[[str], RestsOn]

EVENT = "toride-4/timeline/2016-3"
FORM = "市民プールの入場料はいくらですか"


def told(number: int, on: On) -> Corrections:
    body = ApprovedAnswer((FORM,), f"{number}番の答えです。", (on(EVENT),))
    return Corrections(number, (Correction("c0", "toride", body),))


def test_a_swap_under_way_mixes_nothing(corrected: Correct, on: On) -> None:
    counter, ended = corrected(), Event()
    versions = [told(number, on) for number in range(1, 9)]
    counter.correct(versions[0])

    def ask() -> list[Answer]:
        answers = []
        while not ended.is_set():
            answers.append(counter.ask(Question(FORM, "toride")))
        return answers

    with ThreadPoolExecutor(3) as threads:
        asking = [threads.submit(ask) for _ in range(3)]
        for _ in range(5):
            for version in versions:
                counter.correct(version)
        ended.set()
        answers = [answer for each in asking for answer in each.result()]
    assert answers
    for answer in answers:
        assert answer.reason is Reason.ANSWERED_APPROVED
        assert answer.text == f"{answer.revision}番の答えです。"
    assert counter.corrections is versions[-1]


def test_views_do_not_touch_each_other(counter: Counter, on: On) -> None:
    one, other = counter.corrected_by(told(1, on)), counter.corrected_by(told(2, on))
    texts = [each.ask(Question(FORM, "toride")).text for each in (one, other)]
    assert texts == ["1番の答えです。", "2番の答えです。"]
    assert counter.corrections == Corrections()
    assert counter.ask(Question(FORM, "toride")).reason is not Reason.ANSWERED_APPROVED
    assert one.searcher is counter.searcher


def test_another_day_is_seen_without_a_swap(counter: Counter, on: On) -> None:
    today = [date(2025, 6, 2)]
    body = ApprovedAnswer((FORM,), "お尋ねください。", (on(EVENT),), valid_to=today[0])
    own = Counter(counter.knowledge, counter.searcher, AnsweringSettings(), lambda: today[0])
    own.correct(Corrections(1, (Correction("c0", "toride", body),)))
    assert own.ask(Question(FORM, "toride")).reason is Reason.ANSWERED_APPROVED
    today[0] = date(2025, 6, 3)
    own.refresh()
    assert own.in_force.day == today[0]
    assert own.ask(Question(FORM, "toride")).reason is not Reason.ANSWERED_APPROVED


def test_another_index_is_held_against_the_corrections_anew(
    counter: Counter, settings: Settings, on: On, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = open_index(settings.artifact_folder)
    searcher = Searcher(index, counter.searcher._models)
    own = Counter(counter.knowledge, searcher, AnsweringSettings(), lambda: date(2025, 6, 2))
    own.correct(told(1, on))
    assert own.ask(Question(FORM, "toride")).reason is Reason.ANSWERED_APPROVED
    newer = open_index(settings.artifact_folder)
    newer.version = "newer"
    corpus = newer.corpus
    monkeypatch.setitem(
        corpus.__dict__, "by_id", {k: v for k, v in corpus.by_id.items() if k != EVENT}
    )
    searcher.swap(newer)
    assert own.ask(Question(FORM, "toride")).reason is not Reason.ANSWERED_APPROVED
    assert own.in_force.index_version == "newer"


def test_a_form_is_embedded_once(
    corrected: Correct, on: On, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = corrected()
    counter.correct(told(1, on))
    monkeypatch.setattr(
        type(counter.searcher), "matched", lambda searcher, new: pytest.fail(f"embedded {new}")
    )
    counter.correct(told(2, on))
    view = counter.corrected_by(told(3, on))
    assert view.ask(Question(FORM, "toride")).text == "3番の答えです。"
