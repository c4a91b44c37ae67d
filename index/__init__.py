"""Passages in, ranked hits out. `index.evaluation` is apart: only measuring needs its library."""

from index.build import BuildReport, build, is_current
from index.embedding import ModelChoice, Models, load_models
from index.opening import Index, open_index
from index.passages import about, told
from index.progress import Progress, progress_bar
from index.results import Hit, Leg, LegScore, Passage, Query, ResultSet, Scope
from index.search import Embedded, Searcher
from index.settings import IndexSettings
from index.taken_apart import TakenApart
from index.tokens import Piece

__all__ = [
    "BuildReport",
    "Embedded",
    "Hit",
    "Index",
    "IndexSettings",
    "Leg",
    "LegScore",
    "ModelChoice",
    "Models",
    "Passage",
    "Piece",
    "Progress",
    "Query",
    "ResultSet",
    "Scope",
    "Searcher",
    "TakenApart",
    "about",
    "build",
    "is_current",
    "load_models",
    "open_index",
    "progress_bar",
    "told",
]
