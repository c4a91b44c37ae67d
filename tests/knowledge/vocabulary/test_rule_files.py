"""Every rule finds its own examples and lets its near misses pass."""

from __future__ import annotations

import pytest

from knowledge.vocabulary import Rule, load_rules
from service.question.normalisation import normalise, squeezed

REFUSING = ("emergency", "injection", "abuse", "live", "personal_matter")
FILES = (*REFUSING, "asking", "wanted")
RULES = [(file, rule) for file in FILES for rule in load_rules(file)]


def seen(text: str) -> str:
    return squeezed(normalise(text))


@pytest.mark.parametrize(("file", "rule"), RULES, ids=[f"{f}:{r.name}" for f, r in RULES])
def test_a_rule_finds_its_examples(file: str, rule: Rule) -> None:
    assert [text for text in rule.examples if rule.match(seen(text)) is None] == []


@pytest.mark.parametrize(("file", "rule"), RULES, ids=[f"{f}:{r.name}" for f, r in RULES])
def test_a_rule_lets_near_misses_pass(file: str, rule: Rule) -> None:
    judges = load_rules(file) if file in REFUSING else (rule,)
    held = [(t, r.name) for t in rule.passes for r in judges if r.match(seen(t)) is not None]
    assert held == []


def test_every_refusing_rule_names_a_near_miss() -> None:
    bare = [(file, r.name) for file in REFUSING for r in load_rules(file) if not r.passes]
    assert bare == []


def test_a_match_gives_the_words_that_told() -> None:
    words = [rule.match("今日の天気は?") for rule in load_rules("live")]
    assert ("今日", "天気") in words
