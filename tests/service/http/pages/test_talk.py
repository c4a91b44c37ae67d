"""A conversation over pages: asked, shown again, carried on; with a store and without."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement, fromstring

from service.counter import Counter
from service.http import create_app
from service.http.pages.place import CONVERSATION_HEADER
from service.settings import Settings

Parse = Callable[..., HtmlElement]
Text = Callable[[HtmlElement, str], str]
QUESTION = "コンビニ交付はいつから始まりましたか。"
NEXT = "計画の期間はいつまでですか。"
COOKIE = "madoguchi-conversation-web-toride"
FRAGMENT = {"Accept": "text/html", "Madoguchi-Fragment": "turn"}
# Also without its hyphen; four digits alone stand in hexadecimal ids by chance.
NUMBER = re.compile("1234-?5678")


def _questions(page: HtmlElement) -> list[str]:
    return [node.text_content() for node in page.xpath("//p[contains(@class, 'turn__question')]")]


def test_asking_leads_back_to_the_page_whose_log_goes_on(
    visitor: TestClient, page_of: Parse
) -> None:
    response = visitor.post("/toride", data={"question": QUESTION}, follow_redirects=False)
    assert response.status_code == 303
    path, _, anchor = response.headers["location"].partition("#")
    assert path == "/toride"
    cookie = response.headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Max-Age" not in cookie
    assert "expires" not in cookie.lower()
    page = page_of(visitor.post("/toride", data={"question": NEXT}))
    assert _questions(page) == [QUESTION, NEXT]
    assert page.xpath(f"//li[@id='{anchor}']")
    assert len(page.xpath("//li//form[@class='choices']")) <= 1  # only the newest offers more
    assert _questions(page_of(visitor.get("/toride"))) == [QUESTION, NEXT]
    assert not _questions(page_of(visitor.get("/oyama")))


def test_behind_https_the_cookie_stays_there(client: TestClient) -> None:
    secure = TestClient(client.app, base_url="https://testserver")
    response = secure.post("/toride", data={"question": QUESTION}, follow_redirects=False)
    assert "Secure" in response.headers["set-cookie"]


def test_a_conversation_goes_along_to_the_city_that_was_chosen(
    visitor: TestClient, page_of: Parse
) -> None:
    visitor.post("/", data={"question": NEXT})
    page = page_of(visitor.post("/toride", data={"question": NEXT}))
    assert _questions(page) == [NEXT, NEXT]
    assert not _questions(page_of(visitor.get("/joso")))


def test_a_city_chosen_in_the_form_stays_chosen(visitor: TestClient, page_of: Parse) -> None:
    page = page_of(visitor.post("/", data={"question": QUESTION, "city": "oyama"}))
    assert page.xpath("//select/option[@selected]/@value") == ["oyama"]
    assert _questions(page) == [QUESTION]
    assert page_of(visitor.get("/?city=edo")).xpath("//select/option[@selected]") == []


@pytest.mark.meets("U-27")
def test_personal_data_is_neither_shown_nor_kept(visitor: TestClient, page_of: Parse) -> None:
    response = visitor.post("/oyama", data={"question": "私の電話番号は090-1234-5678です。"})
    assert not NUMBER.search(response.text)
    assert "表示も保存もしていません" in _questions(page_of(response))[0]
    part = visitor.post("/oyama", data={"question": "090-1234-5678が番号です"}, headers=FRAGMENT)
    assert not NUMBER.search(part.text)
    assert not NUMBER.search(visitor.get("/oyama").text)


def test_the_page_language_is_that_of_the_answer(visitor: TestClient, page_of: Parse) -> None:
    visitor.get("/toride?lang=en")
    page = page_of(visitor.post("/toride", data={"question": "今日の天気を教えてください。"}))
    assert page.xpath("//li/@data-lang") == ["en"]
    visitor.get("/toride?lang=ja")
    page = page_of(visitor.post("/toride", data={"question": "What is the weather today?"}))
    assert page.xpath("//li/@data-lang") == ["en", "en"]  # on a Japanese page, the question's own


def test_the_script_gets_the_turn_alone(visitor: TestClient, page_of: Parse) -> None:
    response = visitor.post("/toride", data={"question": QUESTION}, headers=FRAGMENT)
    assert response.status_code == 200
    turn = fromstring(response.text)
    assert turn.tag == "li"
    assert response.headers[CONVERSATION_HEADER] == response.cookies[COOKIE]
    page = page_of(visitor.get("/toride"))
    assert [li.get("id") for li in page.xpath("//ol[@id='log']/li")] == [turn.get("id")]


@pytest.mark.parametrize(
    ("data", "path", "status"),
    [({"question": ""}, "/toride", 422), ({"question": NEXT, "city": "edo"}, "/", 422)],
)
def test_the_script_gets_an_error_alone(
    visitor: TestClient, data: dict[str, str], path: str, status: int
) -> None:
    response = visitor.post(path, data=data, headers=FRAGMENT)
    assert response.status_code == status
    error = fromstring(response.text)
    assert error.get("id") == "error"
    assert error.text_content().startswith("エラー：")


def test_without_a_store_the_answer_is_on_the_page_at_once(
    settings: Settings, counter: Counter, page_of: Parse, tmp_path: Path
) -> None:
    lost = settings.model_copy(update={"database_url": f"sqlite:///{tmp_path}/none/of/these.db"})
    (tmp_path / "none").write_text("no folder")
    with TestClient(create_app(lost, counter)) as client:
        response = client.post("/toride", data={"question": QUESTION}, follow_redirects=False)
        assert response.status_code == 200
        page = page_of(response)
        assert _questions(page) == [QUESTION]
        assert page.xpath("//li[@data-status='answered']")
        assert not page.xpath("//form[@data-vote]")  # nobody could keep the vote


class Slow:
    """The counter, with a gate before each answer."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.gate = threading.Event()

    def follow(self, question: Any) -> Any:
        assert self.gate.wait(30)
        return self.counter.follow(question)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.counter, name)


