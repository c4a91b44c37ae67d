"""An answer on a phone: its code, its page, and its end."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from lxml.html import HtmlElement
from pydantic import HttpUrl

from service.counter import Counter
from service.http import create_app
from service.http.pages.qr_code import qr_code
from service.settings import Settings

PageOf = Callable[[Response], HtmlElement]
QUESTION = "コンビニ交付はいつから"


def taken(visitor: TestClient, page_of: PageOf, lang: str = "ja") -> str:
    """The address that the code on the kiosk says."""
    visitor.get(f"/kiosk/toride?lang={lang}")
    page = page_of(visitor.post("/kiosk/toride", data={"question": QUESTION}))
    message_id = page.xpath("//form[contains(@action, '/take')]//input/@value")[0]
    code = visitor.post("/kiosk/toride/take", data={"message_id": message_id})
    page = page_of(code)
    (shown,) = page.xpath("//*[@data-address]")
    assert shown.find(".//svg") is not None
    address = str(shown.get("data-address"))
    assert address in page.find_class("code__address")[0].text_content()
    assert address in shown.get("aria-label")
    assert str(qr_code(address)) in code.text
    return address


@pytest.mark.parametrize("lang", ["ja", "en", "ja-easy"])
def test_the_phone_gets_the_answer_and_not_the_question(
    client: TestClient, page_of: PageOf, lang: str
) -> None:
    address = taken(TestClient(client.app), page_of, lang)
    phone = TestClient(client.app)
    response = phone.get(urlsplit(address).path)
    page = page_of(response)
    assert page.get("lang") == lang.partition("-")[0]
    assert page.find_class("answer")
    assert page.find_class("source__quote")
    assert QUESTION not in response.text
    links = page.xpath("//a[contains(@class, 'source__link')]/@href")
    assert all(link.startswith("/sources/") for link in links)
    assert page.find_class("contact")
    assert not phone.cookies


def test_an_address_that_is_over_or_never_was_says_so(client: TestClient, page_of: PageOf) -> None:
    for token in ("A" * 22, "short", "%00"):
        gone = client.get(f"/take/{token}")
        assert gone.status_code == 404
        assert page_of(gone).find_class("contact")


def test_the_code_belongs_to_the_visit(client: TestClient, page_of: PageOf) -> None:
    visitor = TestClient(client.app)
    token = urlsplit(taken(visitor, page_of)).path.rpartition("/")[2]
    shown = visitor.get(f"/kiosk/toride/take/{token}", follow_redirects=False)
    assert shown.status_code == 200
    visitor.post("/kiosk/toride/end")
    after = visitor.get(f"/kiosk/toride/take/{token}", follow_redirects=False)
    assert (after.status_code, after.headers["location"]) == (303, "/kiosk/toride")
    assert client.get(f"/take/{token}").status_code == 200


def test_phones_reach_the_service_where_the_operator_says(
    settings: Settings, counter: Counter, page_of: PageOf
) -> None:
    own = settings.model_copy(update={"public_url": HttpUrl("https://madoguchi.example.jp/")})
    with TestClient(create_app(own, counter)) as client:
        address = taken(client, page_of)
    assert address.startswith("https://madoguchi.example.jp/take/")
    assert QUESTION not in address
