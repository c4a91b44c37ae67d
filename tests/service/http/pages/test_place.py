"""Whose site a page belongs to."""

from __future__ import annotations

from collections.abc import Callable

from fastapi.testclient import TestClient
from lxml.html import HtmlElement

from service.counter import Counter
from service.http import create_app
from service.settings import Settings

Parse = Callable[..., HtmlElement]
Text = Callable[[HtmlElement, str], str]


def test_the_settings_city_makes_it_that_citys_site(
    settings: Settings, counter: Counter, page_of: Parse, text_of: Text
) -> None:
    own = settings.model_copy(update={"city": "oyama"})
    with TestClient(create_app(own, counter)) as client:
        page = page_of(client.get("/"))
        assert "小山市" in text_of(page, "//h1")
        assert not page.xpath("//select")