@pytest.fixture
def slow(settings: Settings, counter: Counter) -> Iterator[tuple[Slow, TestClient]]:
    impatient = settings.model_copy(update={"pending_after_s": 0.01})
    gated = Slow(counter)
    with TestClient(create_app(impatient, gated)) as client:  # type: ignore[arg-type]
        yield gated, client
        gated.gate.set()


@pytest.mark.meets("U-17")
def test_a_question_whose_answer_takes_long_is_shown_as_waiting(
    slow: tuple[Slow, TestClient], page_of: Parse, text_of: Text
) -> None:
    gated, client = slow
    page = page_of(client.post("/toride", data={"question": QUESTION}))
    assert _questions(page) == [QUESTION]
    assert page.findtext(".//title").startswith("お待ちください：")
    (again,) = page.xpath("//li[@id='waiting']//a[@class='button']/@href")
    assert QUESTION not in again
    assert _questions(page_of(client.get(again))) == [QUESTION]
    gated.gate.set()
    pending = next(iter(client.app.state.parts.waiting_room._pending.values()))  # type: ignore[attr-defined]
    while not pending.task.done():
        client.get("/healthz")
    page = page_of(client.get(again))
    assert page.xpath("//li[@data-status='answered']")
    assert not page.xpath("//li[@id='waiting']")
    assert page_of(client.get("/toride")).xpath("//li[@data-status='answered']")
    assert client.get(again).url.path == "/toride"  # a ticket used up leads to the page


@pytest.mark.meets("U-28")
def test_an_awaited_answer_is_deleted_with_its_conversation(
    slow: tuple[Slow, TestClient], page_of: Parse
) -> None:
    gated, client = slow
    page = page_of(client.post("/toride", data={"question": QUESTION}))
    (clear,) = page.xpath("//li[@id='waiting']//a[@class='composer__clear']/@href")
    form = page_of(client.get(clear)).xpath("//form[@class='clear']")[0]
    gated.gate.set()
    page = page_of(client.post(form.get("action"), data=dict(form.form_values())))
    assert not _questions(page)
    assert not client.app.state.parts.waiting_room._pending  # type: ignore[attr-defined]


def test_a_busy_moment_loses_no_question(
    settings: Settings, counter: Counter, page_of: Parse
) -> None:
    full = settings.model_copy(update={"waiting_max": 0, "answers_at_once": 1})
    with TestClient(create_app(full, counter)) as client:
        client.app.state.parts.desk._in_line = 1  # type: ignore[attr-defined]
        response = client.post("/toride", data={"question": QUESTION})
        assert response.status_code == 503
        assert response.headers["Retry-After"]
        page = page_of(response)
        assert page.xpath("//textarea[@id='question']")[0].text == QUESTION
        assert page.xpath("//*[@id='error']")


def test_a_frame_without_cookies_names_its_conversation_itself(
    visitor: TestClient, page_of: Parse
) -> None:
    """What the embedded surface builds on, held here by a place of its own."""
    from service.http.pages.frame import Surface  # noqa: PLC0415
    from service.http.pages.place import place_of  # noqa: PLC0415

    place = place_of(visitor.app.state.parts, Surface.EMBED, "toride")  # type: ignore[attr-defined]
    assert place.address == "/embed/toride"
    assert not place.has_cookies
    assert replace(place, surface=Surface.KIOSK).has_cookies
