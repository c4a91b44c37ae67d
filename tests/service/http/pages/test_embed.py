"""The chat in a frame: no cookie, nothing but its own pages inside, framed by listed sites only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement

from service.counter import Counter
from service.http import create_app
from service.http.pages.place import CONVERSATION_HEADER
from service.http.pages.preferences import Language
from service.http.pages.wording import wording
from service.settings import Settings

Parse = Callable[..., HtmlElement]
HOST = "https://www.city.toride.example"
OTHER = "https://www.elsewhere.example"
QUESTION = "コンビニ交付はいつから始まりましたか。"
FOLLOW_UP = "担当はどこですか。"
VALUES = {"city": "toride", "plan_id": "oyama-3"}


@pytest.fixture(scope="module")
def embedding(settings: Settings, counter: Counter) -> Iterator[TestClient]:
    """The service with one site that may embed it."""
    listed = settings.model_copy(update={"embed_origins": f"{HOST},https://intra.example:8443"})
    with TestClient(create_app(listed, counter), raise_server_exceptions=False) as client:
        yield client


def _questions(page: HtmlElement) -> list[str]:
    return [node.text_content() for node in page.xpath("//p[contains(@class, 'turn__question')]")]


@pytest.mark.meets("E-05", "E-06")
def test_listed_sites_frame_the_embedded_chat_and_nobody_anything_else(
    embedding: TestClient, client: TestClient
) -> None:
    paths = embedding.get("/openapi.json").json()["paths"]
    operations = [(method, path) for path, methods in paths.items() for method in methods]
    operations += [("get", one) for one in ("/static/css/tokens.css", "/a/b", "/embed/edo/x")]
    operations += [("put", "/embed/toride"), ("get", "/embedded"), ("get", "/openapi.json")]
    assert ("post", "/embed/{city}/clear") in operations
    for method, template in operations:
        path = re.sub(r"\{(\w+)\}", lambda found: VALUES.get(found[1], "x"), template)
        embedded = path == "/embed" or path.startswith("/embed/")
        for service, sites in ((embedding, f"{HOST} https://intra.example:8443"), (client, "")):
            headers = service.request(method, path, follow_redirects=False).headers
            policy = dict(
                part.split(" ", 1) for part in headers["content-security-policy"].split("; ")
            )
            framed_by = sites if embedded and sites else "'none'"
            assert policy.pop("frame-ancestors") == framed_by, (method, path)
            assert policy.pop("default-src") == "'none'"
            assert policy.pop("base-uri") == "'none'"
            assert set(policy.values()) == {"'self'"}
            assert "x-frame-options" not in headers


@pytest.mark.meets("E-02", "U-18", "U-23")
@pytest.mark.parametrize("lang", list(Language))
def test_the_page_speaks_the_language_of_its_address(
    embedding: TestClient, page_of: Parse, lang: Language
) -> None:
    page = page_of(embedding.get("/embed/toride", params={"lang": lang.value, "host": HOST}))
    assert page.get("lang") == lang.tag
    assert len(page.xpath("//h1")) == 1
    close = page.get_element_by_id("close")
    assert wording(lang).texts["embed.close"][:2] in close.text_content()
    assert close.get("hidden") is not None  # no use to it until the script hears a page round it


@pytest.mark.meets("E-07", "U-28")
def test_a_conversation_goes_on_without_a_cookie_and_is_deleted(
    embedding: TestClient, page_of: Parse
) -> None:
    address = f"/embed/toride?lang=en&host={HOST}"
    first = embedding.post(address, data={"question": QUESTION})
    page = page_of(first)
    held = {"conversation_id": page.xpath("//form[@id='composer']/input/@value")[0]}
    assert first.headers[CONVERSATION_HEADER] == held["conversation_id"]
    page = page_of(embedding.post(address, data={"question": FOLLOW_UP, **held}))
    assert _questions(page) == [QUESTION, FOLLOW_UP]
    assert page.xpath("//li[@data-status='answered']//text()[contains(., '納税課')]")
    header = {CONVERSATION_HEADER: held["conversation_id"], "Madoguchi-Fragment": "turn"}
    turn = embedding.post(address, data={"question": FOLLOW_UP}, headers=header)
    assert turn.headers[CONVERSATION_HEADER] == held["conversation_id"]
    # What a link inside the frame becomes: the id goes in a form, never in an address.
    page = page_of(embedding.post("/embed/toride?lang=ja-easy", data=held))
    assert len(_questions(page)) == 3
    asking = page_of(embedding.post("/embed/toride/clear", data=held))
    assert asking.xpath("//form[@class='clear']/input/@value") == [held["conversation_id"]]
    assert len(_questions(page_of(embedding.post(address, data=held)))) == 3
    cleared = embedding.post("/embed/toride/clear", data={**held, "sure": "true"})
    assert cleared.request.method == "GET"
    assert page_of(cleared).xpath("//*[@role='status']")
    assert not _questions(page_of(embedding.post(address, data=held)))
    assert not embedding.cookies


def test_an_empty_question_is_told_and_a_vote_is_thanked(
    embedding: TestClient, page_of: Parse
) -> None:
    empty = embedding.post("/embed/toride", data={"question": ""})
    assert empty.status_code == 422
    page = page_of(embedding.post("/embed", data={"question": QUESTION, "city": "toride"}))
    assert page.xpath("//select/option[@selected]/@value") == ["toride"]
    (form,) = page.xpath("//form[@data-vote]")
    assert form.action.startswith("/embed/feedback?city=toride")
    thanked = embedding.post(form.action, data={**dict(form.fields), "helpful": "true"})
    assert page_of(thanked).xpath("//*[@class='vote__thanks']")
    assert _questions(page_of(thanked)) == [QUESTION]


@pytest.mark.meets("U-24")
def test_other_pages_open_in_a_tab_and_say_so(embedding: TestClient, page_of: Parse) -> None:
    told = wording(Language.ENGLISH).texts["embed.new_tab"]
    address = f"/embed/toride?lang=en&host={HOST}"
    pages = [
        embedding.get(address),
        embedding.post(address, data={"question": QUESTION}),
        embedding.get(f"/embed/edo?lang=en&host={HOST}", headers={"Accept": "text/html"}),
    ]
    outside = 0
    for page in map(page_of, pages):
        for link in page.xpath("//a[@href]"):
            parts = urlsplit(link.get("href"))
            query = parse_qs(parts.query)
            assert not parts.netloc
            if parts.path.startswith("/embed") or not parts.path:
                assert link.get("target") is None
                assert not parts.path or query["host"] == [HOST]
            else:
                outside += 1
                assert (link.get("target"), link.get("rel")) == ("_blank", "noopener")
                assert told in link.text_content()
                assert query.get("lang") == ["en"]
                assert "host" not in query
    assert outside >= 5


@pytest.mark.meets("E-04")
@pytest.mark.parametrize("host", [OTHER, f"{HOST}.evil.example", f"{HOST}/", "*", "null", ""])
def test_only_a_listed_page_is_spoken_to(embedding: TestClient, page_of: Parse, host: str) -> None:
    page = page_of(embedding.get("/embed/toride", params={"host": host}))
    assert page.xpath("//@data-host") == [""]
    assert not page.xpath("//a[contains(@href, 'host=')]")
    known = page_of(embedding.get("/embed/toride", params={"host": HOST}))
    assert known.xpath("//@data-host") == [HOST]
