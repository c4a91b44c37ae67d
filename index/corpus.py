"""Everything one ranking searches in: passages, FAQ entries, and their legs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from index.dense import DenseIndex
from index.kana_words import KanaWords
from index.lexical import LexicalIndex, Scores
from index.results import Passage
from knowledge.records import RecordKind


def by_kind(made: tuple[Passage, ...]) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """Passages of every kind but FAQ, and the entries, each in the order given."""
    plain = tuple(one for one in made if one.kind is not RecordKind.FAQ)
    return plain, tuple(one for one in made if one.kind is RecordKind.FAQ)


def starts(counts: NDArray[np.intp]) -> NDArray[np.intp]:
    """Where each of several runs begins that follow one another, `(runs,)`, from their lengths."""
    return np.concatenate(([0], np.cumsum(counts)[:-1])).astype(np.intp)


def best_and_mean(
    scores: Scores, begins: NDArray[np.intp], counts: NDArray[np.intp], best: float
) -> Scores:
    """Scores of forms `(..., forms)` as scores of entries `(..., entries)`.

    best  share of the highest; the rest is the mean
    """
    highest = np.maximum.reduceat(scores, begins, axis=-1)
    mean = np.add.reduceat(scores, begins, axis=-1) / counts
    return np.asarray(best * highest + (1 - best) * mean, dtype=np.float32)


@dataclass(frozen=True)
class Corpus:
    """What a search needs in memory; immutable.

    passages       of every kind but FAQ
    entries        FAQ entries as passages
    forms          question forms of each entry, one or more
    texts, titles  vectors of the passages
    answers        vectors of the entries' answers
    form_vectors   vectors of all forms, entry after entry
    text_terms     BM25 over the passages' texts, then the entries' (answer and quote)
    words          the different content words of all that belongs to each passage, then to each
                   entry; one string with spaces between, as a set takes ten times the memory
    kana_words     what all of it says, by how it is read
    """

    passages: tuple[Passage, ...]
    entries: tuple[Passage, ...]
    forms: tuple[tuple[str, ...], ...] = field(repr=False)
    texts: DenseIndex = field(repr=False)
    titles: DenseIndex = field(repr=False)
    answers: DenseIndex = field(repr=False)
    form_vectors: DenseIndex = field(repr=False)
    text_terms: LexicalIndex = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    kana_words: KanaWords = field(repr=False)

    @property
    def everything(self) -> tuple[Passage, ...]:
        """Passages, then entries: the order of `text_terms` and `words`."""
        return (*self.passages, *self.entries)

    @cached_property
    def row_of(self) -> dict[str, int]:
        """Row of each passage and, after them, of each entry by its id."""
        return {one.id: row for row, one in enumerate(self.everything)}

    @cached_property
    def by_id(self) -> Mapping[str, Passage]:
        """Each passage and entry by its id."""
        return MappingProxyType({one.id: one for one in self.everything})

    @cached_property
    def form_starts(self) -> NDArray[np.intp]:
        """Row of each entry's first form, `(entries,)`."""
        return starts(self.form_counts)

    @cached_property
    def form_counts(self) -> NDArray[np.intp]:
        """How many forms each entry has, `(entries,)`."""
        return np.array([len(forms) for forms in self.forms], dtype=np.intp)

    def by_entry(self, form_scores: Scores, best: float) -> Scores:
        """Scores of forms as scores of entries: `best` times the highest, the rest of the mean."""
        if not self.entries:
            return np.zeros(0, dtype=np.float32)
        return best_and_mean(form_scores, self.form_starts, self.form_counts, best)

    def best_form(self, entry: int, form_scores: Scores) -> tuple[str, float]:
        """The form of an entry that scores highest, and its score."""
        start = self.form_starts[entry]
        own = form_scores[start : start + self.form_counts[entry]]
        at = int(np.argmax(own))
        return self.forms[entry][at], float(own[at])
