"""Words by how they are read, and which follows which, as the indexed texts have them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import jaconv
import sudachipy

from index.sudachi import morphemes

HIRAGANA = re.compile(r"[ぁ-ゖー]*[ぁ-ゖ][ぁ-ゖー]*")
# What stands before the first word, and before a word after a sign or a number.
BREAK = ""
# 避難所 is one of Sudachi's longest units and 避難 + 所 its shortest; people write either.
_UNITS = (sudachipy.SplitMode.C, sudachipy.SplitMode.A)
_FEWEST = 2  # a pair seen once says little, and half of all pairs are seen once

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class KanaWords:
    """What kana-kanji conversion knows.

    words  how often a word stands in the texts, by reading (hiragana) and spelling
    pairs  how often a spelling stands after another, or after `BREAK`; at least twice
    """

    words: Mapping[Pair, int]
    pairs: Mapping[Pair, int]

    @classmethod
    def learn(cls, texts: Iterable[str]) -> KanaWords:
        """From the words of texts."""
        words: Counter[Pair] = Counter()
        pairs: Counter[Pair] = Counter()
        for text in texts:
            for unit in _UNITS:
                read = [(BREAK, BREAK), *_read(text, unit)]
                words.update((reading, spelling) for reading, spelling in read if reading)
                pairs.update((one, two) for (_, one), (_, two) in pairwise(read) if two)
        return cls(words, {pair: count for pair, count in pairs.items() if count >= _FEWEST})

    def save(self, file: Path) -> None:
        """Write to a file; equal words give equal text."""
        plain = {
            name: [[*key, count] for key, count in sorted(counts.items())]
            for name, counts in (("words", self.words), ("pairs", self.pairs))
        }
        file.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, file: Path) -> KanaWords:
        """Read what `save` wrote. Raises OSError, ValueError, KeyError or TypeError."""
        plain = json.loads(file.read_text(encoding="utf-8"))
        words, pairs = (
            {(str(one), str(two)): int(count) for one, two, count in plain[name]}
            for name in ("words", "pairs")
        )
        return cls(words, pairs)


def _read(text: str, unit: sudachipy.SplitMode) -> Iterator[Pair]:
    """Reading and spelling of each word; two `BREAK`s for what has no reading."""
    for morpheme in morphemes(unicodedata.normalize("NFKC", text), unit):
        spelling = morpheme.surface()
        reading = jaconv.kata2hira(spelling)
        if not HIRAGANA.fullmatch(reading):
            reading = jaconv.kata2hira(morpheme.reading_form())
        is_mark = len(spelling) == 1 and reading != spelling == jaconv.hira2kata(reading)
        is_word = HIRAGANA.fullmatch(reading) and not is_mark  # ア and イ number lists
        yield (reading, spelling) if is_word else (BREAK, BREAK)
