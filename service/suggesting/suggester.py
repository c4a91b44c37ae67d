"""Finds questions that the plans can answer while somebody types."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from heapq import nsmallest

from knowledge.knowledgebase import KnowledgeBase
from service.question import check
from service.suggesting.folding import runs, typed_parts, without_romaji, written_and_read
from service.suggesting.keys import keys_of
from service.suggesting.settings import SuggestionSettings
from service.suggesting.suggestion import Key, Suggestion

_LAST = "\U0010ffff"  # after every text that begins alike

Rank = tuple[int, bool, float]


class Suggester:
    """Suggestions from one knowledge base; safe to share between threads.

    Making one takes seconds: every form is read by Sudachi.
    """

    def __init__(
        self, knowledge: KnowledgeBase, settings: SuggestionSettings | None = None
    ) -> None:
        self.settings = settings or SuggestionSettings()
        keys = tuple(keys_of(knowledge, self.settings))
        self._scopes = {None: _Scope(keys)} | {
            city.id: _Scope([key for key in keys if key.suggestion.city == city.id])
            for city in knowledge.cities
        }

    def suggest(
        self, text: str, city: str | None = None, lang: str | None = None
    ) -> tuple[Suggestion, ...]:
        """At most `suggestions_max` questions, the likeliest first; none for what is refused.

        city  only its questions; None: those of all cities
        lang  Japanese questions and those of this language; None: of every language

        Raises KeyError for a city that is not served.
        """
        scope = self._scopes[city]
        if check(text).found:
            return ()
        languages = None if lang is None else {"ja", lang}
        for parts in self._ways(text):
            if parts and (found := scope.find(parts, languages, self.settings.suggestions_max)):
                return found
        return ()

    def _ways(self, text: str) -> Iterator[tuple[str, ...]]:
        """What was typed as parts to be found, the strictest way first."""
        yield typed_parts(text)
        converted = without_romaji(text, self.settings.romaji_max)
        yield typed_parts(converted)
        # Half converted: 証明書じどう is neither as written nor as read, but by its reading.
        yield typed_parts(written_and_read(converted)[1].text)
        yield runs(converted)


class _Scope:
    """The keys of one city or of all."""

    def __init__(self, keys: Sequence[Key]) -> None:
        self._keys = keys
        self._texts = [f"{key.written}\n{key.read}" for key in keys]
        starts = [(key.written, place) for place, key in enumerate(keys)]
        starts += [(key.read, place) for place, key in enumerate(keys) if key.read]
        starts.sort()
        self._sorted = [text for text, _ in starts]
        self._places = [place for _, place in starts]

    def find(
        self, parts: Sequence[str], languages: Collection[str] | None, most: int
    ) -> tuple[Suggestion, ...]:
        """The best questions in which every part stands."""
        found = self._best(self._beginning_with(parts), parts, languages, most)
        # Nothing inside a text ranks before a beginning: enough of those spare the long way.
        return found if len(found) == most else self._best(self._all(), parts, languages, most)

    def _beginning_with(self, parts: Sequence[str]) -> Collection[int]:
        first = bisect_left(self._sorted, parts[0])
        last = bisect_left(self._sorted, parts[0] + _LAST)
        return set(self._places[first:last])

    def _all(self) -> Collection[int]:
        return range(len(self._keys))

    def _best(
        self,
        places: Collection[int],
        parts: Sequence[str],
        languages: Collection[str] | None,
        most: int,
    ) -> tuple[Suggestion, ...]:
        texts, keys = self._texts, self._keys
        for part in parts:
            places = [place for place in places if part in texts[place]]
        ranked: dict[str, tuple[Rank, int]] = {}
        for place in places:
            key = keys[place]
            if languages is None or key.language in languages:
                rank = (_tier(key, parts), not key.main, key.cost)
                if key.entry not in ranked or (rank, place) < ranked[key.entry]:
                    ranked[key.entry] = (rank, place)
        # Two plans of a city may ask the same: some more than shown, then one of each.
        best = nsmallest(2 * most, ranked.values())
        shown = dict.fromkeys(keys[place].suggestion for _, place in best)
        return tuple(shown)[:most]


def _tier(key: Key, parts: Sequence[str]) -> int:
    """0: the text begins with the first part; 1: every part begins a word; 2: anywhere."""
    if key.written.startswith(parts[0]) or key.read.startswith(parts[0]):
        return 0
    return 1 if all(_begins_word(key, part) for part in parts) else 2


def _begins_word(key: Key, part: str) -> bool:
    sides = ((key.written, key.written_starts), (key.read, key.read_starts))
    return any(text.startswith(part, start) for text, starts in sides for start in starts)
