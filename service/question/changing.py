"""Short questions that change one thing of the question before: 大田原は, 来年度は, RPAは."""

from __future__ import annotations

import re
from datetime import date

from knowledge.catalog import City
from knowledge.knowledgebase import KnowledgeBase
from knowledge.vocabulary import load_municipalities
from service.question.editions import editions_in
from service.question.exchange import Exchange
from service.question.follow_up import FollowKind, FollowUp
from service.question.held_cities import cities_in
from service.question.language import language_of
from service.question.morphology import words
from service.question.period import years_in
from service.question.phrases import (
    framed,
    has_no_subject,
    is_further,
    pattern,
    patterns,
    says_only,
)
from service.question.topic import head, joined, subject_named, topic_of
from service.question.wrapping import without

# 「RPAは？」 names one thing; longer stretches are questions of their own.
_SUBJECT_CHARS_MAX = 16
_NAMING = frozenset({"名詞", "接頭辞", "接尾辞"})
# What is so named belongs to a plan or to a matter, and is none itself.
_BELONGING = re.compile(r"計画|施策|プラン|[章節図表]")
_PLACE_END = re.compile(r"(?:市|町|村|区)$")
_BARE_EDITION = re.compile(r"^([0-9一二三四五六七八九])次(?:計画)?$")
_AFTER_PLACE = re.compile(
    r"市?(?:計画)?(?:の場合は?|では|でも|には|にも|の|は|も|で|に)?(?!って)、?"
)
# Of a plan only as a place: 第5次計画の期間は asks about the plan itself.
_IN_PLAN = re.compile(r"(?:の?計画)?(?:の場合は?|では|でも|には|にも|だと)、?")
_JAPANESE = re.compile(r"[ぁ-ゖァ-ヺ一-龥]")
_BESIDE = re.compile(
    r"(?:計画|市|年度|の|プラン|\s|分|city|plan|plano|the|in|em|en|de|시|에서)*", re.IGNORECASE
)


