"""What is told beside the first answer."""

from __future__ import annotations

from dataclasses import replace

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqKind
from service.answering.composing.beside import entry_beside
from service.answering.settings import AnsweringSettings
from service.answering.turn import Candidate, Side
from service.counter import Counter, Question


def side(counter: Counter, text: str, city: str) -> Side:
    return counter.follow(Question(text, city)).sides[0]


def test_the_neighbour_is_told_and_cited(counter: Counter) -> None:
    answer = counter.ask(Question("市民アンケートは何人に送り、回答率は何%でしたか", "otawara"))
    assert "2,000名" in answer.text
    assert "40.8%" in answer.text
    quotes = " ".join(citation.quote for citation in answer.citations)
    assert "２，０００名" in quotes
    assert "４０．８％" in quotes


def test_nothing_far_behind_is_told(counter: Counter) -> None:
    settings = AnsweringSettings()
    candidates = side(counter, "RPAとは何ですか", "oyama").candidates
    far = [
        replace(one, score=candidates[0].score - settings.beside_margin - 0.1)
        for one in candidates[1:]
    ]
    assert entry_beside([candidates[0], *far], counter.knowledge, settings) is None


def test_the_same_said_twice_is_told_once(counter: Counter, knowledge: KnowledgeBase) -> None:
    first = side(counter, "計画の期間はいつからいつまでですか", "toride").candidates[0]
    twin = replace(first, score=first.score - 0.1)
    assert entry_beside([first, twin], knowledge, AnsweringSettings()) is None


def test_a_table_of_contents_stands_alone(counter: Counter, knowledge: KnowledgeBase) -> None:
    contents = [entry.id for entry in knowledge.faq if entry.asks is FaqKind.CONTENTS]
    candidates = side(counter, "職員研修は何ページですか", "joso").candidates
    first = next(c for c in candidates if c.hit.passage.id in contents)
    rest: list[Candidate] = [replace(c, score=first.score) for c in candidates if c is not first]
    assert entry_beside([first, *rest], knowledge, AnsweringSettings()) is None
