"""Negation, both ways."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.phrasing.outcome import PhrasingOutcome

Verdict = Callable[[str, str], PhrasingOutcome]


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("spread", "住民基本台帳カードは普及していません[1]。"),
        ("spread", "電子申請は利用できます[1]。"),
    ],
)
def test_negation_as_in_the_evidence_is_held(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.SHOWN


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("spread", "住民基本台帳カードは普及しています[1]。"),
        ("spread", "電子申請は利用できません[1]。"),
        ("spread", "電子申請は利用できず、住民基本台帳カードは普及していません[1]。"),
        (
            "card",
            "マイナンバーカードを利用した新たなサービスの可能性について検討を進めていきません[1]。",
        ),
        (
            "card",
            "マイナンバーカードを利用した新たなサービスの可能性はなく、検討を進めていきます[1]。",
        ),
        ("department", "指導課は担当課ではありません[1]。"),
        ("card", "証明書等の自動交付サービスは未実施です[1]。"),
    ],
)
def test_negation_turned_is_none(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.NEGATION
