"""The reviewed word data are whole and well-formed."""

from __future__ import annotations

import re
from itertools import chain

from knowledge.vocabulary import load_municipalities, load_synonyms, load_words

# 1,718 市町村 of 令和 and the 23 special wards of Tokyo.
MUNICIPALITIES = 1741


def test_every_prefecture_and_municipality_is_there() -> None:
    places = load_municipalities()
    assert len(places) == 47
    assert sum(map(len, places.values())) == MUNICIPALITIES
    names = {m.name: m for m in places["茨城県"]}
    assert (names["守谷市"].reading, names["守谷市"].romaji) == ("もりやし", "Moriya")


def test_readings_and_romaji_are_written_alike() -> None:
    endings = {"市": ("し",), "町": ("まち", "ちょう"), "村": ("むら", "そん"), "区": ("く",)}
    wrong = [
        m
        for m in chain.from_iterable(load_municipalities().values())
        if not re.fullmatch("[ぁ-ゖー]+", m.reading)
        or not m.reading.endswith(endings[m.name[-1]])
        or not re.fullmatch("[A-Z][a-z-]+", m.romaji)
    ]
    assert wrong == []


def test_synonyms_are_many_and_distinct() -> None:
    groups = load_synonyms()
    assert len(groups) >= 120
    assert len(set(map(frozenset, groups))) == len(groups)
    assert any({"スマートフォン", "スマホ"} <= set(group) for group in groups)


def test_wrapping_patterns_compile_and_never_match_nothing() -> None:
    for patterns in load_words("wrapping").values():
        for pattern in patterns:
            assert re.compile(pattern).fullmatch("") is None, pattern


def test_following_patterns_compile_and_never_match_nothing() -> None:
    for name, patterns in load_words("following").items():
        for pattern in patterns:
            assert re.compile(pattern).fullmatch("") is None, pattern
        assert name != "change" or all("(?P<x>" in pattern for pattern in patterns)


def test_stop_word_languages_differ() -> None:
    lists = {name: frozenset(words) for name, words in load_words("stop_words").items()}
    assert len(lists["pt"] & lists["es"]) < 30
    assert not lists["en"] & lists["es"] - {"a", "no", "me", "plan", "as"}
