"""A schedule is drawn where it is told and cited, and never shows more than the plan fixes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import Half, ScheduleRow
from service.outcome import Answer
from service.presenting import Presenter, SchedulePicture, StageKind
from tests.service.presenting.conftest import Ask, said

_SERVER = "セキュリテイ監査の体制づくり、予定表だと構築に何年かける？"
_TRAINING = "職員向けのパソコン研修、最初の実施はいつ"
_WIFI = "¿Cuándo habrá wifi gratis en la biblioteca?"


def _pictures(presenter: Presenter, answer: Answer) -> list[SchedulePicture]:
    blocks = presenter.blocks(answer).blocks
    return [block for block in blocks if isinstance(block, SchedulePicture)]


@pytest.mark.meets("U-30")
def test_years_stand_in_the_plans_count_and_in_ours(presenter: Presenter, ask: Ask) -> None:
    (picture,) = _pictures(presenter, ask(_SERVER))
    assert [stage.words for stage in picture.stages] == [("構築",), ("運用",)]
    assert [(stage.x, stage.width) for stage in picture.stages] == [(0.0, 40.0), (40.0, 60.0)]
    first, last = (stage.when for stage in picture.stages)
    assert (first.printed, first.also) == (
        "平成30〜31年度",
        "平成30年度〜令和元年度・2018〜2019年度",
    )
    assert (last.printed, last.also) == ("平成32〜34年度", "令和2〜4年度・2020〜2022年度")
    assert picture.departments == ("情報管理課",)
    assert picture.citation == 1


def test_the_running_year_is_marked_only_within_the_period(
    presenter: Presenter, knowledge: KnowledgeBase, ask: Ask
) -> None:
    answer = ask(_SERVER)
    (running,) = _pictures(presenter, answer)
    assert [mark.year for mark in running.years if mark.is_now] == [2020]
    assert [stage.is_now for stage in running.stages] == [False, True]
    (over,) = _pictures(Presenter(knowledge, lambda: date(2026, 2, 1)), answer)
    assert not any(mark.is_now for mark in over.years)


def test_half_years(presenter: Presenter, ask: Ask) -> None:
    (picture,) = _pictures(presenter, ask(_TRAINING, "otawara"))
    assert len(picture.years) == 4
    assert {stage.when.first_half for stage in picture.stages} == {Half.FIRST, Half.SECOND}
    assert picture.stages[0].kind is StageKind.NOTHING
    assert picture.stages[0].number is None
    assert sum(stage.width for stage in picture.stages) == pytest.approx(100)


def test_a_place_that_is_not_known_is_not_guessed(presenter: Presenter, ask: Ask) -> None:
    (picture,) = _pictures(presenter, ask(_WIFI, "otawara", "es"))
    assert picture.stages == ()
    assert picture.unplaced[0] == "設置場所の調査"


def test_every_row_can_be_drawn(presenter: Presenter, knowledge: KnowledgeBase, ask: Ask) -> None:
    """Each word of a row stands in its picture, each place once, whatever the row leaves open."""
    cited = ask(_SERVER)
    seen = set()
    for row in knowledge.records(kind=ScheduleRow):
        citation = replace(cited.citations[0], plan_id=row.plan_id, span=row.spans[0])
        answer = replace(cited, record_ids=(row.id,), citations=(citation,))
        words = {word for cell in row.cells for word in cell.words}
        pictures = _pictures(presenter, answer)
        assert bool(pictures) == bool(words)
        for picture in pictures:
            shown = {word for stage in picture.stages for word in stage.words}
            assert shown | set("・".join(picture.unplaced).split("・")) >= {
                part
                for word in words
                for part in (word.split("・") if word not in shown else [word])
            }
            if picture.stages:
                assert sum(stage.width for stage in picture.stages) == pytest.approx(100, abs=0.01)
            seen |= {stage.kind for stage in picture.stages}
    assert seen == set(StageKind)


@pytest.mark.parametrize("losing", ["citations", "record_ids"])
def test_no_picture_of_what_is_not_cited_or_no_longer_known(
    presenter: Presenter, ask: Ask, losing: str
) -> None:
    answer = ask(_SERVER)
    if losing == "citations":
        lost = replace(answer, citations=())
    else:
        passage = replace(answer.citations[0], passage_id="toride-4/faq/gone", plan_id="toride-9")
        lost = replace(answer, record_ids=("toride-4/schedule/gone",), citations=(passage,))
    presentation = presenter.blocks(lost)
    assert not any(isinstance(block, SchedulePicture) for block in presentation.blocks)
    assert "".join(said(presentation)).startswith("計画では、")


def test_who_is_in_charge_is_answered_without_a_schedule(presenter: Presenter, ask: Ask) -> None:
    assert not _pictures(presenter, ask("メルマガを受け持っている課を教えて"))
