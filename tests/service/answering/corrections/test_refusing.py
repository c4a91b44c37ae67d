"""Matters that staff refuse: by whole words, in their city, below what protects people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.answering.corrections.records import (
    ApprovedAnswer,
    CityContact,
    RefusalTopic,
    RestsOn,
)
from service.answering.corrections.topics import Topic, topic_of
from service.answering.voice import LANGUAGES
from service.counter import Counter, Question
from service.outcome import Answer, Reason, Status

Correct = Callable[..., Counter]
On = Callable[[str], RestsOn]

TEXT = "税のことは、税務課がお答えします。"
TAX = RefusalTopic("税", (("税金", "納める"), ("固定資産税",)), TEXT)
CONTACT = "デジタル推進課（0297-74-2141）へお電話ください。"


def ask(
    counter: Counter, text: str, city: str | None = "toride", lang: str | None = None
) -> Answer:
    return counter.ask(Question(text, city, lang))


@pytest.mark.parametrize(
    ("text", "is_on"),
    [
        ("税金はどこで納めますか", True),
        ("税金を納めたいのですが", True),
        ("税金を納めなかったらどうなりますか", True),
        ("固定資産税の評価は", True),
        ("税金のコンビニ収納は", False),
        ("税務課に納めますか", False),
        ("固定資産の税は", False),
        ("資産税とは", False),
    ],
)
def test_all_words_of_a_phrase_stand_in_the_question(text: str, *, is_on: bool) -> None:
    topic = Topic.of("c0", None, TAX)
    assert (topic_of(text, "toride", [topic]) is topic) is is_on


def test_a_phrase_of_signs_alone_is_on_nothing() -> None:
    assert (
        topic_of("税金は？", None, [Topic.of("c0", None, RefusalTopic("x", (("？",),), "y"))])
        is None
    )


def test_the_staffs_text_is_told_and_the_question_kept(corrected: Correct) -> None:
    answer = ask(corrected(TAX), "税金を納めたいのですが")
    assert answer.reason is Reason.REFUSED_TOPIC
    assert answer.status is Status.REFUSED
    assert answer.text == f"{TEXT}\n取手市役所の担当課へお尋ねください。"
    assert answer.meaning == "税金を納めたいのですが"
    assert not answer.citations


def test_it_holds_in_its_city(corrected: Correct) -> None:
    refusing = corrected(TAX)
    question = "税金を納めたいのですが"
    assert ask(refusing, question, "otawara").reason is not Reason.REFUSED_TOPIC
    assert ask(refusing, question, None).reason is not Reason.REFUSED_TOPIC
    assert ask(refusing, "取手市の税金を納めたい", "otawara").reason is Reason.REFUSED_TOPIC
    everywhere = corrected(TAX, city=None)
    assert ask(everywhere, question, None).reason is Reason.REFUSED_TOPIC


def test_what_protects_people_comes_first_and_approved_answers_after(
    corrected: Correct, on: On
) -> None:
    form = "税金を納めたいのですが"
    answering = ApprovedAnswer((form,), "窓口へどうぞ。", (on("toride-4/timeline/2016-3"),))
    refusing = corrected(TAX, answering)
    personal = "税金を納めたいです。電話番号は090-1234-5678です"
    assert ask(refusing, personal).reason is Reason.REFUSED_PERSONAL_DATA
    danger = "税金を納めるお金がなくて死にたい"
    assert ask(refusing, danger).reason is Reason.REFUSED_EMERGENCY
    assert ask(refusing, form).reason is Reason.REFUSED_TOPIC


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_frames_it_within_the_limit(corrected: Correct, lang: str) -> None:
    long = "税のことは、税務課がお答えします。" * 23  # 391 characters
    for text in (TEXT, long[:300]):
        answer = ask(corrected(RefusalTopic("税", TAX.phrases, text)), "固定資産税は", lang=lang)
        assert text in answer.text
        assert len(answer.text) <= 400 + len(text) // 3
        assert lang.startswith("ja") or f"「{text}」" in answer.text


@pytest.mark.parametrize("lang", [None, "en"])
def test_answers_that_lead_to_a_person_tell_the_citys_sentence(
    counter: Counter, corrected: Correct, lang: str | None
) -> None:
    leading = corrected(CityContact(CONTACT), TAX)
    for text in ("今日の天気は", "市民プールの入場料はいくらですか", "固定資産税は"):
        answer = ask(leading, text, lang=lang)
        assert CONTACT in answer.text
        assert len(answer.text) <= 400
        assert CONTACT not in ask(leading, text, "otawara", lang).text
    assert CONTACT not in ask(leading, "LGWANとは何ですか").text
    assert leading.in_force.contact("toride") == CONTACT
    assert leading.in_force.contact("otawara") is None
    assert counter.in_force.contact("toride") is None
