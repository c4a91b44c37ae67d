"""The index that these settings and this knowledge make: built where it is missing or stale."""

from __future__ import annotations

from index import Progress, build, is_current
from knowledge.knowledgebase import KnowledgeBase
from service.counter import index_settings_of
from service.settings import Settings


def ensure_index(settings: Settings, knowledge: KnowledgeBase, progress: Progress) -> bool:
    """Build the index unless the one on disk is current; whether it was built.

    Loads no model where nothing has changed. Raises IndexingError and below.
    """
    wanted = index_settings_of(settings)
    if is_current(knowledge, wanted, settings.artifact_folder):
        return False
    build(knowledge, wanted, settings.artifact_folder, progress)
    return True
