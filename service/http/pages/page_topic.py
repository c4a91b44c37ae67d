"""What the page round an embedded chat is about, and what can be asked about it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import anyio.to_thread
from starlette.requests import Request

from service.http.pages.place import Place
from service.http.pages.preferences import Language
from service.http.parts import Parts
from service.question import check
from service.question.normalisation import normalise

PARAMETER = "topic"
CHARS_MAX = 40  # the heading of a page; whatever is longer is no topic
QUESTIONS_MAX = 4  # they stand before everything else in a small frame


@dataclass(frozen=True, slots=True)
class PageQuestion:
    """A question to tap, to be asked with `city`. `lang`: BCP 47 code of the question."""

    text: str
    city: str
    lang: str


@dataclass(frozen=True, slots=True)
class PageTopic:
    """The topic as it is shown.

    label  one of our own topics by its name, or what the page says, made harmless
    lang   BCP 47 code of the label
    """

    label: str
    lang: str
    questions: tuple[PageQuestion, ...]


async def page_topic(request: Request, parts: Parts, place: Place) -> PageTopic | None:
    """The topic that the address of an embedded page names; None for none or a bad one.

    It was written by another site: it is shown as text, and looked up, and never kept or logged.
    """
    named = request.query_params.get(PARAMETER, "")
    lang = place.frame(request).preferences.lang
    return await anyio.to_thread.run_sync(_topic, named, lang, parts, place) if named else None


def _topic(named: str, lang: Language, parts: Parts, place: Place) -> PageTopic | None:
    known = parts.topics.topic(named)
    city = place.asked.id if place.asked else None
    if known is not None and city not in (None, known.city):
        return None
    if known is not None:
        label_lang = lang.tag if known.speaks(lang) else Language.JAPANESE.value
        questions = tuple(PageQuestion(one.text, one.city, "ja") for one in known.questions)
        return PageTopic(known.label_in(lang), label_lang, questions[:QUESTIONS_MAX])
    label = harmless(named)
    if not label:
        return None
    found = parts.suggester.suggest(label, city, lang.tag)
    questions = tuple(PageQuestion(one.question, one.city, one.language) for one in found)
    return PageTopic(label, _written_in(label, lang), questions[:QUESTIONS_MAX])


def harmless(text: str) -> str:
    """The text as one short line; "" where it is too long, empty, or holds personal data."""
    # Controls and marks of direction could make a line look like something else.
    visible = "".join(char for char in text if unicodedata.category(char)[0] != "C")
    plain = normalise(visible)
    return "" if len(plain) > CHARS_MAX or check(plain).found else plain


def _written_in(text: str, lang: Language) -> str:
    return "ja" if re.search(r"[ぁ-んァ-ヶ]", text) else lang.tag
