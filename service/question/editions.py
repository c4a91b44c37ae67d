"""Which plans a question names: 第五次, 4次計画, the fifth plan, or a plan's own title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.records import Plan
from service.question.normalisation import normalise

_NUMBERS = {sign: value for value, sign in enumerate("一二三四五六七八九十", start=1)}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "primeir": 1, "primer": 1, "segund": 2, "terceir": 3, "tercer": 3, "quart": 4, "cuart": 4,
    "quint": 5, "sext": 6, "sétim": 7, "séptim": 7,
}  # fmt: skip
# 第二次世界大戦, 第一次産業, 二次利用 are no plans: an edition is followed by the plan or its city.
_JAPANESE = re.compile(
    r"(?:第\s?(?P<a>[0-9]{1,2}|[一二三四五六七八九十])\s?次(?!世界|大戦|産業|元|ベビー|補正|救急|避難|募集|分権|評価|配布"
    r"|\s?(?:総合計画|行政改革|振興))"
    r"|(?<![第0-9一二三四五六七八九十])(?P<b>[0-9]{1,2}|[一二三四五六七八九十])\s?次(?=の?\s?(?:計画|地域情報|情報化|プラン)))"
)
# Two bare ordinals set against each other can only mean two plans: 四次から五次, 4次と5次.
_PAIR = re.compile(
    r"(?<![第0-9一二三四五六七八九十])(?P<first>(?P<a>[0-9]|[一二三四五六七八九])\s?次(?:計画)?)"
    r"\s?(?:と|から|→|や|・|、|対)\s?(?P<second>第?(?P<b>[0-9]|[一二三四五六七八九])\s?次)"
)
_KOREAN = re.compile(r"제\s?(?P<a>[0-9]{1,2})\s?차")
_LATIN = re.compile(
    r"\b(?:(?P<a>[0-9]{1,2})(?:st|nd|rd|th|º|ª|o)|(?P<b>"
    + "|".join(_ORDINALS)
    + r")[oa]?)\b.{0,50}?\b(?:plan|plano)\b"
    r"|\b(?:plan|plano)\b.{0,40}?\b(?:(?P<c>[0-9]{1,2})(?:st|nd|rd|th|º|ª)|(?P<d>"
    + "|".join(_ORDINALS)
    + r")[oa]?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class EditionMention:
    """第四次, 4次 or fourth at [start, end) of the text."""

    start: int
    end: int
    edition: int


def editions_in(text: str) -> tuple[EditionMention, ...]:
    """Editions of plans named in a text, in order."""
    found = []
    for pattern in (_JAPANESE, _KOREAN, _LATIN):
        for match in pattern.finditer(text):
            group = next(name for name, written in match.groupdict().items() if written)
            # 第四次 as a whole, but of "fourth Toride plan" the number alone.
            start, end = match.span(group) if pattern is _LATIN else match.span()
            found.append(EditionMention(start, end, _number(match[group])))
    for match in _PAIR.finditer(text):
        found += [
            EditionMention(*match.span(whole), _number(match[number]))
            for whole, number in (("first", "a"), ("second", "b"))
            if not any(m.start <= match.start(number) < m.end for m in found)
        ]
    return tuple(sorted(found, key=lambda mention: mention.start))


def plans_in(text: str, plans: Sequence[Plan], cities: Sequence[str]) -> tuple[str, ...]:
    """Ids of the plans named, in order of editions; of the given cities only, if there are any.

    A plan is named by its edition (第五次) or by its title without the city's name, as long as
    that title is not a common noun for such plans (情報化計画).
    """
    scope = [plan for plan in plans if not cities or plan.city in cities]
    named = [
        plan.id
        for mention in editions_in(text)
        for plan in scope
        if plan.edition == mention.edition and _is_numbered(plan)
    ]
    titled = [plan.id for plan in scope if any(name in text for name in _titles(plan))]
    return tuple(dict.fromkeys(named + titled))


@lru_cache(maxsize=256)
def _titles(plan: Plan) -> tuple[str, ...]:
    titles = {normalise(plan.title), normalise(plan.short_title)}
    if not _is_numbered(plan):
        titles |= {title.replace(plan.city_name, "") for title in titles}
    return tuple(sorted(title for title in titles if len(title) > 5))


def _is_numbered(plan: Plan) -> bool:
    return bool(editions_in(normalise(plan.title)))


def _number(written: str) -> int:
    if written.isdigit():
        return int(written)
    return _NUMBERS.get(written) or _ORDINALS[written.lower()]
