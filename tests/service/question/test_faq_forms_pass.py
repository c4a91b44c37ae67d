"""Every shipped question form can be answered, so hardly one may be refused or held back."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from knowledge.knowledgebase import KnowledgeBase
from service.question import check
from service.question.held_cities import cities_in
from service.question.normalisation import normalise

MOST_HELD_BACK = 0.003  # share of forms
LEAST_RIGHT_LANGUAGE = 0.995


def forms(knowledge: KnowledgeBase) -> list[tuple[str, str, bool]]:
    """City, form, and whether it is the Japanese or the last, mostly foreign one."""
    return [
        (knowledge.plan(entry.plan_id).city, form, place < 7)
        for entry in knowledge.faq
        for place, form in enumerate(entry.forms)
    ]


def test_forms_are_not_refused(knowledge: KnowledgeBase) -> None:
    every = forms(knowledge)
    assert len(every) > 10_000
    refused = [(form, found) for _, form, _ in every if (found := check(form).found)]
    assert len(refused) <= MOST_HELD_BACK * len(every), refused


def test_nothing_the_plans_say_is_refused(knowledge: KnowledgeBase) -> None:
    """A resident may paste any sentence of a plan, or of an answer, and ask about it."""
    texts = [getattr(r, "text", "") or getattr(r, "definition", "") for r in knowledge.records()]
    texts += [entry.answer for entry in knowledge.faq]
    sentences = {s for text in texts for s in re.split(r"(?<=[。\n])", text) if s.strip()}
    assert len(sentences) > 2000
    assert [(s, found) for s in sentences if (found := check(s[:300]).found)] == []


def test_forms_are_not_beyond_the_plans(knowledge: KnowledgeBase, read: Any) -> None:
    every = forms(knowledge)
    beyond = [
        (asked.beyond, asked.beyond_words, form)
        for city, form, _ in every
        if (asked := read(form, city)).beyond is not None
    ]
    assert len(beyond) <= MOST_HELD_BACK * len(every), beyond


def test_forms_name_no_city_but_their_own(knowledge: KnowledgeBase) -> None:
    named: Counter[bool] = Counter()
    for city, form, _ in forms(knowledge):
        mentions = cities_in(normalise(form), knowledge.cities)
        if mentions:
            named[city in {mention.city_id for mention in mentions}] += 1
    assert named[True] > 100
    assert named[False] <= 0.02 * named[True]


def test_japanese_forms_are_taken_for_japanese(knowledge: KnowledgeBase, read: Any) -> None:
    japanese = [form for city, form, is_japanese in forms(knowledge) if is_japanese]
    right = sum(read(form).language == "ja" for form in japanese[::5])
    assert right >= LEAST_RIGHT_LANGUAGE * len(japanese[::5])
