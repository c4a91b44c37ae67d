"""An index as it is searched: loaded from its artifact, with what is needed to filter it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.artifact import current_version, load_corpus, read_manifest
from index.corpus import Corpus
from index.results import Passage, Scope


class Index:
    """A loaded artifact: the corpus and what it was made with. Immutable."""

    def __init__(self, corpus: Corpus, version: str, model: str) -> None:
        self.corpus = corpus
        self.version = version
        self.model = model
        self._places = (_places(corpus.passages), _places(corpus.entries))

    def in_scope(self, scope: Scope) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Rows of the passages and of the entries that a scope allows."""
        first, second = (
            np.flatnonzero(_allowed(cities, scope.cities) & _allowed(plans, scope.plans))
            for cities, plans in self._places
        )
        return first, second


def _allowed(values: NDArray[np.str_], wanted: frozenset[str]) -> NDArray[np.bool_]:
    if not wanted:
        return np.ones(len(values), dtype=bool)
    return np.isin(values, sorted(wanted))


def open_index(root: Path = Path(".artifact")) -> Index:
    """Load the current artifact. Raises ArtifactError where it is missing, damaged or other."""
    version = current_version(root)
    manifest = read_manifest(root, version)
    return Index(load_corpus(root / version), version, str(manifest["model"]))


def _places(passages: Sequence[Passage]) -> tuple[NDArray[np.str_], NDArray[np.str_]]:
    """City and plan of each passage, as arrays to filter by."""
    cities = np.array([one.city for one in passages], dtype=np.str_)
    plans = np.array([one.plan_id for one in passages], dtype=np.str_)
    return cities, plans
