"""The kiosk as the server renders it: nothing kept, nothing in addresses, no way out."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from lxml.html import HtmlElement

from service.counter import Counter
from service.http import create_app
from service.http.pages.kiosk.keyboard import LAYOUTS, layouts_for
from service.http.pages.preferences import Language
from service.settings import Settings

PageOf = Callable[[Response], HtmlElement]
QUESTION = "コンビニ交付はいつから"


@pytest.fixture
def visitor(client: TestClient) -> TestClient:
    """One visit: cookies of its own."""
    return TestClient(client.app)


def asked(visitor: TestClient) -> Response:
    return visitor.post("/kiosk/toride", data={"question": QUESTION})


@pytest.mark.meets("K-04")
def test_nothing_is_kept_and_nothing_typed_stands_in_an_address(
    visitor: TestClient, page_of: PageOf
) -> None:
    answer = asked(visitor)
    assert answer.headers["cache-control"] == "no-store"
    assert not urlsplit(str(answer.url)).query
    set_cookie = answer.history[0].headers["set-cookie"]
    assert "HttpOnly" in set_cookie
    assert "Max-Age" not in set_cookie
    assert "expires" not in set_cookie.lower()
    for path in ("", "/topics", "/write", "/sources/toride-4"):
        response = visitor.get(f"/kiosk/toride{path}")
        assert response.headers["cache-control"] == "no-store", path
    page = page_of(visitor.get("/kiosk/toride/write"))
    field = page.get_element_by_id("question")
    assert (field.get("autocomplete"), field.get("spellcheck")) == ("off", "false")
    assert page.xpath("//form[@data-ask]/@method") == ["post"]


@pytest.mark.meets("K-03", "K-05")
def test_the_end_forgets_the_visit_here_and_in_the_store(
    visitor: TestClient, page_of: PageOf
) -> None:
    visitor.get("/kiosk/toride?size=large&lang=en")
    page = page_of(asked(visitor))
    message_id = page.xpath("//input[@name='message_id']/@value")[0]
    assert visitor.cookies
    ended = visitor.post("/kiosk/toride/end", follow_redirects=False)
    assert ended.status_code == 303
    assert ended.headers["location"] == "/kiosk/toride"
    assert not visitor.cookies
    assert visitor.post("/kiosk/toride/take", data={"message_id": message_id}).status_code == 404
    start = page_of(visitor.get("/kiosk/toride"))
    assert start.get("lang") == "ja"
    assert not start.find_class("turn")
    assert start.xpath("//@data-visit") == ["fresh"]


@pytest.mark.meets("K-06")
def test_plans_are_read_inside_and_lead_back(visitor: TestClient, page_of: PageOf) -> None:
    page = page_of(asked(visitor))
    links = page.xpath("//a[contains(@class, 'source__link')]/@href")
    assert links
    assert all(link.startswith("/kiosk/toride/sources/") for link in links)
    for path in (links[0], "/kiosk/toride/sources", "/kiosk/toride/sources/toride-4/measures"):
        inside = page_of(visitor.get(path))
        assert inside.get("data-surface") == "kiosk"
        out = [
            link
            for link in inside.xpath("//a/@href")
            if not link.startswith(("#", "/kiosk/toride", path.partition("?")[0]))
        ]
        assert not out
        assert inside.xpath("//a[@class='bar__start'][@href='/kiosk/toride']")


@pytest.mark.meets("K-07", "K-08")
@pytest.mark.parametrize("language", list(Language))
def test_the_start_screen_in_every_language(
    visitor: TestClient, page_of: PageOf, language: Language
) -> None:
    page = page_of(visitor.get(f"/kiosk/toride?lang={language}"))
    topics = page.xpath("//nav[@aria-labelledby='topics']/ul[1]//a")
    assert len(topics) >= 6
    tiles = page.find_class("tile")
    assert tiles.index(topics[0]) < tiles.index(page.find_class("tile--write")[0])
    names = [page.xpath(f"//button[@name='{name}']") for name in ("furigana", "size", "theme")]
    assert [len(buttons) for buttons in names] == [1, 3, 3]
    assert page.find_class("bar__staff")[0].text_content().strip()
    languages = page.find_class("top__languages")[0]
    assert len(languages.findall(".//a")) == len(Language)


def test_staff_are_called_as_the_operator_says(settings: Settings, counter: Counter) -> None:
    own = settings.model_copy(update={"kiosk_staff_call": "3番窓口へどうぞ。", "city": "toride"})
    with TestClient(create_app(own, counter)) as client:
        told = client.get("/kiosk")
        assert str(told.url).endswith("/kiosk/toride")
        assert "3番窓口へどうぞ。" in told.text


def test_who_sets_a_terminal_up_chooses_its_city(visitor: TestClient, page_of: PageOf) -> None:
    page = page_of(visitor.get("/kiosk"))
    cities = page.xpath("//main//a/@href")
    assert "/kiosk/otawara" in cities
    assert not page.xpath("//*[@data-end]")
    for path in ("/kiosk/nowhere", "/kiosk/toride/topics/nothing"):
        assert visitor.get(path).status_code == 404
    missing = visitor.get("/kiosk/toride/topics/nothing", headers={"Accept": "text/html"})
    assert page_of(missing).xpath("//form/@action[contains(., '/end')]") == ["/kiosk/toride/end"]


def test_what_must_be_mended_stands_where_it_was_typed(
    visitor: TestClient, page_of: PageOf
) -> None:
    response = visitor.post("/kiosk/toride", data={"question": "あ" * 301})
    assert response.status_code == 422
    page = page_of(response)
    field = page.get_element_by_id("question")
    assert field.text == "あ" * 301
    assert field.get("aria-invalid") == "true"
    assert "エラー" in page.get_element_by_id("trouble").text_content()


def test_a_vote_is_taken(visitor: TestClient, page_of: PageOf) -> None:
    page = page_of(asked(visitor))
    message_id = page.xpath("//form[@class='vote']//input[@name='message_id']/@value")[0]
    form = {"message_id": message_id, "helpful": "true"}
    voted = page_of(visitor.post("/kiosk/toride/feedback", data=form))
    assert voted.find_class("vote__thanks")


def test_the_worker_keeps_the_offline_page_alone(visitor: TestClient, page_of: PageOf) -> None:
    script = visitor.get("/kiosk/worker.js")
    assert script.headers["content-type"].startswith("text/javascript")
    assert '"/kiosk/offline"' in script.text
    page = page_of(visitor.get("/kiosk/offline"))
    assert [section.get("lang") for section in page.iter("section")] == [
        language.tag for language in Language
    ]
    for asset in page.xpath("//link/@href | //script/@src"):
        assert asset in script.text
        assert visitor.get(asset).status_code == 200


def test_keys_type_one_sign_each_and_rows_are_of_one_length() -> None:
    for layout in LAYOUTS:
        assert {len(row) for row in layout.rows} == {10}, layout.name
        typed = [key.text for row in layout.rows for key in row if key.text]
        assert len(typed) == len(set(typed))
        assert all(len(sign) == 1 for sign in typed)
    assert layouts_for(is_japanese=False)[0].name == "latin"
    assert set(layouts_for(is_japanese=False)) == set(LAYOUTS)
