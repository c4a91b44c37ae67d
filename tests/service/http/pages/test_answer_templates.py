"""What a page shows of real answers: blocks, schedules, charts and sources as HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from lxml import html
from markupsafe import Markup, escape

from knowledge.knowledgebase import KnowledgeBase
from service.counter import Counter, Question
from service.http.pages.frame import Frame, Surface
from service.http.pages.preferences import Language, Preferences
from service.http.pages.renderer import PageRenderer
from service.presenting import Presentation, Presenter
from service.settings import Settings

Shown = Callable[..., html.HtmlElement]

_SERVER = "セキュリテイ監査の体制づくり、予定表だと構築に何年かける？"
_SURVEY = "パソコンがある家は何％ありますか"


@dataclass(frozen=True)
class _Part:
    presentation: Presentation
    id: str


@pytest.fixture(scope="module")
def shown(settings: Settings, counter: Counter, knowledge: KnowledgeBase) -> Shown:
    """The HTML of an answer; its ruby is a mark, so that a test sees what would carry it."""
    presenter = Presenter(knowledge, lambda: date(2020, 6, 2))
    pages = PageRenderer(settings, lambda text: Markup("<ruby>{}</ruby>").format(escape(text)))

    def show(
        question: str,
        city: str | None = "toride",
        lang: str | None = None,
        page: Language = Language.JAPANESE,
        **chosen: bool,
    ) -> html.HtmlElement:
        frame = Frame(Surface.WEB, Preferences(lang=page, **chosen), None, "/")
        presentation = presenter.blocks(counter.ask(Question(question, city, lang)))
        told = pages.render("answer/answer.html", frame, _Part(presentation, "m1"))
        return html.fromstring(f"<div>{told}</div>")

    return show


def _text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.meets("U-22", "U-30")
def test_a_schedule_is_a_picture_with_a_table(shown: Shown) -> None:
    page = shown(_SERVER)
    (figure,) = page.find_class("schedule")
    (picture,) = figure.xpath(".//svg[@role='img']")
    assert picture[0].tag == "title"
    assert picture[0].text_content().strip()
    assert [text.text for text in picture.find_class("schedule__year")] == [
        "2018", "2019", "2020", "2021", "2022",
    ]  # fmt: skip
    rows = figure.xpath(".//tbody/tr")
    assert [_text(row) for row in rows] == [
        "1 平成30〜31年度 平成30年度〜令和元年度・2018〜2019年度 構築",
        "2 平成32〜34年度 令和2〜4年度・2020〜2022年度 今年度 運用",
    ]
    # The number in a bar is that of its row: no colour is needed to read the picture.
    assert [text.text for text in picture.find_class("schedule__figure")] == ["1", "2"]
    assert figure.xpath(".//caption")
    assert all(cell.get("scope") for cell in figure.iter("th"))
    (link,) = figure.iter("a")
    assert page.get_element_by_id(link.get("href").removeprefix("#")) is not None


@pytest.mark.meets("U-30")
def test_values_are_text_beside_their_bars(shown: Shown) -> None:
    (figure,) = shown(_SURVEY).find_class("chart")
    rows = figure.xpath(".//tbody/tr")
    assert [_text(row) for row in rows] == [
        "モバイル端末全体 94.7%",
        "スマートフォン 71.8%",
        "パソコン 73.0%",
    ]
    assert [row.get("class") for row in rows] == [None, None, "chart__told"]
    assert "太い字は" in _text(figure)
    bars = figure.xpath(".//svg[@aria-hidden='true']/rect[@class='chart__length']")
    assert [bar.get("width") for bar in bars] == ["94.7%", "71.8%", "73.0%"]


@pytest.mark.meets("U-30", "J-01")
def test_lists_are_lists(shown: Shown) -> None:
    page = shown("小山市の長期ビジョンの理念、三つとも言って", None)
    assert [_text(item) for item in page.find_class("answer__list")[0].iter("li")] == [
        "「ひと・行政を創る」",
        "「まちを創る」",
        "「暮らしを創る」",
    ]


@pytest.mark.meets("U-23", "U-24")
def test_each_source_says_what_a_reader_needs(shown: Shown) -> None:
    page = shown("メルマガを受け持っている課を教えて")
    sources = page.find_class("source")
    assert [source.get("open") is not None for source in sources] == [
        True,
        *([False] * (len(sources) - 1)),
    ]
    first = sources[0]
    assert "第四次取手市情報化計画" in _text(first.find("summary"))
    facts = {_text(f.find("dt")): _text(f.find("dd")) for f in first.xpath(".//dl/div")}
    assert facts["担当"] == "魅力とりで発信課"
    assert "平成30〜34年度" in facts["計画の期間"]
    assert facts["計画の発行"] == "計画の文書には書かれていません"
    assert first.find_class("source__quote")[0].text_content().strip()
    assert first.find_class("source__link")[0].get("href").startswith("/sources/toride-4?")
    assert page.find(".//time").get("datetime") == "2020-06-02"
    assert len(page.find_class("sources__caution")) == 1


@pytest.mark.meets("U-18")
def test_the_plans_words_are_marked_as_japanese_on_a_foreign_page(shown: Shown) -> None:
    page = shown(
        "Until when will the city expand payment by credit card?",
        lang="en",
        page=Language.ENGLISH,
    )
    (row,) = page.xpath("//figure//tbody/tr")
    assert "FY2018 – FY2022" in _text(row)
    assert "in operation" in _text(row)
    japanese = [
        element
        for element in page.iter()
        if isinstance(element.tag, str)
        and any("ぁ" <= sign <= "ヿ" for sign in (element.text or ""))
    ]
    assert japanese
    for element in japanese:
        assert element.xpath("(ancestor-or-self::*[@lang])[last()]/@lang") == ["ja"], element.text


@pytest.mark.meets("U-18")
def test_a_foreign_answer_on_a_japanese_page_keeps_its_language(shown: Shown) -> None:
    page = shown("Until when will the city expand payment by credit card?", lang="en")
    conclusion = page.find_class("answer__conclusion")[0]
    assert conclusion.get("lang") == "en"
    assert [span.get("lang") for span in conclusion.iter("span")] == ["ja", "ja"]


def test_furigana_stands_over_what_is_japanese_only(shown: Shown) -> None:
    question = "Until when will the city expand payment by credit card?"
    page = shown(question, lang="en", page=Language.ENGLISH, furigana=True)
    ruby = [_text(element) for element in page.find_class("answer__conclusion")[0].iter("ruby")]
    assert ruby == ["「クレジットカード決済の利用拡大」", "「運用」"]
    assert not page.xpath("//svg//ruby")


@pytest.mark.meets("E-06")
def test_no_style_stands_in_the_page(shown: Shown) -> None:
    for page in (shown(_SERVER), shown(_SURVEY)):
        assert not page.xpath("//*[@style] | //style | //script")
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", list(Language))
def test_every_language_words_every_block(shown: Shown, language: Language) -> None:
    for question, city in (
        (_SERVER, "toride"),
        (_SURVEY, "toride"),
        ("職員向けのパソコン研修、最初の実施はいつ", "otawara"),
        ("図書館の無料Wi-Fiはいつから", "otawara"),
        ("大田原市と小山市では計画の期間はどっちが長い？", None),
        ("クレジットカードで納められる市の税金ぜんぶ", "toride"),
    ):
        page = shown(question, city, page=language)
        assert _text(page.find_class("answer")[0])
        assert page.find_class("sources")
