"""Language, furigana, size and colours: from an address to a cookie, and from there to a page."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from lxml.html import document_fromstring

from service.http.pages.frame import PREFERENCE_COOKIE, Frame, Surface
from service.http.pages.preferences import Language, Preferences, TextSize, Theme


def test_what_is_chosen_survives_the_cookie() -> None:
    chosen = Preferences(Language.KOREAN, True, TextSize.LARGEST, Theme.CONTRAST)
    assert Preferences.of_cookie(chosen.cookie()) == chosen
    assert Preferences().cookie() == ""


@pytest.mark.parametrize("value", ["", "lang=xx", "lang", "%00", "size=huge&lang=<b>", "x" * 9999])
def test_a_strange_cookie_is_passed_over(value: str) -> None:
    assert Preferences.of_cookie(value) == Preferences()


def test_easy_japanese_has_furigana_unless_switched_off() -> None:
    assert Preferences(Language.EASY_JAPANESE).shows_furigana
    assert not Preferences(Language.EASY_JAPANESE, furigana=False).shows_furigana
    assert not Preferences().shows_furigana


def test_an_address_with_a_preference_leads_to_the_clean_page(client: TestClient) -> None:
    fresh = TestClient(client.app)
    response = fresh.get("/toride?lang=en&x=1", follow_redirects=False)
    assert response.status_code == 303
    assert response.headers["location"] == "/toride?x=1"
    cookie = response.headers["set-cookie"]
    assert cookie.startswith(f"{PREFERENCE_COOKIE}=")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Max-Age" not in cookie
    page = document_fromstring(fresh.get("/toride").text)
    assert page.get("lang") == "en"
    fresh.get("/toride?lang=ja")
    assert document_fromstring(fresh.get("/toride").text).get("lang") == "ja"
    assert not fresh.cookies.get(PREFERENCE_COOKIE)


def test_the_redirect_stays_on_the_site(client: TestClient) -> None:
    response = TestClient(client.app).get("//elsewhere.example/x?lang=en", follow_redirects=False)
    assert not response.headers.get("location", "/").startswith("//")


def test_programs_and_frames_are_not_redirected(client: TestClient) -> None:
    for path in ("/api/plans?lang=en", "/static/icon.svg?theme=dark"):
        assert client.get(path, follow_redirects=False).status_code == 200


def test_in_a_frame_preferences_travel_in_addresses() -> None:
    chosen = Preferences(Language.ENGLISH, size=TextSize.LARGE)
    frame = Frame(Surface.EMBED, chosen, None, "/embed/toride")
    assert frame.here == "/embed/toride?lang=en&size=large"
    assert frame.url("/sources/x?from=1#cited") == "/sources/x?from=1&lang=en&size=large#cited"
    assert frame.changed_url(lang="ko") == "/embed/toride?lang=ko&size=large"
    web = Frame(Surface.WEB, chosen, None, "/toride", (("from", "1"),))
    assert web.url("/sources/x") == "/sources/x"
    assert web.changed_url(lang="ko") == "/toride?from=1&lang=ko"


@pytest.mark.meets("U-18")
@pytest.mark.parametrize("language", list(Language))
def test_the_menu_names_every_language_in_itself(client: TestClient, language: Language) -> None:
    fresh = TestClient(client.app)
    page = document_fromstring(fresh.get(f"/sources?lang={language}").text)
    assert page.get("lang") == language.tag
    links = page.xpath("//nav[@aria-labelledby='settings-language']//a")
    assert [link.text for link in links] == [item.own_name for item in Language]
    assert [link.get("lang") for link in links] == [item.tag for item in Language]
    assert [link.get("hreflang") for link in links] == [item.tag for item in Language]
    current = [link for link in links if link.get("aria-current")]
    assert [link.text for link in current] == [language.own_name]
