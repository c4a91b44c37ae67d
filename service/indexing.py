"""The index that these settings and this knowledge make: built where it is missing or stale."""

from __future__ import annotations

from dataclasses import replace

from index import IndexSettings, ModelChoice, Progress, build, is_current
from knowledge.knowledgebase import KnowledgeBase
from service.settings import Settings


def index_settings(settings: Settings) -> IndexSettings:
    """What an operator has set of the index; everything else as tuned."""
    choice = ModelChoice(settings.model, settings.query_prefix, settings.passage_prefix)
    tuned = IndexSettings(model=choice)
    if settings.cache_folder is None:
        return tuned
    return replace(tuned, cache_folder=settings.cache_folder)


def ensure_index(settings: Settings, knowledge: KnowledgeBase, progress: Progress) -> bool:
    """Build the index unless the one on disk is current; whether it was built.

    Loads no model where nothing has changed. Raises IndexingError and below.
    """
    wanted = index_settings(settings)
    if is_current(knowledge, wanted, settings.artifact_folder):
        return False
    build(knowledge, wanted, settings.artifact_folder, progress)
    return True
