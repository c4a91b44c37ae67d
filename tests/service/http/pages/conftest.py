"""What tests of pages look for in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml.html import HtmlElement

One = Callable[[HtmlElement, str], HtmlElement]
Text = Callable[[HtmlElement, str], str]


@pytest.fixture(scope="session")
def one_of() -> One:
    """The one element that an XPath finds."""

    def one(page: HtmlElement, xpath: str) -> HtmlElement:
        found = page.xpath(xpath)
        assert len(found) == 1, (xpath, found)
        return found[0]

    return one


@pytest.fixture(scope="session")
def text_of() -> Text:
    """The text of all elements that an XPath finds, white space collapsed."""

    def text(page: HtmlElement, xpath: str) -> str:
        return " ".join(" ".join(" ".join(node.itertext()) for node in page.xpath(xpath)).split())

    return text
