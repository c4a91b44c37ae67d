"""The chat page in each of its states, as rendered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement, document_fromstring
from markupsafe import escape

from service.conversations import Told
from service.counter import Counter
from service.http.pages.chat_page import ChatPage, Turn
from service.http.pages.frame import Frame, Surface
from service.http.pages.place import Place
from service.http.pages.preferences import Language, Preferences
from service.http.pages.renderer import PageRenderer
from service.http.pages.wording import wording
from service.outcome import Answer, Choice, Reason
from service.presenting import Presenter
from service.settings import Settings
from service.topics import Topics

Parse = Callable[..., HtmlElement]
One = Callable[[HtmlElement, str], HtmlElement]
Text = Callable[[HtmlElement, str], str]
Show = Callable[..., HtmlElement]
ASKED = {"question": "コンビニ交付はいつから始まりましたか。"}
MESSAGE = "0123456789abcdef" * 2


@pytest.fixture(scope="module")
def show(settings: Settings, counter: Counter) -> Show:
    """The page of no city in which one answer stands."""
    knowledge = counter.knowledge
    presenter = Presenter(knowledge, lambda: datetime(2025, 6, 2, tzinfo=UTC).date())
    renderer, topics = PageRenderer(settings, escape), Topics(knowledge)

    def shown(answer: Answer, lang: Language = Language.JAPANESE) -> HtmlElement:
        told = Told(MESSAGE, "質問", answer, datetime(2025, 6, 2, tzinfo=UTC), "web")
        place = Place(Surface.WEB, "/", None, None, knowledge.cities)
        page = ChatPage(place, (), topics.cities, (Turn(told, presenter.blocks(answer)),))
        frame = Frame(Surface.WEB, Preferences(lang), None, "/")
        return document_fromstring(renderer.render("chat.html", frame, page))

    return shown


@pytest.mark.meets("U-23")
@pytest.mark.parametrize("path", ["/", "/toride", "/otawara", "/joso", "/oyama", "/toride/clear"])
def test_every_page_has_landmarks_one_h1_and_a_skip_link(
    visitor: TestClient, page_of: Parse, one_of: One, path: str
) -> None:
    page = page_of(visitor.get(path))
    assert page.get("lang") == "ja"
    assert len(page.xpath("//h1")) == 1
    for landmark in ("//header", "//main[@id='main']", "//footer"):
        assert len(page.xpath(landmark)) == 1
    assert one_of(page, "//body/a[1]").get("href") == "#main"
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.meets("U-09", "U-25")
@pytest.mark.parametrize("lang", list(Language))
def test_the_first_page_says_that_it_is_automatic_and_what_it_can_do(
    visitor: TestClient, page_of: Parse, one_of: One, text_of: Text, lang: Language
) -> None:
    page = page_of(visitor.get("/toride", params={"lang": lang.value, "furigana": "off"}))
    texts = wording(lang).texts
    said = text_of(page, "//main")
    for key in ("automatic", "can", "cannot", "can_pages", "cannot_personal"):
        assert texts[f"chat.{key}"].split()[0] in said
    log = one_of(page, "//*[@role='log']")  # there from the start, empty
    assert log.get("aria-live") == "polite"
    assert text_of(page, f"//*[@id='{log.get('aria-labelledby')}']")
    assert log.xpath("./ol")
    assert not log.text_content().strip()


def test_examples_and_topics_are_there_to_tap(
    visitor: TestClient, page_of: Parse, text_of: Text
) -> None:
    page = page_of(visitor.get("/toride"))
    assert len(page.xpath("//section[@aria-labelledby='examples']//button")) == 3
    topics = page.xpath("//details[@class='topic']")
    assert len(topics) >= 5
    for topic in topics:
        assert topic.find("summary").text_content().strip()
        assert topic.xpath(".//button[@name='question']/@value")
    first = topics[0].xpath(".//button/@value")[0]
    answer = page_of(visitor.post("/toride", data={"question": first}))
    assert answer.xpath("//li[@data-status='answered']")
    none_chosen = page_of(visitor.get("/"))
    links = none_chosen.xpath("//section[@aria-labelledby='cities']//a/@href")
    assert links == ["/toride", "/otawara", "/joso", "/oyama"]
    targets = none_chosen.xpath("//section[@aria-labelledby='examples']//button/@formaction")
    assert targets == links


@pytest.mark.meets("U-14")
def test_the_input_has_a_visible_label_and_a_hint(
    visitor: TestClient, page_of: Parse, one_of: One, text_of: Text
) -> None:
    page = page_of(visitor.get("/toride"))
    assert text_of(page, "//label[@for='question']")
    described = one_of(page, "//textarea[@id='question']").get("aria-describedby")
    hint = text_of(page, f"//*[@id='{described}']")
    assert "300文字" in hint
    assert "個人情報を入力しないでください" in hint


def test_a_city_is_chosen_where_none_is_known(
    visitor: TestClient, page_of: Parse, text_of: Text
) -> None:
    page = page_of(visitor.get("/"))
    options = page.xpath("//select[@name='city']/option/@value")
    assert options == ["", "toride", "otawara", "joso", "oyama"]
    assert text_of(page, "//label[@for='city']")
    assert not page_of(visitor.get("/toride")).xpath("//select")


@pytest.mark.meets("U-22", "U-24", "U-30")
def test_an_answer_shows_question_status_conclusion_sources_and_caution(
    visitor: TestClient, page_of: Parse, one_of: One, text_of: Text
) -> None:
    page = page_of(visitor.post("/toride", data=ASKED))
    assert page.findtext(".//title").startswith("回答：")
    log = text_of(page, "//*[@role='log']")
    assert "あなた" in log
    assert "案内" in log
    assert ASKED["question"] in log
    told = one_of(page, "//div[@class='answer']")
    assert told[0].get("class") == "answer__conclusion"
    sources = page.xpath("//details[@class='source']")
    assert sources
    assert sources[0].get("open") is not None
    for source in sources:
        assert source.find("summary").text_content().strip()
        assert source.xpath(".//blockquote")[0].text_content().strip()
        assert source.xpath(".//dd")[0].text_content().strip()
        assert 'id="cited"' in visitor.get(source.xpath(".//a/@href")[0]).text
    assert wording(Language.JAPANESE).texts["answer.caution"] in log
    assert page.xpath("//*[@class='sources']//time/@datetime")
    assert not page.xpath("//*[@id='can']")


def test_what_is_told_is_what_the_api_tells(visitor: TestClient, page_of: Parse) -> None:
    page = page_of(visitor.post("/toride", data=ASKED))
    reply = visitor.post("/api/chat", json=ASKED | {"city": "toride"}).json()
    spoken = page.xpath("//li[@data-status]/@data-spoken")[0]
    assert spoken == f"案内：{reply['answer']}"
    quotes = [quote.text_content().strip() for quote in page.xpath("//blockquote")]
    assert quotes == [cite["quote"] for cite in reply["citations"]]


@pytest.mark.meets("U-16")
@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("question", ["", "   ", "あ" * 301])
def test_an_error_is_text_and_the_input_keeps_its_words(
    visitor: TestClient, page_of: Parse, text_of: Text, question: str, lang: str
) -> None:
    visitor.get("/toride", params={"lang": lang})
    response = visitor.post("/toride", data={"question": question})
    assert response.status_code == 422
    page = page_of(response)
    lead = wording(Language(lang)).texts["errors.lead"]
    assert page.findtext(".//title").startswith(lead)
    (field,) = page.xpath("//textarea[@id='question']")
    assert field.get("aria-invalid") == "true"
    assert "error" in field.get("aria-describedby").split()
    said = text_of(page, "//*[@id='error']")
    assert said.startswith(lead.strip())
    assert ("301" in said) == (len(question) > 300)
    assert field.text == (question or None)


@pytest.mark.meets("U-26")
@pytest.mark.parametrize(
    "question", ["私の電話番号は090-1234-5678です。", "今日の天気を教えてください。"]
)
def test_a_refusal_and_a_not_found_lead_to_a_person(
    visitor: TestClient, page_of: Parse, text_of: Text, question: str
) -> None:
    page = page_of(visitor.post("/oyama", data={"question": question}))
    person = wording(Language.JAPANESE).texts["common.contact"]
    office = "小山市役所"
    for place in ("//*[@role='log']", "//footer"):
        assert person in text_of(page, place)
        assert office in text_of(page, place)


def test_the_question_is_text_and_never_markup(
    visitor: TestClient, page_of: Parse, one_of: One, text_of: Text
) -> None:
    plain = "計画の期間は<b>いつ</b>までですか\" autofocus ' & &amp; </li>"
    page = page_of(visitor.post("/toride", data={"question": plain}))
    assert plain in text_of(page, "//*[@role='log']")
    assert not page.xpath("//main//b")
    hostile = '<script>alert(1)</script>" onfocus=x autofocus <b>計画の期間は</b></textarea>' * 10
    page = page_of(visitor.post("/toride", data={"question": hostile}))
    assert one_of(page, "//textarea[@id='question']").text == hostile
    assert not page.xpath("//main//script | //main//b")


def test_a_choice_asks_its_question_on_its_city(
    visitor: TestClient, page_of: Parse, text_of: Text, show: Show
) -> None:
    choices = (Choice("取手市", "計画の期間は", "toride"), Choice("期間", "いつまでですか"))
    page = show(Answer(Reason.CLARIFY_CITY, "どちらの市ですか。", choices=choices))
    buttons = page.xpath("//li//form[@class='choices']//button")
    assert [b.get("value") for b in buttons] == ["計画の期間は", "いつまでですか"]
    assert [b.get("formaction") for b in buttons] == ["/toride", None]
    response = visitor.post(buttons[0].get("formaction"), data={"question": "計画の期間は"})
    assert "取手市" in text_of(page_of(response), "//h1")


@pytest.mark.parametrize("reason", list(Reason))
def test_every_outcome_can_be_shown(show: Show, text_of: Text, reason: Reason) -> None:
    page = show(Answer(reason, "一行目です。\n\n二行目です。"))
    assert len(page.xpath("//div[@class='answer']/p")) == 2
    assert text_of(page, "//li//span[@class='tag']")
    assert page.findtext(".//title").partition("：")[2]


@pytest.mark.meets("U-18")
@pytest.mark.parametrize(
    ("answered", "page_lang", "marked"),
    [
        ("en", Language.JAPANESE, ["en"]),
        ("ja", Language.JAPANESE, []),
        ("ja-easy", Language.EASY_JAPANESE, []),
        ("en", Language.ENGLISH, []),
        ("ja", Language.ENGLISH, ["ja"]),
    ],
)
def test_an_answer_in_another_language_than_its_page_says_so(
    show: Show, answered: str, page_lang: Language, marked: list[str]
) -> None:
    page = show(Answer(Reason.CLARIFY_CITY, "Which city?", lang=answered), page_lang)
    assert page.xpath("//div[@class='answer']/p/@lang") == marked
