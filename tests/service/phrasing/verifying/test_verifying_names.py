"""Names: divisions, offices, plans, Latin words, quoted names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.phrasing.outcome import PhrasingOutcome

Verdict = Callable[[str, str], PhrasingOutcome]


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("department", "「いじめ防止アプリケーションの導入」の担当課は指導課です[1]。"),
        ("department", "いじめ防止アプリケーションの導入は、指導課の担当です[1]。"),
        ("chair", "情報化推進委員会の委員長は副市長で、副委員長は総合政策部長です[1]。"),
    ],
)
def test_names_of_the_evidence_are_held(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.SHOWN


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("department", "いじめ防止アプリケーションの導入の担当課は、情報管理課です[1]。"),
        ("department", "いじめ防止アプリケーションの導入の担当課は、教育指導課です[1]。"),
        ("department", "「いじめ相談アプリの導入」の担当課は、指導課です[1]。"),
        ("department", "LINEの導入の担当課は、指導課です[1]。"),
        ("department", "守谷の導入の担当課は、指導課です[1]。"),
        ("department", "地域防災計画の導入の担当課は、指導課です[1]。"),
        ("chair", "情報化推進委員会の委員長は市長です[1]。"),
        ("chair", "情報化推進委員会の副委員長は政策部長です[1]。"),
    ],
)
def test_names_of_ones_own_are_none(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.NAME
