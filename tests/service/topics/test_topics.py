"""Topics of the real plans, with and without reviewed labels."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rapidfuzz import fuzz

from knowledge.knowledgebase import KnowledgeBase
from service.topics import Topics, TopicSettings
from service.topics.headings import shortened, slug, width

SETTINGS = TopicSettings()


@pytest.fixture(scope="module", params=["reviewed", "by headings alone"])
def topics(request: pytest.FixtureRequest, knowledge: KnowledgeBase) -> Topics:
    reviewed = knowledge.topics if request.param == "reviewed" else ()
    return Topics(replace(knowledge, topics=reviewed))


def test_every_city_has_topics_of_a_screen(topics: Topics) -> None:
    for city in topics.cities:
        assert 5 <= len(city.topics) <= SETTINGS.topics_max, city.city
        assert len(city.examples) == SETTINGS.examples
        assert len({topic.label for topic in city.topics} | {city.city_name}) > 5


def test_a_topic_fits_its_button_and_its_address(topics: Topics) -> None:
    every = [topic for city in topics.cities for topic in city.topics]
    assert len({topic.id for topic in every}) == len(every)
    for topic in every:
        assert re.fullmatch(r"[a-z0-9-]+", topic.id)
        assert 1 < width(topic.label) <= SETTINGS.label_width, topic.label
        assert 0 < len(topic.subjects) <= 60, topic.subjects
        assert topic.sections
        assert topics.topic(topic.id) is topic
    assert topics.topic("edo") is None


def test_questions_are_several_and_unlike(topics: Topics) -> None:
    for city in topics.cities:
        for topic in city.topics:
            texts = [question.text for question in topic.questions]
            assert SETTINGS.questions_min <= len(texts) <= SETTINGS.questions_max, topic.id
            for place, text in enumerate(texts):
                assert all(fuzz.ratio(text, other) < 90 for other in texts[:place]), text


def test_questions_come_from_the_plan_and_the_sections_of_their_topic(
    topics: Topics, knowledge: KnowledgeBase
) -> None:
    for city in topics.cities:
        for topic in city.topics:
            for question in topic.questions:
                entry = knowledge.record(question.entry_id)
                assert entry.plan_id == topic.plan_id
                assert set(topic.sections) & set(entry.section)


def test_both_plans_of_a_city_bring_topics(topics: Topics) -> None:
    assert {t.plan_id for t in topics.of_city("toride").topics} == {"toride-4", "toride-5"}


def test_a_plan_that_nobody_has_reviewed_finds_room(knowledge: KnowledgeBase) -> None:
    older = tuple(topic for topic in knowledge.topics if topic.plan_id != "toride-5")
    full = older + tuple(replace(older[0], id=f"more-{n}") for n in range(5))
    topics = Topics(replace(knowledge, topics=full)).of_city("toride").topics
    assert topics[0].plan_id == "toride-5"  # as many of its areas as find room
    assert topics[SETTINGS.unreviewed_min].plan_id == "toride-4"
    assert len(topics) == SETTINGS.topics_max


def test_what_is_left_out_is_not_offered(knowledge: KnowledgeBase) -> None:
    offered = {
        question.entry_id
        for city in Topics(knowledge).cities
        for topic in city.topics
        for question in topic.questions
    }
    for topic in knowledge.topics:
        assert not topic.leave_out & offered
        assert set(topic.first) <= offered


def test_labels_speak_the_languages_reviewed(knowledge: KnowledgeBase) -> None:
    topic = Topics(knowledge).topic("toride-payment")
    assert topic is not None
    assert topic.label_in("en") == "Paying taxes and fees"
    assert topic.speaks("en")
    bare = Topics(replace(knowledge, topics=())).of_city("toride").topics[0]
    assert bare.label_in("en") == bare.label
    assert not bare.speaks("en")


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("計画期間", "計画期間"),
        ("オンライン手続きの拡大と利用促進", "オンライン手続きの拡大"),
        ("障害・災害に強いシステムの構築及び非常時・緊急時対応の強化", "障害・災害に強いシステム"),
        ("マイナンバー制度への対応（情報連携、マイナポータル）", "マイナンバー制度への対応"),
        ("あいうえおかきくけこさしすせそ", "あいうえおかきくけこさしす…"),
    ],
)
def test_long_titles_are_cut_where_a_noun_ends(title: str, short: str) -> None:
    assert shortened(title, 14) == short


def test_ids_come_from_the_numbers_of_the_headings() -> None:
    path = ("第3章 施策", "2. 取組", "① 窓口", "ii) 予約")
    assert slug("mihon-1", path) == "mihon-1-3-2-1-ii"
    assert slug("mihon-1", ("用語",)) == slug("mihon-1", ("用語",)) != slug("mihon-1", ("表紙",))
