"""What a reply may look like."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.phrasing.outcome import PhrasingOutcome

Verdict = Callable[[str, str], PhrasingOutcome]


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("department", "担当課は指導課です[1]。https://example.com/ をご覧ください[1]。"),
        ("department", "担当課は指導課です。www.example.jp [1]"),
        ("department", "担当課は指導課です（0297-74-2141）[1]。"),
        ("department", "記載：担当課は指導課です[1]。"),
        ("department", "担当課は**指導課**です[1]。"),
        ("department", "<b>担当課は指導課です</b>[1]。"),
        ("department", "担当課は指導課です[1。"),
    ],
)
def test_addresses_numbers_to_call_and_markup_are_none(
    verdict: Verdict, name: str, reply: str
) -> None:
    assert verdict(reply, name) is PhrasingOutcome.MARKUP


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("department", "The division is 指導課[1]."),
        ("department", "担当課は指導課이며 안전합니다[1]。"),
        ("department", "指导课负责这个[1]。"),
        ("department", "担当課は指導課ですпривет[1]。"),
        ("department", "担当課は指導課である[1]。"),
        ("department", "担当課は指導課だよ[1]。"),
        ("department", "担当課は指導課です[1]"),
    ],
)
def test_other_tongues_scripts_and_tones_are_none(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.LANGUAGE


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("department", "担当課は指導課です[1]。担当課は指導課です[1]。"),
    ],
)
def test_saying_it_again_is_none(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.REPEATED


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("department", ""),
        ("department", " [1] "),
    ],
)
def test_saying_nothing_is_none(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.EMPTY


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("department", "担当課は指導課です。"),
        ("department", "担当課は指導課です[1]。いじめ防止アプリケーションの導入です。"),
        ("department", "いじめ防止アプリケーションの導入です。担当課は指導課です[1]。"),
    ],
)
def test_sentences_without_a_mark_are_none(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.UNCITED


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("department", "担当課は指導課です[2]。"),
        ("department", "担当課は指導課です[1][7]。"),
        ("department", "担当課は指導課です[0]。"),
    ],
)
def test_marks_of_nothing_are_none(verdict: Verdict, name: str, reply: str) -> None:
    assert verdict(reply, name) is PhrasingOutcome.UNKNOWN_CITATION


def test_a_long_reply_is_none(verdict: Verdict) -> None:
    assert verdict("担当課は指導課です[1]。" * 50, "department") is PhrasingOutcome.TOO_LONG
