"""Words and figures that the evidence has, set together otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.phrasing.outcome import PhrasingOutcome

Verdict = Callable[[str, str], PhrasingOutcome]


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("goals", "17のゴールと169のターゲットが設定されています[1]。"),
        (
            "shares",
            "スマートフォンの保有率は、大田原市が38.2%、栃木県が26.5%、全国が29.3%です（市は平成25年調査、県・全国は平成23年末）[1]。",
        ),
    ],
)
def test_what_is_set_together_alike_is_held(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.SHOWN


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("goals", "169のゴールと17のターゲットが設定されています[1]。"),
        (
            "shares",
            "スマートフォンの保有率は、大田原市26.5%、栃木県38.2%、全国29.3%です（市は平成25年調査、県・全国は平成23年末）[1]。",
        ),
        ("shares", "スマートフォンの保有率は、平成23年に大田原市38.2%です[1]。"),
        ("chair", "情報化推進委員会の委員長は総合政策部長、副委員長は副市長です[1]。"),
        (
            "schedule",
            "各課所管のストレージ設置場所の整備は、平成30年度に構築、31年度から32年度まで調査・研究、33年度から34年度まで運用の予定です[1]。",
        ),
        ("schedule", "各課所管のストレージ設置場所の整備は、平成30年度には、運用の予定です[1]。"),
        ("schedule", "運用の予定は、平成30年度です[1]。"),
    ],
)
def test_what_is_set_together_otherwise_is_none(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.MISPLACED
