"""Every question offered to tap is answered, from the plan of its topic."""

from __future__ import annotations

from dataclasses import replace

from service.answering.turn import Question
from service.counter import Counter
from service.outcome import Status
from service.topics import Topic, TopicQuestion, Topics


def missed(counter: Counter, offered: list[tuple[Topic, TopicQuestion]]) -> list[object]:
    """What is not answered, or from another plan."""
    found: list[object] = []
    for topic, question in offered:
        answer = counter.ask(Question(question.text, city=question.city))
        cited = {citation.plan_id for citation in answer.citations}
        if answer.status is not Status.ANSWERED or topic.plan_id not in cited:
            found.append((topic.id, question.entry_id, question.text, answer.reason))
    return found


def offered_by(topics: Topics) -> list[tuple[Topic, TopicQuestion]]:
    every = [topic for city in topics.cities for topic in city.topics]
    return [(topic, question) for topic in every for question in topic.questions]


def test_every_question_is_answered_from_its_topics_plan(counter: Counter) -> None:
    offered = offered_by(Topics(counter.knowledge))
    assert len(offered) > 150
    assert missed(counter, offered) == []


def test_questions_of_topics_that_nobody_has_reviewed_are_answered_too(counter: Counter) -> None:
    offered = offered_by(Topics(replace(counter.knowledge, topics=())))
    assert len(offered) > 150
    assert missed(counter, offered[::4]) == []


def test_examples_are_answered(counter: Counter) -> None:
    for city in Topics(counter.knowledge).cities:
        for question in city.examples:
            answer = counter.ask(Question(question.text, city=question.city))
            assert answer.status is Status.ANSWERED, question.text
