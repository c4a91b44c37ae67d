"""What was asked before figures are looked at, and the tables that show them."""

from __future__ import annotations

from lxml import html

ANSWERED, UNANSWERED = "計画の期間はいつからいつまでですか。", "宇宙船の駐車場はありますか。"


def table(document: html.HtmlElement, name: str) -> list[list[str]]:
    (found,) = document.xpath(f"//table[caption[@id='table-{name}']]")
    return [[cell.text_content() for cell in row.xpath("th|td")] for row in found.xpath(".//tr")]
