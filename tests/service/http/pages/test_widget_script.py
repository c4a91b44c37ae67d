"""`/widget.js`: small, without words of its own, and told which sites may show the frame."""

from __future__ import annotations

import json
import re

import pytest
from fastapi.testclient import TestClient

from service.http.pages.preferences import Language
from service.http.pages.widget_script import FOLDER, script
from service.http.pages.wording import wording
from service.http.static_files import STATIC_FOLDER

SITES = ("https://www.city.toride.example", "https://www.city.joso.example")
BYTES_MAX = 5 * 1024


@pytest.mark.meets("E-01")
def test_it_is_at_most_five_kilobytes() -> None:
    served = script(SITES)
    assert len(served.encode()) <= BYTES_MAX
    assert not re.search(r"^\s|^//|/\*", served, flags=re.MULTILINE)


def test_any_page_may_load_it_and_none_keeps_it_long(client: TestClient) -> None:
    response = client.get("/widget.js")
    assert response.headers["content-type"].startswith("text/javascript")
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"
    assert response.headers["cache-control"] == "public, max-age=3600"
    assert '"sites":[]' in response.text
    assert "cross-origin-resource-policy" not in client.get("/embed").headers


@pytest.mark.meets("U-19")
def test_its_words_come_from_the_wording() -> None:
    loader = (FOLDER / "loader.js").read_text(encoding="utf-8")
    assert not re.search(r"[ぁ-んァ-ヶ一-龥]", loader)
    given = json.loads(re.findall(r"^\}\)\((\{.*\})\);$", script(SITES), re.MULTILINE)[0])
    assert tuple(given["sites"]) == SITES
    assert given["words"] == [
        [language.value, wording(language).text("chat.title")] for language in Language
    ]


def test_its_colours_are_those_of_the_pages() -> None:
    tokens = (STATIC_FOLDER / "css" / "tokens.css").read_text(encoding="utf-8")
    style = (FOLDER / "launcher.css").read_text(encoding="utf-8")
    used = set(re.findall(r"#[0-9a-f]{6}\b", style))
    assert used
    assert used <= set(re.findall(r"#[0-9a-f]{6}\b", tokens))
