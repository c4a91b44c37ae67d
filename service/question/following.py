"""Does a question lean on earlier turns of its conversation, and what does it then mean?

A question that says what it is about stands alone and is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    has_no_subject,
    pattern,
    patterns,
    plain,
    says_only,
    without_opener,
)
from service.question.topic import head, subject_named, topic_of
from service.question.wrapping import without

_ORDINALS = ("first", "second", "third", "fourth")
# 「RPAは？」 names one thing; longer stretches are questions of their own.
_SUBJECT_CHARS_MAX = 16
_NAMING = frozenset({"名詞", "接頭辞", "接尾辞"})
# What is so named belongs to a plan or to a matter, and is none itself.
_BELONGING = re.compile(r"計画|施策|プラン|[章節図表]")
_BARE_EDITION = re.compile(r"^([0-9一二三四五六七八九])次(?:計画)?$")
_AFTER_PLACE = re.compile(r"^市?(?:計画)?(?:では|でも|には|にも|の|は|も|で|に)?、?")
_BESIDE = re.compile(
    r"(?:計画|市|年度|の|プラン|\s|分|city|plan|plano|the|in|em|en|de|시|에서)*", re.IGNORECASE
)
_PLACE_END = re.compile(r"(?:市|町|村|区)$")
_NOUN = re.compile(r"[一-龥々ァ-ヺーA-Za-z0-9]+")


class Follower:
    """Reads questions in the light of what was said before."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge

    def follow(self, text: str, earlier: Sequence[Exchange], today: date) -> FollowUp | None:
        """What `text` means after `earlier` exchanges (oldest first); None where it stands alone.

        text  as `check` gives it, with kanji where it was all in kana
        """
        before = next((one for one in reversed(earlier) if one.meaning), None)
        if before is None:
            return None
        said = plain(text)
        bare = without_opener(said)
        return (
            self._chosen(said, before)
            or self._more(bare, before, earlier)
            or self._changed(bare, before, today)
            or self._about_the_same(bare, text, before)
            or self._replaced(bare, before)
        )

    def _chosen(self, said: str, before: Exchange) -> FollowUp | None:
        choices = before.choices
        named = next((i for i, one in enumerate(choices) if plain(one.label) == said), None)
        if named is None and choices:
            ordinal = next((n for n, name in enumerate(_ORDINALS) if says_only(said, name)), None)
            if says_only(said, "last"):
                ordinal = len(choices) - 1
            named = ordinal if ordinal is not None and ordinal < len(choices) else None
        if named is None and says_only(said, "yes") and before.reason.status.value == "clarify":
            if len(choices) != 1:
                # Yes to which? The same question asks back once more.
                return FollowUp(FollowKind.CHOSEN, before.meaning, before.city)
            named = 0
        if named is None:
            return None
        choice = choices[named]
        return FollowUp(FollowKind.CHOSEN, choice.question, choice.city or before.city)

    def _more(self, said: str, before: Exchange, earlier: Sequence[Exchange]) -> FollowUp | None:
        if not before.record_ids or not says_only(said, "more"):
            return None
        told = tuple(one.record_ids[0] for one in earlier if one.record_ids)
        return FollowUp(FollowKind.MORE, before.meaning, before.city, before.record_ids, told)

    def _changed(self, said: str, before: Exchange, today: date) -> FollowUp | None:
        """Another city, plan or year in the place of the one asked about before."""
        for x in _framed(said, "change", "bare_change"):
            if says_only(x, "groups"):
                text = f"{x}では、{before.meaning}"
                return FollowUp(FollowKind.CHANGED, text, before.city, before.record_ids)
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
        return self._of_place(said, before)

    def _of_place(self, said: str, before: Exchange) -> FollowUp | None:
        """Another city or plan, and another thing asked of it: 大田原ではいつから."""
        places = [(one.start, one.end) for one in cities_in(said, self._knowledge.cities)]
        places += [(one.start, one.end) for one in editions_in(said)]
        if len(places) != 1:
            return None
        start, end = places[0]
        rest = _AFTER_PLACE.sub("", said[end:])
        topic = topic_of(before, self._knowledge)
        if start or topic is None or not has_no_subject(rest):
            return None
        place = said[:end]
        if editions_in(place):
            topic = without(topic, [(one.start, one.end) for one in editions_in(topic)])
            return FollowUp(
                FollowKind.CHANGED, f"{place}計画では、{_joined(topic, rest)}", before.city
            )
        return FollowUp(FollowKind.CHANGED, f"{place}では、{_joined(topic, rest)}")

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

    def _of_edition(self, edition: str, before: Exchange) -> FollowUp:
        text, found = before.meaning, editions_in(before.meaning)
        edition = re.sub(r"(?:計画)?$", "", edition)
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

    def _about_the_same(self, said: str, text: str, before: Exchange) -> FollowUp | None:
        """Something else about the subject of the question before."""
        leading = pattern("pronouns").match(said)
        pointing = pattern("attributives").match(said)
        if leading is None and pointing is None and not has_no_subject(said):
            return None
        topic = topic_of(before, self._knowledge)
        if topic is None:
            return None
        if language_of(text) != "ja":
            joined = f"{text} 「{topic}」"
        elif leading is not None:
            joined = topic + said[leading.end() :]
        elif pointing is not None:
            joined = _pointed(said[pointing.end() :], topic)
        else:
            joined = _joined(topic, said)
        return FollowUp(FollowKind.SUBJECT, joined, before.city, before.record_ids)

    def _replaced(self, said: str, before: Exchange) -> FollowUp | None:
        """The same question about another subject."""
        topic = subject_named(before, self._knowledge)
        if topic is None:
            return None
        topic = head(topic)
        for x in _framed(said, "change"):
            if _is_name(x):
                return FollowUp(
                    FollowKind.REPLACED, before.meaning.replace(topic, x, 1), before.city
                )
        return None


def _framed(said: str, *names: str) -> tuple[str, ...]:
    """What the frames of these lists leave as the thing changed, likeliest first."""
    found = [one.fullmatch(said) for name in names for one in patterns(name)]
    found_x = [match["x"] for match in found if match is not None]
    return tuple(dict.fromkeys([*found_x, said] if "bare_change" in names else found_x))


def _joined(topic: str, said: str) -> str:
    """The topic before words that have none: の before an aspect that is spoken of, else は."""
    aspect = pattern("aspects").match(said)
    spoken_of = aspect and re.match(r"$|[はがを]|って", said[aspect.end() :])
    return f"{topic}の{said}" if spoken_of else f"{topic}は{said}"


def _pointed(rest: str, topic: str) -> str:
    """その + rest: a noun that names the subject itself is replaced, any other belongs to it."""
    noun = _NOUN.match(rest)
    own = pattern("class_nouns").match(rest)
    if noun and topic.endswith(noun.group()):
        return topic + rest[noun.end() :]
    return topic + rest[own.end() :] if own else f"{topic}の{rest}"


def _is_name(text: str) -> bool:
    """Whether a text is the name of a matter: nouns alone, none of them an aspect."""
    if len(text) > _SUBJECT_CHARS_MAX or _BELONGING.search(text) or pattern("aspects").search(text):
        return False
    return all(part.pos[0] in _NAMING for long in words(text) for part in long)


def _is_all(text: str, start: int, end: int) -> bool:
    """Whether nothing but 市, 計画 and the like stands beside [start, end)."""
    return _BESIDE.fullmatch(text[:start] + text[end:]) is not None


def _is_municipality(text: str) -> bool:
    return bool(_PLACE_END.search(text)) and any(
        one.name == text for group in load_municipalities().values() for one in group
    )
