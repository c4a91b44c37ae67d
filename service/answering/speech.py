"""What a candidate speaks of: its words, years and kind, ready to be held against a question."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from math import log

from index import Passage, Searcher, about, told
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, FaqKind, RecordKind
from knowledge.years import YearMention, find_years
from service.question.morphology import words as morphemes
from service.question.synonyms import Meaning
from service.question.understanding import Understanding

_KEPT = 4096  # speeches kept ready: more than all entries and passages of five plans that are asked


@dataclass(frozen=True)
class Speech:
    """What a passage says.

    told            the answer and the characters it rests on: what a fact must stand in
    about           told, with the headings above it and the forms that ask for it
    words           normalised words of all that belongs to it: forms, answer, quote, headings
    own_names       of its city and prefecture, with and without 市 and 県, and 日本
    """

    kind: FaqKind | RecordKind
    told: str
    about: str
    words: frozenset[str]
    own_names: frozenset[str]

    # Most questions name neither a year nor ask for a person: both are read when first needed.
    @cached_property
    def years(self) -> tuple[YearMention, ...]:
        """Every year `told` names."""
        return find_years(self.told)

    @cached_property
    def names_a_person(self) -> bool:
        """Whether `told` holds a family name and a given name one after the other."""
        classes = [short.pos[:4] for long in morphemes(self.told) for short in long]
        return any(
            first[2:4] == ("人名", "姓") and then[2:4] == ("人名", "名")
            for first, then in pairwise(classes)
        )

    @cached_property
    def names_a_place(self) -> bool:
        """Whether `told` names a place or a body by its proper noun, other than the city's own."""
        return any(
            short.pos[1] == "固有名詞"
            and short.pos[2] in ("地名", "一般")
            and short.surface not in self.own_names
            and not short.surface.isascii()
            for long in morphemes(self.told)
            for short in long
        )


def said_otherwise(meanings: Iterable[Meaning], held: AbstractSet[str]) -> frozenset[str]:
    """Forms of words that do not stand in `held` themselves but in a word of the same meaning."""
    return frozenset(
        form
        for meaning in meanings
        if any(other and other <= held for other in meaning.others)
        for form in meaning.forms
    )


class Speeches:
    """Speeches of passages, made when first needed, and how telling a word is among them all."""

    def __init__(self, knowledge: KnowledgeBase, searcher: Searcher) -> None:
        self._knowledge = knowledge
        self._searcher = searcher
        self._with_entries = frozenset(entry.plan_id for entry in knowledge.faq)
        passages = searcher.passages
        tally = Tally(word for passage in passages for word in searcher.words(passage.id))
        self._rarity = {word: log(1 + len(passages) / count) for word, count in tally.items()}
        self._unheard = log(1 + len(passages))
        self.of = lru_cache(maxsize=_KEPT)(self._of)

    def coverage(self, asked: Understanding, speech: Speech) -> float:
        """Share of the content words asked, weighted by rarity, that the speech holds itself or in
        a word that means the same; 1 where there are none.
        """
        weights = {word: self._rarity.get(word, self._unheard) for word in asked.content_words}
        total = sum(weights.values())
        if not total:
            return 1.0
        held = speech.words | said_otherwise(asked.meanings, speech.words)
        return sum(weight for word, weight in weights.items() if word in held) / total

    def has_entries(self, plan_id: str) -> bool:
        """Whether a plan has FAQ entries."""
        return plan_id in self._with_entries

    def editions(self, plan_ids: tuple[str, ...]) -> frozenset[int]:
        """Editions of plans: a number of the question that is one says where to look, not what."""
        return frozenset(self._knowledge.plan(plan_id).edition for plan_id in plan_ids)

    def _of(self, passage: Passage) -> Speech:
        record = self._knowledge.record(passage.record_ids[0])
        return Speech(
            kind=record.asks if isinstance(record, FaqEntry) else passage.kind,
            told=told(passage, self._knowledge),
            about=about(passage, self._knowledge),
            words=self._searcher.words(passage.id),
            own_names=self._own_names(passage.city),
        )

    def _own_names(self, city_id: str) -> frozenset[str]:
        city = self._knowledge.city(city_id)
        names = (city.name, city.prefecture)
        return frozenset((*names, *(name[:-1] for name in names), *city.aliases, "日本"))
