"""Thoughts and intentions told as facts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.phrasing.outcome import PhrasingOutcome

Verdict = Callable[[str, str], PhrasingOutcome]


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("card", "新たなサービスの可能性について、検討を進めていきます[1]。"),
    ],
)
def test_hedges_kept_are_held(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.SHOWN


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("card", "マイナンバーカードを利用した新たなサービスを進めていきます[1]。"),
        ("card", "マイナンバーカードを利用した新たなサービスを実施しています[1]。"),
        (
            "schedule",
            "各課所管のストレージ設置場所の整備は、平成30年度に調査・研究、31年度から32年度まで構築、33年度から34年度まで運用します[1]。",
        ),
        ("schedule", "各課所管のストレージ設置場所の整備は、平成30年度に調査・研究しました[1]。"),
    ],
)
def test_hedges_lost_are_none(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.HEDGE
