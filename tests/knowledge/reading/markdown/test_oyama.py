"""小山: chapter 1, published as Markdown with uneven heading levels and glossary marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import SourceError
from knowledge.knowledgebase import KnowledgeBase
from knowledge.reading.markdown import MarkdownLayout, read
from knowledge.records import Enumeration, Paragraph, ParagraphRole, Section
from knowledge.source import SourceText


def test_the_number_of_a_heading_decides_its_level(plans: KnowledgeBase) -> None:
    """The source writes `#### 4. 計画期間` and `## 5. 計画の構成` below `## 第1章`."""
    sections = plans.records("oyama-3", Section)
    assert [(s.level, s.number, s.title) for s in sections] == [
        (1, "第1章", "計画策定にあたって"),
        (2, "1.", "背景"),
        (2, "2.", "目的"),
        (2, "3.", "位置付け"),
        (2, "4.", "計画期間"),
        (2, "5.", "計画の構成"),
    ]
    assert sections[5].section == ("第1章 計画策定にあたって", "5. 計画の構成")
    assert plans.quote("oyama-3", sections[5].spans[0]) == "5. 計画の構成"
    assert all(section.page is None for section in sections)


def test_glossary_marks_are_out_of_the_text_and_in_the_quote(plans: KnowledgeBase) -> None:
    for paragraph in plans.records("oyama-3", Paragraph):
        assert "(*)" not in paragraph.text
        assert "\\" not in paragraph.text
        assert "<" not in paragraph.text
    mentioned = next(p for p in plans.records("oyama-3", Paragraph) if "RPA" in p.text)
    assert "AI技術やRPA技術など" in mentioned.text
    assert "RPA<sup>(\\*)</sup>技術" in plans.quote("oyama-3", mentioned.spans[0])
    changing = next(p for p in plans.records("oyama-3", Paragraph) if "DX:" in p.text)
    assert "(DX: Digital Transformation)がスピード感" in changing.text


def test_paragraphs(plans: KnowledgeBase) -> None:
    prose = [p for p in plans.records("oyama-3", Paragraph) if p.role is ParagraphRole.PROSE]
    assert [p.section[-1][0] for p in prose] == list("111222334455")
    assert all(p.text.endswith(("。", "。)")) for p in prose)


def test_captions_are_all_that_is_held_of_the_figures(plans: KnowledgeBase) -> None:
    notes = [p for p in plans.records("oyama-3", Paragraph) if p.role is ParagraphRole.NOTE]
    assert [plans.quote("oyama-3", p.spans[0]) for p in notes] == [
        "図1-1. 全体計画との位置づけ",
        "図1-2. 計画の対象期間",
        "図1-3. 本計画の各章の関係性と概要",
    ]


def test_lists_inside_sentences(plans: KnowledgeBase) -> None:
    found = plans.records("oyama-3", Enumeration)
    assert [(e.title, [item.text for item in e.items]) for e in found] == [
        ("基本理念", ["ひと・行政を創る", "まちを創る", "暮らしを創る"]),
        (
            "観点",
            ["市民が求めているもの", "重要と捉えているもの", "将来の情報化施策に期待するもの"],
        ),
    ]
    for enumeration in found:
        for item in enumeration.items:
            assert plans.quote("oyama-3", item.span) == item.text
    assert plans.quote("oyama-3", found[1].spans[0]).endswith("”という観点")


@pytest.mark.parametrize(
    "sentence",
    [
        "柱である「あ」、「い」などを進めます。",
        "「あ」、「い」を進めます。",
        "柱である「あ」を進めます。",
        "「あ」や「い」といった声がありました。",
    ],
)
def test_a_row_that_is_not_a_complete_named_list(plans: KnowledgeBase, sentence: str) -> None:
    source = SourceText(Path("mihon-1.txt"), f"# 題\n\n{sentence}\n", "")
    reading = read(source, plans.plan("oyama-3"), MarkdownLayout())
    assert not [r for r in reading.records if isinstance(r, Enumeration)]


def test_markdown_without_a_heading_is_refused(plans: KnowledgeBase) -> None:
    source = SourceText(Path("mihon-1.txt"), "ただの文です。\n", "")
    with pytest.raises(SourceError, match=r"mihon-1\.txt:1"):
        read(source, plans.plan("oyama-3"), MarkdownLayout())
