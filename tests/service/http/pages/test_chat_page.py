"""The chat page in each of its states, as rendered; numbers are those of the page requirements."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement
from markupsafe import escape

from service.http.pages.chat_page import ChatPage
from service.http.pages.frame import Frame, Surface
from service.http.pages.preferences import Language, Preferences
from service.http.pages.renderer import PageRenderer
from service.http.pages.wording import wording
from service.outcome import Answer, Choice, Reason
from service.settings import Settings

Parse = Callable[..., HtmlElement]
ASKED = {"question": "コンビニ交付はいつから始まりましたか。"}


def _one(page: HtmlElement, xpath: str) -> HtmlElement:
    found = page.xpath(xpath)
    assert len(found) == 1, (xpath, found)
    return found[0]


def _text(page: HtmlElement, xpath: str) -> str:
    return " ".join(" ".join(node.itertext()) for node in page.xpath(xpath))


@pytest.mark.parametrize("path", ["/", "/toride", "/otawara", "/joso", "/oyama"])
def test_every_page_has_landmarks_one_h1_and_a_skip_link(
    client: TestClient, page_of: Parse, path: str
) -> None:
    page = page_of(client.get(path))
    assert page.get("lang") == "ja"
    assert len(page.xpath("//h1")) == 1
    for landmark in ("//header", "//main[@id='main']", "//footer"):
        assert len(page.xpath(landmark)) == 1
    assert _one(page, "//body/a[1]").get("href") == "#main"
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_the_first_page_says_what_it_can_and_cannot_do(client: TestClient, page_of: Parse) -> None:
    page = page_of(client.get("/toride"))
    text = _text(page, "//main")
    assert "自動で" in text  # U-25
    assert "お答えできること" in text
    assert "お答えできないこと" in text
    assert "取手市" in _text(page, "//h1")
    log = _one(page, "//*[@role='log']")  # U-09: there from the start, empty
    assert log.get("aria-live") == "polite"
    assert log.get("aria-label")
    assert not log.text_content().strip()


def test_the_input_has_a_visible_label_and_a_hint(client: TestClient, page_of: Parse) -> None:
    page = page_of(client.get("/toride"))
    assert _text(page, "//label[@for='question']").strip()
    described = _one(page, "//input[@id='question']").get("aria-describedby")
    hint = _text(page, f"//*[@id='{described}']")
    assert "300文字" in hint
    assert "個人情報" in hint


def test_a_city_is_chosen_where_none_is_known(client: TestClient, page_of: Parse) -> None:
    page = page_of(client.get("/"))
    options = page.xpath("//select[@name='city']/option/@value")
    assert options == ["", "toride", "otawara", "joso", "oyama"]
    assert _text(page, "//label[@for='city']").strip()
    assert not page_of(client.get("/toride")).xpath("//select")


def test_an_answer_shows_question_status_citations_and_links(
    client: TestClient, page_of: Parse
) -> None:
    page = page_of(client.post("/toride", data=ASKED))
    assert page.findtext(".//title").startswith("回答：")
    log = _text(page, "//*[@role='log']")
    assert "あなた" in log  # U-22
    assert "案内" in log
    assert ASKED["question"] in log
    details = page.xpath("//details[@class='cite']")
    assert details
    assert details[0].get("open") is not None
    for detail in details:
        assert detail.find("summary").text_content().strip()
        assert detail.xpath(".//blockquote")[0].text_content().strip()
        href = detail.xpath(".//a/@href")[0]
        assert 'id="cited"' in client.get(href).text
    assert not page.xpath("//*[@id='can']")


def test_what_is_told_is_what_the_api_tells(client: TestClient, page_of: Parse) -> None:
    page = page_of(client.post("/toride", data=ASKED))
    reply = client.post("/api/chat", json=ASKED | {"city": "toride"}).json()
    told = "".join(_text(page, "//*[@data-status]//div[@class='turn__text']").split())
    assert told == "".join(reply["answer"].split())
    quotes = [quote.text_content().strip() for quote in page.xpath("//blockquote")]
    assert quotes == [cite["quote"] for cite in reply["citations"]]


@pytest.mark.parametrize("question", ["", "   ", "あ" * 301])
def test_an_error_is_text_and_the_input_keeps_its_words(
    client: TestClient, page_of: Parse, question: str
) -> None:
    response = client.post("/toride", data={"question": question})
    assert response.status_code == 422
    page = page_of(response)
    assert page.findtext(".//title").startswith("エラー：")  # U-16
    field = _one(page, "//input[@id='question']")
    assert field.get("aria-invalid") == "true"
    assert "error" in field.get("aria-describedby").split()
    assert _text(page, "//*[@id='error']").startswith("エラー：")
    assert field.get("value") == question


def test_a_refusal_and_a_not_found_lead_to_a_person(client: TestClient, page_of: Parse) -> None:
    for question in ("私の電話番号は090-1234-5678です。", "今日の天気を教えてください。"):
        page = page_of(client.post("/oyama", data={"question": question}))
        assert wording(Language.JAPANESE).texts["common.contact"] in _text(
            page, "//*[@role='log']"
        )  # U-26
        assert wording(Language.JAPANESE).texts["common.contact"] in _text(page, "//footer")


def test_personal_data_is_not_repeated(client: TestClient) -> None:
    response = client.post("/oyama", data={"question": "私の電話番号は090-1234-5678です。"})
    assert "5678" not in response.text  # U-27


def test_the_question_is_text_and_never_markup(client: TestClient, page_of: Parse) -> None:
    hostile = '<script>alert(1)</script>" onfocus=x autofocus <b>計画の期間は</b>'
    response = client.post("/toride", data={"question": hostile})
    page = page_of(response)
    assert hostile in _text(page, "//*[@role='log']")
    assert not page.xpath("//script")
    assert not page.xpath("//main//b")
    long = client.post("/toride", data={"question": hostile * 10})
    assert _one(page_of(long), "//input[@id='question']").get("value") == hostile * 10


def test_a_choice_asks_its_question_on_its_city(
    client: TestClient, page_of: Parse, settings: Settings
) -> None:
    choices = (Choice("取手市", "計画の期間は", "toride"), Choice("期間", "いつまでですか"))
    answer = Answer(Reason.CLARIFY_CITY, "どちらの市ですか。", choices=choices)
    html = shown(settings, "期間", answer)
    page = page_of_text(html)
    buttons = page.xpath("//form[@class='choices']//button")
    assert [b.get("value") for b in buttons] == ["計画の期間は", "いつまでですか"]
    assert [b.get("formaction") for b in buttons] == ["/toride", None]
    response = client.post(buttons[0].get("formaction"), data={"question": "計画の期間は"})
    assert "取手市" in _text(page_of(response), "//h1")


def shown(settings: Settings, asked: str, answer: Answer) -> str:
    frame = Frame(Surface.WEB, Preferences(), None, "/")
    page = ChatPage("/", (), None, (), asked=asked, answer=answer)
    return PageRenderer(settings, escape).render("chat.html", frame, page)


def page_of_text(html: str) -> HtmlElement:
    from lxml.html import document_fromstring  # noqa: PLC0415

    return document_fromstring(html)


@pytest.mark.parametrize("reason", list(Reason))
def test_every_outcome_can_be_shown(settings: Settings, reason: Reason) -> None:
    answer = Answer(reason, "一行目です。\n\n二行目です。")
    html = shown(settings, "質問", answer)
    page = page_of_text(html)
    assert len(page.xpath("//*[@data-status]//div[@class='turn__text']/p")) == 2
    assert _text(page, "//span[@class='turn__status']")


@pytest.mark.parametrize(("lang", "marked"), [("en", ["en"]), ("ja", []), ("ja-easy", [])])
def test_an_answer_in_another_language_says_so(
    settings: Settings, lang: str, marked: list[str]
) -> None:
    answer = Answer(Reason.CLARIFY_CITY, "Which city?", lang=lang)
    html = shown(settings, "q", answer)
    assert page_of_text(html).xpath("//div[@class='turn__text']/@lang") == marked


def test_the_settings_city_makes_it_that_citys_site(
    settings: Settings, counter: object, page_of: Parse
) -> None:
    from service.http import create_app  # noqa: PLC0415

    own = settings.model_copy(update={"city": "oyama"})
    with TestClient(create_app(own, counter)) as client:  # type: ignore[arg-type]
        page = page_of(client.get("/"))
        assert "小山市" in _text(page, "//h1")
        assert not page.xpath("//select")
