"""What a question turns on: all in which two questions must agree to be the same question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from knowledge.vocabulary import load_words
from service.question.editions import EditionMention, editions_in
from service.question.morphology import Word, words
from service.question.understanding import Asked, Understanding, Wanted
from service.question.wrapping import core

_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*|(?<![a-z])[a-z](?![a-z])")
_NEGATED = "ない"
_FOREIGN_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")
_SIGNS = frozenset({"補助記号", "記号", "空白"})
_POLITE = frozenset({"です", "ます", "だ"})
_TOPIC = "は"
_PRONOUN = "代名詞"
_NAMING = frozenset({"名詞", "接頭辞", "接尾辞", _PRONOUN})


@dataclass(frozen=True, slots=True)
class Gist:
    """A question as it is held against question forms.

    said        its words without politeness and signs: equal ones are one question in other clothes
    plans       ids of the plans it names
    years       first and last western year, half and month of each year it names
    numbers     every other number in it, in order, as digits, and letters that stand alone:
                Jアラート is as far from Lアラート as 第4次 from 第5次
    negations   how many of its words are negated
    exceptions  how many leave something out or set an end: 以外, まで
    sides       (pair, side) of the contraries it names, see `turning.toml`
    roles       names with the particle that tells their part: 市 から, 国 に
    narrowing   words that set a bound, or say that it is done once more: 以上, だけ, 再
    carrying    content words
    """

    language: str
    said: tuple[str, ...]
    plans: frozenset[str]
    years: frozenset[tuple[int, int, str | None, int | None]]
    numbers: tuple[str, ...]
    negations: int
    exceptions: int
    sides: frozenset[tuple[int, int]]
    roles: frozenset[tuple[str, str]]
    asked: Asked
    wanted: frozenset[Wanted]
    narrowing: frozenset[str]
    carrying: frozenset[str]


def gist_of(asked: Understanding) -> Gist:
    """Read a question that was understood."""
    short = [word for long in words(asked.text) for word in long]
    taken = [(one.start, one.end) for one in asked.years]
    taken += [(one.start, one.end) for one in _named_plans(asked)]
    start, end = core(asked.text)
    own = [word for word in short if start <= word.start and word.end <= end]
    return Gist(
        language=asked.language,
        said=_said(own) if asked.language == "ja" else _foreign_words(asked.text),
        plans=frozenset(asked.plans),
        years=frozenset((y.first_year, y.last_year, y.half, y.month) for y in asked.years),
        numbers=_numbers(own, taken),
        negations=_negations(own, asked),
        exceptions=sum(word.base in _exceptions() for word in own),
        sides=frozenset(filter(None, map(_contraries().get, _named(asked.text, own)))),
        roles=frozenset(_roles(own)),
        asked=asked.asked,
        wanted=asked.wanted,
        narrowing=frozenset(_narrowing(own)),
        carrying=_carrying(asked),
    )


def _said(own: Sequence[Word]) -> tuple[str, ...]:
    kept = [
        word
        for word in own
        if not (
            (word.pos[0] in _SIGNS and not word.surface.isalnum())
            or (word.pos[0] == "助動詞" and word.base in _POLITE)
            or (word.pos[0] == "助詞" and word.pos[1] in ("終助詞", "準体助詞"))
        )
    ]
    while kept and kept[-1].pos[0] == "助詞" and kept[-1].surface == _TOPIC:
        kept.pop()
    return tuple(_NEGATED if _is_negation(word) else word.base for word in kept)


def _foreign_words(text: str) -> tuple[str, ...]:
    """Words of a text in a language that Sudachi does not cut; Chinese sign by sign."""
    return tuple(_FOREIGN_WORD.findall(text.casefold()))


def _carrying(asked: Understanding) -> frozenset[str]:
    if asked.language == "ja":
        return frozenset(asked.content_words)
    stops = load_words("stop_words").get(asked.language, ())
    return frozenset(_foreign_words(asked.text)).difference(stops)


def _named(text: str, own: Sequence[Word]) -> Iterator[str]:
    """Its short words, and each two of them that follow one another: 小学校 is 小 and 学校."""
    yield from (word.base for word in own)
    for first, then in pairwise(own):
        if first.end == then.start:
            yield text[first.start : then.end]


def _roles(own: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Each run of nouns that a particle of `turning.toml` follows, with that particle."""
    particles = _particles()
    run = ""
    for word in own:
        if word.pos[0] in _NAMING:
            run += word.base
            continue
        if run and word.pos[0] == "助詞" and word.surface in particles:
            yield run, particles[word.surface]
        run = ""


def _narrowing(own: Sequence[Word]) -> Iterator[str]:
    known = load_words("turning")["narrowing"]
    for before, word in zip((None, *own), own, strict=False):
        # どれだけ asks how much, and narrows nothing.
        if word.base in known and not (before and before.pos[0] == _PRONOUN):
            yield word.base


def _named_plans(asked: Understanding) -> tuple[EditionMention, ...]:
    """Where the text names its plans by their numbers; none where it names one that is not held."""
    named = editions_in(asked.text)
    return named if len({one.edition for one in named}) <= len(asked.plans) else ()


def _numbers(own: Sequence[Word], taken: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Digits, and what Sudachi takes for a number, outside of years and plans."""
    found = []
    for word in own:
        if not any(start < word.end and word.start < end for start, end in taken):
            found += _DIGITS.findall(word.surface.lower()) or (
                [word.base] if word.pos[1] == "数詞" and word.base else []
            )
    return tuple(found)


def _negations(own: Sequence[Word], asked: Understanding) -> int:
    if asked.language != "ja":
        return len(_foreign().findall(asked.text))
    prefixes = load_words("phrasing")["negating_prefixes"]
    return sum(
        _is_negation(word) or (word.pos[0] == "接頭辞" and word.base in prefixes) for word in own
    )


def _is_negation(word: Word) -> bool:
    return word.base in load_words("phrasing")["negations"]


@cache
def _exceptions() -> frozenset[str]:
    lists = load_words("turning")
    return frozenset((*lists["exceptions"], *lists["ends"]))


@cache
def _particles() -> dict[str, str]:
    """The first of its row for each particle: へ and に tell the same part."""
    rows = (row.split() for row in load_words("turning")["particles"])
    return {particle: row[0] for row in rows for particle in row}


@cache
def _foreign() -> re.Pattern[str]:
    every = load_words("turning")["foreign"]
    return re.compile("|".join(f"(?:{one})" for one in every), re.IGNORECASE)


@cache
def _contraries() -> dict[str, tuple[int, int]]:
    return {
        word: (pair, side)
        for pair, row in enumerate(load_words("turning")["contraries"])
        for side, named in enumerate(row.split("/"))
        for word in named.split()
    }
