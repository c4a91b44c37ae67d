"""The accessibility statement and what is kept: in every language, from every footer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement

from service.counter import Counter
from service.http import create_app
from service.http.pages.preferences import Language
from service.http.pages.wording import wording
from service.settings import Settings

Parse = Callable[..., HtmlElement]


@pytest.mark.meets("U-23")
@pytest.mark.parametrize("path", ["/accessibility", "/privacy"])
def test_each_has_landmarks_one_h1_and_a_title_of_its_own(
    client: TestClient, page_of: Parse, path: str
) -> None:
    page = page_of(client.get(path))
    for landmark in ("//header", "//main", "//footer", "//h1"):
        assert len(page.xpath(landmark)) == 1
    assert page.xpath("//title")[0].text.startswith(page.xpath("//h1")[0].text_content())


@pytest.mark.meets("U-18")
@pytest.mark.parametrize("language", list(Language))
def test_each_speaks_every_language(client: TestClient, page_of: Parse, language: Language) -> None:
    fresh = TestClient(client.app)
    texts = wording(language)
    fresh.get(f"/privacy?lang={language}&furigana=off")
    for path in ("accessibility", "privacy"):
        page = page_of(fresh.get(f"/{path}"))
        assert page.get("lang") == language.tag
        assert page.xpath("//h1")[0].text_content() == texts.text(f"about.{path}")


def test_every_footer_of_the_web_leads_there(client: TestClient, page_of: Parse) -> None:
    for path in ("/", "/toride", "/sources", "/sources/oyama-3", "/privacy", "/components"):
        links = page_of(client.get(path)).xpath("//footer//a/@href")
        assert links[-2:] == ["/accessibility", "/privacy"]


def test_it_tells_what_the_settings_make_true(
    settings: Settings, counter: Counter, page_of: Parse
) -> None:
    other = Settings.model_validate(
        settings.model_dump()
        | {
            "conversation_hours": 3,
            "retention_days": 7,
            "kiosk_conversation_minutes": 4,
            "llm_url": "http://127.0.0.1:9/v1",
        }
    )
    with TestClient(create_app(settings, counter)) as client:
        text = page_of(client.get("/privacy")).text_content()
        assert "24時間" in text
        assert "職員が見られるのは、最後のご質問から30日間です" in text
        assert "最後のご質問から15分で消えます" in text
        assert "外のサービスには送りません" in text
    with TestClient(create_app(other, counter)) as client:
        text = page_of(client.get("/privacy")).text_content()
        assert "最後のご質問から3時間" in text
        assert "最後のご質問から7日間" in text
        assert "最後のご質問から4分" in text
        assert "言語モデル" in text


def test_it_claims_no_more_than_was_tested(client: TestClient, page_of: Parse) -> None:
    text = page_of(client.get("/accessibility")).text_content()
    assert "目標" in text
    assert "まだ行っていません" in text