class Changer:
    """Finds the one thing that is changed, and puts it in the place of the one before."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge

    def changed(self, said: str, before: Exchange, today: date) -> FollowUp | None:
        """Another city, plan, year or group in the place of the one asked about before."""
        for x in framed(said, "change", "bare_change"):
            cities = cities_in(x, self._knowledge.cities)
            if len(cities) == 1 and _is_all(x, cities[0].start, cities[0].end):
                return self._of_city(self._knowledge.city(cities[0].city_id), before)
            if _is_municipality(x):
                return FollowUp(FollowKind.CHANGED, f"{x}では、{self._without_place(before)}")
            edition = _BARE_EDITION.sub(r"第\1次", x)
            editions = editions_in(edition)
            if len(editions) == 1 and _is_all(edition, editions[0].start, editions[0].end):
                return self._of_edition(edition, before)
            years = years_in(x, today)
            if len(years) == 1 and _is_all(x, years[0].start, years[0].end):
                return self._of_year(x, before, today)
            if says_only(x, "next_year") and len(found := years_in(before.meaning, today)) == 1:
                return self._of_year(f"{found[0].last_year + 1}年度", before, today)
            if says_only(x, "areas", "groups"):
                return self._of_group(x, before)
        return self._of_place(said, before)

    def replaced(self, said: str, text: str, before: Exchange) -> FollowUp | None:
        """The same question about another subject; `said` without, `text` with its opener."""
        if language_of(before.meaning) != "ja":
            if language_of(said) == "ja" and _JAPANESE.search(said):
                return None
            x = next(iter(framed(said, "change")), said if is_further(text) else None)
            if x is None or len(x) > 2 * _SUBJECT_CHARS_MAX:
                return None
            return FollowUp(FollowKind.REPLACED, f"{before.meaning} - {x}?", before.city)
        topic = subject_named(before, self._knowledge)
        if topic is None:
            return None
        for x in framed(said, "change"):
            is_sure = is_further(text) or said[len(x) :] not in ("は", "も")
            if _is_name(x, is_sure):
                whole = before.meaning.replace(head(topic), x, 1)
                return FollowUp(FollowKind.REPLACED, whole, before.city)
        return None

    def _of_city(self, city: City, before: Exchange) -> FollowUp:
        text = self._without_place(before)
        if language_of(text) == "ja":
            text = f"{city.name}では、{text}"
        return FollowUp(FollowKind.CHANGED, text, city.id)

    def _without_place(self, before: Exchange) -> str:
        """The question before without names of cities and plans: another city has other plans."""
        text = before.meaning
        taken = [(one.start, one.end) for one in cities_in(text, self._knowledge.cities)]
        taken += [(one.start, one.end) for one in editions_in(text)]
        return without(text, taken)

    def _of_place(self, said: str, before: Exchange) -> FollowUp | None:
        """Another city or plan, and another thing asked of it: 大田原ではいつから."""
        cities = cities_in(said, self._knowledge.cities)
        places = [(one.start, one.end) for one in cities]
        places += [(one.start, one.end) for one in editions_in(said)]
        if len(places) != 1:
            return None
        start, end = places[0]
        after = (_AFTER_PLACE if cities else _IN_PLAN).match(said, end)
        topic = topic_of(before, self._knowledge)
        if (
            start
            or after is None
            or topic is None
            or not has_no_subject(rest := said[after.end() :])
        ):
            return None
        topic = without(topic, [(one.start, one.end) for one in editions_in(topic)])
        asked = joined(topic, rest)
        if cities:
            name = self._knowledge.city(cities[0].city_id).name
            return FollowUp(FollowKind.CHANGED, f"{name}では、{asked}", cities[0].city_id)
        return FollowUp(FollowKind.CHANGED, f"{said[:end]}計画では、{asked}", before.city)

    def _of_edition(self, edition: str, before: Exchange) -> FollowUp:
        text, found = before.meaning, editions_in(before.meaning)
        edition = edition.removesuffix("計画")
        if found:
            text = f"{text[: found[0].start]}{edition}{text[found[-1].end :]}"
        else:
            text = f"{edition}計画では、{text}"
        return FollowUp(FollowKind.CHANGED, text, before.city)

    def _of_year(self, year: str, before: Exchange, today: date) -> FollowUp:
        text, found = before.meaning, years_in(before.meaning, today)
        if found:
            text = f"{text[: found[0].start]}{year}{text[found[-1].end :]}"
        else:
            text = f"{year}は、{text}"
        return FollowUp(FollowKind.CHANGED, text, before.city, before.record_ids)

    def _of_group(self, group: str, before: Exchange) -> FollowUp:
        other = pattern("groups").search(before.meaning)
        if other and says_only(group, "groups"):
            text = before.meaning[: other.start()] + group + before.meaning[other.end() :]
            return FollowUp(FollowKind.CHANGED, text, before.city)
        text = f"{group}では、{before.meaning}"
        return FollowUp(FollowKind.CHANGED, text, before.city, before.record_ids)


def _is_name(text: str, is_sure: bool) -> bool:
    """Whether a text is the name of a matter: nouns, none of them an aspect.

    Nouns joined by の are one where it is sure that they change the subject (じゃあ, のほう), or
    where they end as names do: 児童生徒の安全対策事業, but not 委員会の仕事.
    """
    if len(text) > _SUBJECT_CHARS_MAX or _BELONGING.search(text) or pattern("aspects").search(text):
        return False
    parts = [part for long in words(text) for part in long]
    if not (is_sure or any(one.search(text) for one in patterns("name_ends"))):
        return all(part.pos[0] in _NAMING for part in parts)
    return all(part.pos[0] in _NAMING or part.surface == "の" for part in parts)


def _is_all(text: str, start: int, end: int) -> bool:
    """Whether nothing but 市, 計画 and the like stands beside [start, end)."""
    return _BESIDE.fullmatch(text[:start] + text[end:]) is not None


def _is_municipality(text: str) -> bool:
    return bool(_PLACE_END.search(text)) and any(
        one.name == text for group in load_municipalities().values() for one in group
    )
