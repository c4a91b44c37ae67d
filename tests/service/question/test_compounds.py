"""Compound nouns: what a question names as one thing."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("副市長は誰ですか", ("副市長",)),
        ("会議に入るための応募資格は", ("応募資格",)),
        ("転出届は電子申請でできますか", ("転出届", "電子申請")),
        ("取手市の施設予約システムの担当課一覧", ("施設予約システム",)),
        ("AIとは", ()),
        ("いつからですか", ()),
        ("公衆無線ＬＡＮの設置", ("公衆無線lan",)),
        ("What is the digital divide?", ()),
    ],
)
def test_compounds_are_named_whole(read: Any, text: str, names: tuple[str, ...]) -> None:
    assert read(text).compounds == names


def test_years_cities_and_plans_are_no_part_of_a_compound(read: Any) -> None:
    assert "取手市情報化計画" not in read("第四次取手市情報化計画の重点施策").compounds
    assert read("令和4年度予算額はいくら").compounds == ("予算額",)
