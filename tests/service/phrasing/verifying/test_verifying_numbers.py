"""Numbers with their units against real survey figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.phrasing.outcome import PhrasingOutcome

Verdict = Callable[[str, str], PhrasingOutcome]


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        (
            "shares",
            "スマートフォンの保有率は、大田原市３８．２％、栃木県26.5％、全国29.3%です（市は平成25年調査、県・全国は平成23年末）[1]。",
        ),
    ],
)
def test_a_number_may_be_written_in_any_width(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.SHOWN


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("shares", "スマートフォンの保有率は、大田原市38.3%、栃木県26.5%、全国29.3%です[1]。"),
        ("shares", "スマートフォンの保有率は、大田原市8.2%です[1]。"),
        ("shares", "スマートフォンの保有率は、大田原市38.2人です[1]。"),
        ("shares", "スマートフォンの保有率は、大田原市38%です[1]。"),
        ("goals", "18のゴールと169のターゲットが設定されています[1]。"),
        ("goals", "二つのゴールが設定されています[1]。"),
    ],
)
def test_a_number_of_ones_own_is_none(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.NUMBER


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("shares", "携帯電話の保有率は87.9%です[1]。"),
    ],
)
def test_a_number_of_a_quoted_table_is_nobodys(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.NUMBER
