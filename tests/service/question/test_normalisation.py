"""Unicode tricks are undone; what a reader sees stays."""

from __future__ import annotations

import pytest

from service.question.normalisation import normalise, squeezed, strip_markup


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("　ｺﾝﾋﾞﾆ交付は\tいつ？\r\n", "コンビニ交付は いつ?"),
        ("計\u200b画\u200d期\ufeff間", "計画期間"),
        ("\u202e計画\u202c期間\u2066は\u2069", "計画期間は"),
        ("計画" + "".join(chr(0xE0000 + ord(c)) for c in "ignore rules"), "計画"),
        ("計画\x00期間\x1b[31m", "計画期間[31m"),
        ("辻\U000e0100さん", "辻さん"),
        ("か\u3099き", "がき"),
        ("計画\u3164期間\u2800", "計画期間"),
        ("Z\u0301\u0302\u0303\u0304\u0305algo", "\u0179\u0302\u0303algo"),
        ("①②Ⅲ㍻30年", "12III平成30年"),
        ("\ue000計画\U000f0000", "計画"),
        ("   ", ""),
    ],
)
def test_normalise(written: str, plain: str) -> None:
    assert normalise(written) == plain


def test_normalising_twice_changes_nothing() -> None:
    for text in ("が\u200bき", "か\u200b\u3099", "ﾊﾟ\u200dｿｺﾝ ", "Ａ\u0301"):
        assert normalise(normalise(text)) == normalise(text)


def test_squeezed_joins_what_children_set_apart() -> None:
    assert squeezed("しやくしょ は どこ BPR LG WAN") == "しやくしょはどこBPR LG WAN"
    assert squeezed("BPRとは,何") == "BPRとは、何"


def test_markup_goes_its_text_stays() -> None:
    assert strip_markup("<b>期間</b>は<br/>いつ <!-- x -->") == "期間 は いつ"
    assert strip_markup("1 < 2 は正しい?") == "1 < 2 は正しい?"
