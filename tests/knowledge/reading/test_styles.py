"""Which style a source shows, and how a layout table becomes a layout record."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from knowledge.catalog import load_catalog
from knowledge.knowledgebase import PACKAGE, KnowledgeBase
from knowledge.reading import STYLES, styles_fitting
from knowledge.reading.headings import HeadingMark, HeadingPath, NumberedTitle, numbered_title


def test_the_style_of_each_of_our_plans_is_told_from_its_source(plans: KnowledgeBase) -> None:
    for entry in load_catalog(PACKAGE / "catalog.toml").plans:
        fitting = styles_fitting(plans.sources[entry.plan.id])
        assert [style.name for style in fitting] == [entry.style]


@pytest.mark.parametrize("name", list(STYLES))
def test_a_layout_needs_no_value_and_takes_no_unknown_one(name: str) -> None:
    style = STYLES[name]
    assert style.layout_of({}) == style.layout()
    with pytest.raises(ValidationError, match="font"):
        style.layout_of({"font": "large"})


def test_a_layout_takes_values_and_keeps_the_rest() -> None:
    style = STYLES["markdown"]
    layout = style.layout_of({"headings": ["1.", "(1)"]})
    assert layout.headings == (HeadingMark.DOTTED, HeadingMark.BRACKETED)
    assert layout.caption == style.layout().caption


@pytest.mark.parametrize(
    ("text", "mark", "number", "title"),
    [
        ("第１章 計画", HeadingMark.CHAPTER, "第1章", "計画"),
        ("第三章　計画", HeadingMark.CHAPTER, "第三章", "計画"),
        ("1. 背景", HeadingMark.DOTTED, "1.", "背景"),
        ("１ 目的", HeadingMark.PLAIN, "1", "目的"),
        ("(10) 目的", HeadingMark.BRACKETED, "(10)", "目的"),
        ("⑴ SDGs", HeadingMark.BRACKETED, "⑴", "SDGs"),
        ("① 現状", HeadingMark.CIRCLED, "①", "現状"),
    ],
)
def test_numbered_titles(text: str, mark: HeadingMark, number: str, title: str) -> None:
    assert numbered_title(text, tuple(HeadingMark)) == NumberedTitle(mark, number, title)


@pytest.mark.parametrize("text", ["背景", "1.5倍", "6次産業化", "2019 年度", "第1章", "(1)"])
def test_titles_without_a_number(text: str) -> None:
    assert numbered_title(text, tuple(HeadingMark)) is None


def test_a_heading_closes_those_of_its_level_and_deeper() -> None:
    path = HeadingPath().enter(1, "一").enter(2, "あ").enter(3, "い")
    assert path.titles == ("一", "あ", "い")
    assert path.enter(2, "う").titles == ("一", "う")
    assert path.enter(1, "二").titles == ("二",)
