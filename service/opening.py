"""Opens the counter: knowledge, models and index, as an operator has set them."""

from __future__ import annotations

from index import (
    IndexSettings,
    ModelChoice,
    Searcher,
    build,
    load_models,
    open_index,
    progress_bar,
)
from index.vectors import default_cache_folder
from knowledge.knowledgebase import KnowledgeBase, load_knowledge
from service.answering.settings import AnsweringSettings
from service.counter import Counter, Question
from service.phrasing.phrase import Phrase
from service.phrasing.settings import BreakerSettings, EndpointSettings
from service.settings import Settings

# Dictionaries and rules load with the first question (half a second): no resident should wait.
_FIRST_QUESTION = "計画の期間はいつからいつまでですか。"


def open_counter(settings: Settings) -> Counter:
    """Load knowledge, model and index, and build the index first where it is missing or stale.

    Takes seconds, a first build minutes; the build shows a progress bar. Raises KnowledgeError,
    EmbeddingError or ArtifactError.
    """
    knowledge = load_knowledge()
    index_settings = index_settings_of(settings)
    models = load_models(index_settings.model)
    build(knowledge, index_settings, settings.artifact_folder, progress_bar, models)
    searcher = Searcher(open_index(settings.artifact_folder), models, index_settings)
    answering = AnsweringSettings(
        quote_chars=settings.quote_chars_max, citations=settings.citations_max
    )
    counter = Counter(
        knowledge,
        searcher,
        answering,
        settings.day,
        phrase_of(settings, knowledge),
    )
    counter.ask(Question(_FIRST_QUESTION))
    return counter


def index_settings_of(settings: Settings) -> IndexSettings:
    """The part of the operator's settings that the index knows of."""
    return IndexSettings(
        model=ModelChoice(settings.model, settings.query_prefix, settings.passage_prefix),
        cache_folder=settings.cache_folder or default_cache_folder(),
    )


def phrase_of(settings: Settings, knowledge: KnowledgeBase) -> Phrase | None:
    """The phrasing that the operator set up; None where no endpoint is named."""
    if settings.llm_url is None:
        return None
    key = settings.llm_key
    return Phrase.by(
        knowledge,
        EndpointSettings(
            url=str(settings.llm_url),
            model=settings.llm_model,
            key=key.get_secret_value() if key else None,
            timeout_s=settings.llm_timeout_s,
            retries=settings.llm_retries,
        ),
        BreakerSettings(settings.llm_breaker_failures, settings.llm_breaker_rest_s),
    )
