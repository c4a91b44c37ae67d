"""The two embedders of a search: one compares questions, one reads texts."""

from __future__ import annotations

from dataclasses import dataclass

from index.embedding.embedder import Embedder, Vectors
from index.embedding.loading import LazyEmbedder, load_embedder
from index.embedding.matcher_files import ENCODER, read_digests
from index.embedding.model_choice import ModelChoice
from index.embedding.probe import Probe, load_probe


@dataclass(frozen=True, slots=True)
class Models:
    """What embeds what; both may be one model.

    matcher  questions, question forms and answers of FAQ entries
    reader   questions, titles and texts of passages
    probe    reads from the matcher's vector whether plans answer such questions; None for a model
             that has none
    """

    matcher: Embedder
    reader: Embedder
    probe: Probe | None = None

    @property
    def identity(self) -> str:
        """Equal identities give equal vectors for equal texts."""
        if self.matcher.identity == self.reader.identity:
            return self.matcher.identity
        return f"{self.matcher.identity}; {self.reader.identity}"

    def question(self, text: str) -> tuple[Vectors, Vectors]:
        """A question as the matcher and as the reader see it, `(dim,)` each.

        Raises EmbeddingError.
        """
        matched = self.matcher.queries([text])[0]
        if self.reader is self.matcher:
            return matched, matched
        return matched, self.reader.queries([text])[0]

    def askable(self, matched: Vectors) -> float:
        """Log odds that plans answer a question with this `(dim,)` vector of the matcher; 0 where
        nothing is known of it.
        """
        return self.probe.log_odds(matched) if self.probe else 0.0


def load_models(choice: ModelChoice) -> Models:
    """Load what a choice stands for; takes seconds. Raises EmbeddingError."""
    matcher = load_embedder(choice)
    reader = matcher if choice.reader == choice else load_embedder(choice.reader)
    packed = choice.folder if choice.folder and choice.is_packed else None
    probe = load_probe(packed, read_digests(packed)[ENCODER]) if packed else None
    return Models(matcher, reader, probe)


def lazy_models(choice: ModelChoice) -> Models:
    """The same, each loaded when its first text comes: a build may need none."""
    matcher = LazyEmbedder(choice)
    return Models(matcher, matcher if choice.reader == choice else LazyEmbedder(choice.reader))
