"""Texts to unit vectors."""

from index.embedding.embedder import Embedder, Vectors
from index.embedding.loading import LazyEmbedder, load_embedder
from index.embedding.model_choice import ModelChoice
from index.embedding.models import Models, lazy_models, load_models

__all__ = [
    "Embedder",
    "LazyEmbedder",
    "ModelChoice",
    "Models",
    "Vectors",
    "lazy_models",
    "load_embedder",
    "load_models",
]
