"""What a candidate speaks of: its words, years and kind, ready to be held against a question."""

from __future__ import annotations

from collections import Counter as Tally
from dataclasses import dataclass
from functools import lru_cache
from math import log

from index import Passage, Searcher, Tokenizer
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, FaqKind, RecordKind
from knowledge.years import YearMention, find_years

_KEPT = 4096  # speeches kept ready: more than all entries and passages of five plans that are asked


@dataclass(frozen=True, slots=True)
class Speech:
    """What a passage says.

    told            the answer and the characters it rests on: what a fact must stand in
    words           normalised words of all that belongs to it: forms, answer, quote, headings
    place           where it stands: candidates of one place do not compete with each other
    names_a_person  whether `told` holds the name of a person
    """

    kind: FaqKind | RecordKind
    told: str
    words: frozenset[str]
    years: tuple[YearMention, ...]
    place: tuple[str, int]
    names_a_person: bool


class Speeches:
    """Speeches of passages, made when first needed, and how telling a word is among them all."""

    def __init__(self, knowledge: KnowledgeBase, searcher: Searcher, tokenizer: Tokenizer) -> None:
        self._knowledge = knowledge
        self._tokenizer = tokenizer
        tally: Tally[str] = Tally()
        passages = searcher.passages
        for passage in passages:
            tally.update(set(tokenizer.tokens(f"{passage.title} {passage.text}")))
        self._rarity = {word: log(1 + len(passages) / count) for word, count in tally.items()}
        self._unheard = log(1 + len(passages))
        self.of = lru_cache(maxsize=_KEPT)(self._of)

    def coverage(self, words: tuple[str, ...], speech: Speech) -> float:
        """Share of `words`, weighted by rarity, that the speech holds; 1 where there are none."""
        weights = {word: self._rarity.get(word, self._unheard) for word in words}
        total = sum(weights.values())
        if not total:
            return 1.0
        return sum(weight for word, weight in weights.items() if word in speech.words) / total

    def _of(self, passage: Passage) -> Speech:
        record = self._knowledge.record(passage.record_ids[0])
        quotes = [self._knowledge.quote(passage.plan_id, span) for span in passage.spans]
        told = " ".join((passage.shown, *quotes))
        forms = record.forms if isinstance(record, FaqEntry) else ()
        text = " ".join((told, passage.title, passage.text, *passage.section, *forms))
        return Speech(
            kind=record.asks if isinstance(record, FaqEntry) else passage.kind,
            told=told,
            words=frozenset(self._tokenizer.tokens(text)),
            years=find_years(told),
            place=(passage.plan_id, passage.spans[0].start),
            names_a_person=self._tokenizer.names_a_person(told),
        )
