"""Lists inside sentences are known by their marks, by a count that is right, or by their names."""

from __future__ import annotations

import pytest

from service.presenting.listing import Listing, listed


@pytest.mark.parametrize(
    ("sentence", "listing"),
    [
        (
            "順位は「電子メール」51.7%、「共有」50.7%、「サーバ」46.7%です。",
            Listing(
                "順位は", ("「電子メール」51.7%", "「共有」50.7%", "「サーバ」46.7%"), "です。"
            ),
        ),
        (
            "目標は、①甲の推進、②乙の推進、③丙の推進、の3つです。",
            Listing("目標は、", ("①甲の推進", "②乙の推進", "③丙の推進"), "、の3つです。"),
        ),
        (
            "言語は、英語、中国語（簡体字、繁体字）、韓国語の3言語です。",
            Listing("言語は、", ("英語", "中国語（簡体字、繁体字）", "韓国語"), "の3言語です。"),
        ),
    ],
)
def test_marks_and_counts(sentence: str, listing: Listing) -> None:
    assert listed(sentence, (), 3) == listing


@pytest.mark.parametrize(
    "sentence",
    [
        "言語は、英語、中国語の2言語です。",
        "言語は、英語、中国語、韓国語の5言語です。",  # the count is not theirs
        "甲では、乙は、丙の3つです。",  # no things, but topics
        "目標は“「ひと」「まち」「暮らし」がいきいき”です。",
        "施策は、甲の整備、「乙」、「丙」、「丁」などです。",  # only a part of a longer list
    ],
)
def test_what_is_no_list_of_three(sentence: str) -> None:
    assert listed(sentence, (), 3) is None


def test_names_that_the_plan_lists() -> None:
    names = ("運用の拡大", "構築", "情報の公開")
    assert listed("取組みは、情報の公開、構築、運用の拡大です。", (), 3) is None
    found = listed("取組みは、情報の公開、構築、運用の拡大です。", names, 3)
    assert found == Listing("取組みは、", ("情報の公開", "構築", "運用の拡大"), "です。")
