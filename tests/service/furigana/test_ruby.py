"""Pieces as HTML."""

from __future__ import annotations

import pytest
from lxml import html
from markupsafe import Markup

from knowledge.knowledgebase import KnowledgeBase
from service.furigana import Furigana, Piece, ruby


@pytest.mark.meets("R-01")
def test_one_ruby_with_brackets_for_each_word(furigana: Furigana) -> None:
    assert furigana.ruby_html("住民票の写し") == (
        "<ruby>住民票<rp>(</rp><rt>じゅうみんひょう</rt><rp>)</rp></ruby>の"
        "<ruby>写<rp>(</rp><rt>うつ</rt><rp>)</rp></ruby>し"
    )


def test_text_and_readings_are_escaped(furigana: Furigana) -> None:
    said = furigana.ruby_html("<b>市&\"'</b>")
    assert isinstance(said, Markup)
    assert said == (
        "&lt;b&gt;<ruby>市<rp>(</rp><rt>し</rt><rp>)</rp></ruby>&amp;&#34;&#39;&lt;/b&gt;"
    )
    assert ruby([Piece("<", ">")]) == "<ruby>&lt;<rp>(</rp><rt>&gt;</rt><rp>)</rp></ruby>"


@pytest.mark.meets("R-03")
def test_without_ruby_the_html_is_the_text(furigana: Furigana, knowledge: KnowledgeBase) -> None:
    for entry in knowledge.faq[::41]:
        page = html.fragment_fromstring(furigana.ruby_html(entry.answer), create_parent="p")
        for reading in page.xpath("//rt | //rp"):
            reading.drop_tree()
        assert page.text_content() == entry.answer
        assert all(ruby.text for ruby in page.iter("ruby"))


def test_the_same_text_is_read_once(furigana: Furigana) -> None:
    assert furigana.ruby_html("市役所の窓口") is furigana.ruby_html("市役所の窓口")
