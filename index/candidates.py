"""All candidates of one question as one ranking, and the cut."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.corpus import Corpus
from index.fusion import Fused, ranking
from index.lexical import Scores
from index.results import WITHHELD, Hit


@dataclass(frozen=True, kw_only=True)
class Candidates:
    """Passages and entries in scope with their fused scores; passages come before entries.

    rows, entry_rows   where they stand in the corpus
    form_cosines       of every form of the corpus, to name the form that matched best
    """

    corpus: Corpus
    rows: NDArray[np.intp]
    entry_rows: NDArray[np.intp]
    passages: Fused
    entries: Fused
    form_cosines: Scores

    def cut(
        self, wanted: int, rejected: int, withheld: frozenset[str] = frozenset()
    ) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
        """The first `wanted` candidates, and the `rejected` after them with the reason.

        withheld  ids that are rejected wherever they rank; the next take their places
        """
        scores = np.concatenate([self.passages.scores, self.entries.scores])
        ids = [self.corpus.passages[row].id for row in self.rows]
        ids += [self.corpus.entries[row].id for row in self.entry_rows]
        order = ranking(scores, np.array(ids, dtype=np.str_))
        kept = [at for at in order[: wanted + rejected + len(withheld)] if ids[at] not in withheld]
        hits = [
            self._hit(int(at), place, wanted)
            for place, at in enumerate(kept[: wanted + rejected], start=1)
        ]
        if not withheld:
            return tuple(hits[:wanted]), tuple(hits[wanted:])
        hidden = [
            replace(self._hit(int(at), 0, wanted), rejected=WITHHELD)
            for at in order[: wanted + rejected]
            if ids[at] in withheld
        ]
        return tuple(hits[:wanted]), (*hidden, *hits[wanted:])

    def _hit(self, at: int, place: int, wanted: int) -> Hit:
        reason = f"rank {place}, below the cut of {wanted}" if place > wanted else None
        plain_count = len(self.rows)
        if at < plain_count:
            passage = self.corpus.passages[self.rows[at]]
            score = float(self.passages.scores[at])
            return Hit(passage, score, self.passages.legs(at), rejected=reason)
        at -= plain_count
        row = int(self.entry_rows[at])
        form, cosine = self.corpus.best_form(row, self.form_cosines)
        score = float(self.entries.scores[at])
        entry = self.corpus.entries[row]
        return Hit(entry, score, self.entries.legs(at), form, cosine, reason)
