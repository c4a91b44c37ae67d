"""A chart shows values that compare with the one told, as printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.outcome import Answer
from service.presenting import Presenter
from tests.service.presenting.conftest import Ask, charts


@pytest.mark.meets("U-30")
def test_the_same_answer_of_other_people(presenter: Presenter, ask: Ask) -> None:
    answer = ask("インタネットを使ったことがある市民の割合は何パーセント？", "otawara")
    (chart,) = charts(presenter.blocks(answer))
    assert [(bar.label, bar.value) for bar in chart.bars] == [
        ("大田原市", "64.8%"),
        ("栃木県", "69.3%"),
        ("全国", "71.2%"),
    ]
    assert chart.label == "利用したことがある"
    assert chart.figure == "図表2-14"
    assert all(bar.is_told for bar in chart.bars)
    assert chart.bars[0].length == 64.8  # of 100%, not of the longest bar


def test_other_answers_of_the_same_people_in_the_plans_order(
    presenter: Presenter, ask: Ask
) -> None:
    (chart,) = charts(presenter.blocks(ask("パソコンがある家は何％ありますか")))
    assert [bar.label for bar in chart.bars] == ["モバイル端末全体", "スマートフォン", "パソコン"]
    assert [bar.is_told for bar in chart.bars] == [False, False, True]
    assert chart.group == "世帯"


def test_no_more_bars_than_a_phone_shows(presenter: Presenter, ask: Ask) -> None:
    (chart,) = charts(presenter.blocks(ask("市民が一番関心を持っている市の情報は何か", "otawara")))
    assert len(chart.bars) == 8
    assert chart.left_out == 15
    lengths = [bar.length for bar in chart.bars]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    "question",
    [
        "クラウドを使う会社は前の年より増えていますか",  # two years' values
        "５年前と比べてネット人口普及率はどれくらい上がりましたか",  # one value, and a change
    ],
)
def test_what_does_not_compare_is_not_drawn(presenter: Presenter, ask: Ask, question: str) -> None:
    assert not charts(presenter.blocks(ask(question)))


def test_only_where_the_text_gives_a_value_and_a_citation_shows_it(
    presenter: Presenter, ask: Ask, many_answers: tuple[Answer, ...]
) -> None:
    answer = ask("パソコンがある家は何％ありますか")
    assert not charts(presenter.blocks(replace(answer, text="多くの世帯にあります。")))
    assert not charts(presenter.blocks(replace(answer, citations=())))
    for one in many_answers:
        for chart in charts(presenter.blocks(one)):
            assert any(bar.is_told and bar.value in one.text for bar in chart.bars)
            assert chart.citation <= len(one.citations)
