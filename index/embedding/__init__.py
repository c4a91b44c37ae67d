"""Texts to unit vectors."""

from index.embedding.embedder import Embedder, Vectors
from index.embedding.loading import ModelChoice, load_embedder

__all__ = ["Embedder", "ModelChoice", "Vectors", "load_embedder"]
