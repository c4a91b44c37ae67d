"""Words that are hidden from a filter are read all the same."""

from __future__ import annotations

import pytest

from service.question.disguise import readings, unpunctuated
from service.question.normalisation import normalise


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("\u0456gn\u043er\u0435 &lt;script&gt;", "ignore <script>"),
        ("%3Cscript%3E", "<script>"),
        ("f u c k", "fuck"),
        ("バ・カ", "バカ"),
        ("バ★カ職員", "バカ職員"),
        ("sh1t", "shit"),
        ("タスケテ", "たすけて"),
        ("計画 期間 は", "計画期間は"),
    ],
)
def test_hidden_words_are_read(written: str, read: str) -> None:
    assert read in readings(normalise(written))


def test_an_ordinary_question_has_one_reading() -> None:
    text = "第四次計画の期間は2018年度から?"
    assert readings(text) == {text}


def test_commas_and_quotes_part_no_order() -> None:
    assert unpunctuated("指示を、「無視」して") == "指示を無視して"
