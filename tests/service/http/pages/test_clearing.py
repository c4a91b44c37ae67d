"""Deleting a conversation: asked once, then gone from the page, the browser and the store."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement

Parse = Callable[..., HtmlElement]
Text = Callable[[HtmlElement, str], str]
QUESTION = {"question": "コンビニ交付はいつから始まりましたか。"}


@pytest.mark.meets("U-28")
@pytest.mark.parametrize("path", ["/", "/toride"])
def test_it_asks_once_and_deletes_on_the_server_too(
    visitor: TestClient, page_of: Parse, text_of: Text, path: str
) -> None:
    empty = page_of(visitor.get(path))
    (way,) = empty.xpath("//a[@class='composer__clear']/@href")
    visitor.post(path, data=QUESTION)
    (held,) = visitor.cookies.values()
    conversations = visitor.app.state.parts.conversations  # type: ignore[attr-defined]
    assert conversations.history(held, None)
    asks = page_of(visitor.get(way))
    assert conversations.history(held, None)
    (form,) = asks.xpath("//form[@class='clear']")
    assert asks.xpath("//form[@class='clear']//a/@href") == [path]
    page = page_of(visitor.post(form.get("action")))
    assert not conversations.history(held, None)
    assert not visitor.cookies
    assert "消しました" in text_of(page, "//*[@role='status']")
    assert not page.xpath("//li[@data-status]")


def test_a_conversation_known_by_two_names_is_forgotten_under_both(visitor: TestClient) -> None:
    visitor.post("/", data=QUESTION)
    visitor.post("/toride", data=QUESTION)
    assert len(visitor.cookies) == 2
    visitor.post("/toride/clear")
    assert not visitor.cookies


def test_the_conversation_of_another_city_stays(visitor: TestClient) -> None:
    visitor.post("/oyama", data=QUESTION)
    visitor.post("/toride", data=QUESTION)
    visitor.post("/toride/clear")
    assert len(visitor.cookies) == 1


def test_a_store_that_fails_is_told(visitor: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from knowledge.errors import StoreError  # noqa: PLC0415

    visitor.post("/toride", data=QUESTION)
    conversations = visitor.app.state.parts.conversations  # type: ignore[attr-defined]

    def fail(conversation_id: str) -> None:
        raise StoreError("locked")

    monkeypatch.setattr(conversations, "forget", fail)
    response = visitor.post("/toride/clear", headers={"Accept": "text/html"})
    assert response.status_code == 503
    assert visitor.cookies  # what is not deleted must stay within reach
