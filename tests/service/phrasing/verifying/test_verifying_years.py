"""Years against a real schedule, in every era."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.phrasing.outcome import PhrasingOutcome

Verdict = Callable[[str, str], PhrasingOutcome]


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        (
            "schedule",
            "各課所管のストレージ設置場所の整備は、平成30年度に調査・研究、平成31年度から平成32年度まで構築、平成33年度から平成34年度まで運用の予定です[1]。",
        ),
        (
            "schedule",
            "各課所管のストレージ設置場所の整備は、2018年度に調査・研究、2019年度から2020年度まで構築、2021年度から2022年度まで運用の予定です[1]。",
        ),
        (
            "schedule",
            "各課所管のストレージ設置場所の整備は、平成30年度（2018年度）に調査・研究、令和元年度から令和2年度まで構築、令和3年度から令和4年度まで運用の予定です[1]。",
        ),
    ],
)
def test_a_year_may_be_written_in_any_era(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.SHOWN


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        (
            "schedule",
            "各課所管のストレージ設置場所の整備は、平成30年度に調査・研究、31年度から32年度まで構築、33年度から35年度まで運用の予定です[1]。",
        ),
        ("schedule", "各課所管のストレージ設置場所の整備は、平成29年度に調査・研究の予定です[1]。"),
        ("schedule", "各課所管のストレージ設置場所の整備は、2018年に調査・研究の予定です[1]。"),
        (
            "schedule",
            "各課所管のストレージ設置場所の整備は、平成30年度上期に調査・研究の予定です[1]。",
        ),
        (
            "schedule",
            "各課所管のストレージ設置場所の整備は、平成30年度（2019年度）に調査・研究の予定です[1]。",
        ),
        ("department", "いじめ防止アプリケーションの導入の担当課は、平成30年度から指導課です[1]。"),
    ],
)
def test_a_year_of_ones_own_is_none(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.YEAR
