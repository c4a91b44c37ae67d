"""What another site says its page is about: shown as text, looked up, never kept."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement

from service.http.pages.page_topic import CHARS_MAX, QUESTIONS_MAX, harmless

Parse = Callable[..., HtmlElement]
TITLE = "//h2[@id='page-topic']"
QUESTIONS = "//section[@class='page-topic']//button/@value"


@pytest.fixture
def topic_page(client: TestClient, page_of: Parse) -> Callable[..., HtmlElement]:
    def get(topic: str, path: str = "/embed/toride", lang: str = "ja") -> HtmlElement:
        return page_of(client.get(path, params={"topic": topic, "lang": lang}))

    return get


def test_what_the_page_says_is_shown_with_questions_about_it(
    topic_page: Callable[..., HtmlElement], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        page = topic_page("コンビニ交付")
    assert page.xpath(TITLE)[0].text_content() == "このページについて：コンビニ交付"
    questions = page.xpath(QUESTIONS)
    assert 1 <= len(questions) <= QUESTIONS_MAX
    assert "コンビニ交付" in questions[0]
    assert "コンビニ交付" not in caplog.text
    english = topic_page("コンビニ交付", lang="en").xpath(f"{TITLE}/span")[0]
    assert english.get("lang") == "ja"


def test_a_topic_of_ours_brings_its_own_questions(
    client: TestClient, topic_page: Callable[..., HtmlElement]
) -> None:
    topics = client.app.state.parts.topics.of_city("oyama").topics  # type: ignore[attr-defined]
    topic = topics[0]
    page = topic_page(topic.id, "/embed/oyama")
    assert topic.label in page.xpath(TITLE)[0].text_content()
    texts = [question.text for question in topic.questions]
    assert page.xpath(QUESTIONS) == texts[:QUESTIONS_MAX]
    anywhere = topic_page(topic.id, "/embed")
    assert anywhere.xpath(QUESTIONS) == texts[:QUESTIONS_MAX]
    assert all("/embed/oyama" in one for one in anywhere.xpath("//@formaction")[:1])
    assert not topic_page(topic.id, "/embed/toride").xpath(TITLE)


@pytest.mark.parametrize(
    "topic", ["", " ", "あ" * (CHARS_MAX + 1), "\u202e\u0000", "連絡先は090-1234-5678"]
)
def test_what_is_no_topic_is_passed_over(
    topic_page: Callable[..., HtmlElement], topic: str
) -> None:
    assert not topic_page(topic).xpath(TITLE)


def test_markup_is_text_and_marks_of_direction_are_gone(
    topic_page: Callable[..., HtmlElement],
) -> None:
    page = topic_page('"> 計画 & <i')
    assert page.xpath(TITLE)[0].text_content().endswith('"> 計画 & <i')
    assert not page.xpath("//i")
    assert not topic_page("<script>alert(1)</script>").xpath(TITLE)
    assert harmless("\u202eABC\u0007 \u3000ｄｅ") == "ABC de"
