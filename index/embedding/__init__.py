"""Texts to unit vectors."""

from index.embedding.embedder import Embedder, Vectors
from index.embedding.loading import LazyEmbedder, load_embedder
from index.embedding.model_choice import ModelChoice

__all__ = ["Embedder", "LazyEmbedder", "ModelChoice", "Vectors", "load_embedder"]
