"""Answers that residents of 取手市 were given, for tests of the pages where staff see them."""

from __future__ import annotations

from httpx2 import Response
from lxml.html import HtmlElement, document_fromstring

from service.answering.turn import Question
from service.conversations import Reply
from service.http.parts import Parts

WHEN = "コンビニ交付はいつから"
UNTOLD = "火星への移住計画はいつからですか"
REFUSED = "私の名前は山田太郎です。計画期間は"


def told(
    parts: Parts, text: str = WHEN, before: Reply | None = None, city: str = "toride"
) -> Reply:
    """What the counter told a resident, kept as it is for every question."""
    held = before.conversation_id if before else None
    return parts.conversations.ask(
        parts.desk.counter, Question(text, city, channel="web", conversation_id=held)
    )


def page_of(response: Response, status: int = 200) -> HtmlElement:
    assert response.status_code == status, response.text
    return document_fromstring(response.text)


def text_of(page: HtmlElement) -> str:
    return " ".join(page.text_content().split())


def checked(page: HtmlElement) -> dict[str, str]:
    """Radio buttons that are chosen, by name."""
    return {
        one.get("name"): one.get("value") for one in page.xpath("//input[@checked][@type='radio']")
    }
