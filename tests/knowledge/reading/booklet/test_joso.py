"""常総: the cover, the mayor's greeting, and every entry of the table of contents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from knowledge.errors import SourceError
from knowledge.knowledgebase import KnowledgeBase
from knowledge.reading.booklet import BookletLayout, read
from knowledge.reading.booklet.contents import contents_lines
from knowledge.records import ContentsEntry, Paragraph, ParagraphRole
from knowledge.source import SourceText


@pytest.fixture
def entries(plans: KnowledgeBase) -> tuple[ContentsEntry, ...]:
    return plans.records("joso-3", ContentsEntry)


def test_every_line_after_the_heading_is_an_entry(
    plans: KnowledgeBase, entries: tuple[ContentsEntry, ...]
) -> None:
    text = plans.sources["joso-3"].text
    printed = [line for line in text[text.index("目 次") :].splitlines()[1:] if line.strip()]
    assert len(entries) == len(printed) == 64
    for entry, line in zip(entries, printed, strict=True):
        assert plans.quote("joso-3", entry.spans[0]) == " ".join(line.split())
        assert entry.target_page == int(re.findall(r"\d+", line)[-1])
        assert "".join(entry.title.split()) in "".join(line.split())
    assert plans.readings["joso-3"].unresolved == ()


def test_chapters_and_their_pages(entries: tuple[ContentsEntry, ...]) -> None:
    chapters = [(e.number, e.title, e.target_page) for e in entries if e.level == 1]
    assert chapters == [
        ("第1章", "地域情報化計画の概要", 1),
        ("第2章", "市の情報化の取組", 3),
        ("第3章", "国・県の情報化の取組", 12),
        ("第4章", "情報化に関するアンケート・ヒアリング調査", 20),
        ("第5章", "情報化施策の展開", 36),
        ("第6章", "推進体制", 76),
    ]
    assert sorted(e.target_page for e in entries) == [e.target_page for e in entries]


@pytest.mark.parametrize(
    ("local", "title", "level", "page"),
    [
        ("第2章2", "市が現在行っている電子的な行政サービス", 2, 6),
        ("第2章3(1)", "統合型GISの構築", 3, 8),
        ("第2章4(4)", "6次産業化への先進技術活用", 3, 11),
        ("第3章1(3)", "マイナンバーカードの普及と活用の推進", 3, 15),
        ("第4章1(1)", "調査方法", 3, 20),
        ("第4章2(1)", "調査方法", 3, 32),
        ("第5章3(1)", "施策方針その1「市民と一緒に進めるたのしい情報化」", 3, 43),
        ("第6章2", "職員研修", 2, 77),
    ],
)
def test_an_entry(plans: KnowledgeBase, local: str, title: str, level: int, page: int) -> None:
    entry = plans.record(f"joso-3/contents/{local}")
    assert isinstance(entry, ContentsEntry)
    assert (entry.title, entry.level, entry.target_page) == (title, level, page)
    assert entry.page is None


def test_the_path_of_an_entry_tells_which_survey_it_is(plans: KnowledgeBase) -> None:
    assert plans.record("joso-3/contents/第4章2(1)").section == (
        "目次",
        "第4章 情報化に関するアンケート・ヒアリング調査",
        "2 企業アンケート",
        "(1) 調査方法",
    )


def test_the_cover_tells_title_period_publisher_and_date(plans: KnowledgeBase) -> None:
    cover = plans.record("joso-3/paragraph/表紙")
    assert isinstance(cover, Paragraph)
    assert cover.text.splitlines() == [
        "第3次常総市地域情報化計画",
        "(2019年度～2023年度)",
        "常総市",
        "2019年3月",
    ]


def test_the_mayor_signs_the_greeting(plans: KnowledgeBase) -> None:
    signature = plans.record("joso-3/paragraph/ごあいさつ-署名")
    assert plans.quote("joso-3", signature.spans[0]) == "2019年3月 常総市長 神達岳志"
    assert isinstance(signature, Paragraph)
    assert signature.text == "2019年3月\n常総市長 神達岳志"


def test_the_greeting_in_paragraphs(plans: KnowledgeBase) -> None:
    greeting = [
        p
        for p in plans.records("joso-3", Paragraph)
        if p.section == ("ごあいさつ",) and p.role is ParagraphRole.PROSE
    ]
    assert len(greeting) == 6
    assert all(p.text.endswith("。") for p in greeting)
    slip = next(p for p in greeting if "人口知能" in p.text)
    assert "ＡＩ（人口知能）" in plans.quote("joso-3", slip.spans[0])
    assert "AI（人口知能）" in slip.text


def source(text: str) -> SourceText:
    return SourceText(Path("mihon-1.txt"), text, "")


def test_an_entry_without_a_page_is_unresolved(plans: KnowledgeBase) -> None:
    text = "目次\n第1章 あ 1\n1 い\n2 う 5\n3 え 4\n"
    reading = read(source(text), plans.plan("joso-3"), BookletLayout())
    assert [item.what for item in reading.unresolved] == [
        "no page stands after '1 い'",
        "page 4 of '3 え' is before page 5 above it",
    ]
    assert [r.title for r in reading.records if isinstance(r, ContentsEntry)] == ["あ", "う", "え"]


@pytest.mark.parametrize(
    ("text", "said"), [("第1章 あ 1\n", "no line reads '目次'"), ("目次\n第1章 あ\n", "no entry")]
)
def test_without_contents_the_source_is_refused(plans: KnowledgeBase, text: str, said: str) -> None:
    with pytest.raises(SourceError, match=said) as raised:
        read(source(text), plans.plan("joso-3"), BookletLayout())
    assert "mihon-1.txt:1" in str(raised.value)


@pytest.mark.parametrize(
    "line",
    ["1 目的\t3", "1 目的 3", "1 目的.....3", "1 目的..... 3", "1 目的……３", "1 目的 ・・・ ３"],
)
def test_what_may_stand_before_a_page(line: str) -> None:
    (found,) = contents_lines(source(line).lines, BookletLayout())
    assert (found.text, found.page) == ("1 目的", 3)


def test_a_page_alone_on_its_line_belongs_to_the_entry_above() -> None:
    (found,) = contents_lines(source("1 目的\n\n12\n").lines, BookletLayout())
    assert (found.text, found.page, len(found.lines)) == ("1 目的", 12, 2)
