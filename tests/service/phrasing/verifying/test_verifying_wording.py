"""Claims made with words that the evidence does not have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.phrasing.outcome import PhrasingOutcome

Verdict = Callable[[str, str], PhrasingOutcome]


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("card", "マイナンバーカードを利用した新たなサービスの可能性を検討していきます[1]。"),
        ("card", "コンビニエンスストアでは、証明書等の自動交付サービスを実施しています[1]。"),
    ],
)
def test_other_words_for_the_same_are_held(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.SHOWN


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        (
            "card",
            "マイナンバーカードを利用した無料サービスの可能性について検討を進めていきます[1]。",
        ),
        (
            "card",
            "マイナンバーカードを利用した新たなサービスの可能性について必ず検討を進めていきます[1]。",
        ),
        ("card", "マイナンバーカードの再発行を進めていきます[1]。"),
        ("card", "はい、検討を進めていきます[1]。"),
        ("goals", "達成すべき全ての具体的目標が設定されています[1]。"),
        ("card", "計画にはそう記載されています[1]。"),
        ("card", "そうです[1]。"),
    ],
)
def test_a_claim_of_ones_own_is_none(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.WORD
