from pathlib import Path

import pytest

from knowledge.errors import SourceError
from knowledge.reading.toride import TorideLayout
from knowledge.reading.toride.pages import page_number, printed_pages
from knowledge.records import Article, GlossaryTerm, Paragraph, Section
from knowledge.source import SourceText


def page_at(fourth, printed):
    pages = printed_pages(fourth.source, TorideLayout())
    (found,) = [
        page for page, line in zip(pages, fourth.source.lines, strict=True) if line.text == printed
    ]
    return found


def test_the_count_meets_the_numbers_the_plan_prints(fourth):
    assert page_at(fourth, "- 31 -") == 31
    assert page_at(fourth, "- 34 -") == 34


def test_records_bear_the_page_they_begin_on(fourth):
    pages = {section.id.rpartition("/")[2]: section.page for section in fourth.of(Section)}
    assert pages["第1章"] == 1
    assert pages["第2章"] == 3
    assert pages["第3章3(2)"] == 31
    assert pages["第3章3(3)目標4"] == 34
    assert pages["1-1"] == 37
    assert fourth.one("toride-4/schedule/4-3-3").page == 55


def test_the_appendix_has_pages_of_its_own(fourth):
    assert {record.page for record in fourth.of(Article)} == {None}
    assert {record.page for record in fourth.of(GlossaryTerm)} == {None}


def test_a_number_the_count_does_not_reach_is_a_fault(fourth):
    with pytest.raises(SourceError, match=r"toride-4\.txt:1393: .*'- 31 -'.* page 30 "):
        printed_pages(fourth.source, TorideLayout(first_page=0))


def test_fifth_plan_has_five_pages(fifth):
    assert [section.page for section in fifth.of(Section)] == [1, 1, 1, 2, 2, 3, 4, 5, 5, 5]


def test_page_numbers_are_recognised():
    assert page_number("資 1", TorideLayout())
    assert page_number("－ ３１ －", TorideLayout())
    assert not page_number("資料 1", TorideLayout())


def test_page_of_a_paragraph_that_goes_on_overleaf_is_its_first(fourth):
    (found,) = [
        p for p in fourth.of(Paragraph) if p.text.startswith("平成23年度に策定された前指針")
    ]
    assert found.page == 16
    assert found.text.endswith("平成24年3月23日に改定されました。")


def test_a_blank_first_line_opens_no_page_before_the_first():
    source = SourceText(Path("p.txt"), " 第１章 概要\n\n本文。\n", "0")
    assert printed_pages(source, TorideLayout()) == (1, 1)
