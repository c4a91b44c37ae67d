"""Kana-kanji conversion: a question in kana as the plans would write it.

Children, learners of Japanese and people at the kiosk's keyboard type しやくしょの けいかく. The
words are those of the indexed texts: of several homophones the plans mean their own. The likeliest
path through them is found by Viterbi's algorithm.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from heapq import nlargest
from math import log
from typing import NamedTuple

import jaconv
import sudachipy

from index.kana_words import BREAK, HIRAGANA, KanaWords
from index.settings import KanaSettings
from index.sudachi import morphemes
from index.tokens import has_kanji

# A run of kana, or blanks, or one other sign.
_PARTS = re.compile(r"[ぁ-ヺー]+|\s+|[^ぁ-ヺー\s]")


class _Path(NamedTuple):
    """A way to write the text up to some character: its log probability, and the text."""

    score: float
    written: str


class _Way(NamedTuple):
    """A next word on a path: where it ends, how it is known (None: it is not) and is shown."""

    end: int
    word: str | None
    shown: str
    score: float


class KanaKanji:
    """Writes with kanji what is written in kana; immutable, safe to share."""

    def __init__(self, known: KanaWords, settings: KanaSettings) -> None:
        self._settings = settings
        total = sum(known.words.values())
        of_reading: dict[str, list[tuple[str, float]]] = defaultdict(list)
        before: Counter[str] = Counter()
        for (reading, spelling), count in sorted(known.words.items(), key=lambda one: -one[1]):
            before[spelling] += count
            if len(of_reading[reading]) < settings.spellings:
                of_reading[reading].append((spelling, count / total))
        before[BREAK] = sum(count for (first, _), count in known.pairs.items() if first == BREAK)
        self._of_reading = dict(of_reading)
        self._pairs, self._before = known.pairs, before
        self._longest = max(map(len, of_reading), default=0)

    def written(self, text: str) -> str:
        """The text with kanji and without its blanks; one that has kanji comes back as it is."""
        plain = unicodedata.normalize("NFKC", text)
        if has_kanji(plain) or not HIRAGANA.search(plain):
            return text
        done, last = "", BREAK
        for part in _PARTS.findall(plain):
            if HIRAGANA.search(part):
                added, last = self._best(part, last)
                done += added
            elif part.isspace():
                done += " " if done[-1:].isascii() else ""  # Latin words keep theirs
            else:
                done, last = done + part, BREAK
        return done.strip()

    def _best(self, part: str, before: str) -> tuple[str, str]:
        """The likeliest spelling of a run of kana after a word, and its last word."""
        in_dictionary = self._in_dictionary(part)
        # For each character the best path to it, by its last word.
        paths: list[dict[str | None, _Path]] = [{} for _ in range(len(part) + 1)]
        paths[0][before] = _Path(0.0, "")
        for start in range(len(part)):
            best = nlargest(self._settings.paths, paths[start].items(), key=lambda one: one[1])
            for last, path in best:
                for way in (*self._ways(part, start, last), *in_dictionary[start]):
                    new = _Path(path.score + way.score, path.written + way.shown)
                    there = paths[way.end]
                    there[way.word] = max(new, there.get(way.word, new))
        word, path = max(paths[-1].items(), key=lambda one: one[1])
        return path.written, word or BREAK

    def _ways(self, part: str, start: int, last: str | None) -> Iterator[_Way]:
        """How a path may go on: an unknown character, or any word that is read so."""
        costs = self._settings
        unknown = costs.unknown_next if last is None else costs.unknown_first
        yield _Way(start + 1, None, part[start], -unknown)
        for end in range(start + 1, min(len(part), start + self._longest) + 1):
            typed = part[start:end]
            reading = jaconv.kata2hira(typed)
            for spelling, share in self._of_reading.get(reading, ()):
                # Who typed katakana meant it.
                shown = spelling if typed == reading else typed
                yield _Way(end, spelling, shown, self._score(last, spelling, share, end - start))

    def _score(self, last: str | None, spelling: str, share: float, length: int) -> float:
        """Log probability of a word after another, as seen in pairs and by itself."""
        pairs = 0 if last is None else self._pairs.get((last, spelling), 0)
        follows = pairs / self._before[last or BREAK] if pairs else 0.0
        weight = self._settings.pair_weight
        score = log(weight * follows + (1 - weight) * share)
        is_lonely = length == 1 and not follows and has_kanji(spelling)
        return score - self._settings.lonely_cost if is_lonely else score

    def _in_dictionary(self, part: str) -> defaultdict[int, list[_Way]]:
        """Kana words of Sudachi's dictionary by where they start: ごみ and ありがとう stay."""
        found: defaultdict[int, list[_Way]] = defaultdict(list)
        for one in morphemes(part, sudachipy.SplitMode.C):
            if not one.is_oov() and len(one.surface()) > 1:
                way = _Way(one.end(), one.surface(), one.surface(), -self._settings.dictionary_cost)
                found[one.begin()].append(way)
        return found
