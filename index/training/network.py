"""A sentence-transformers model as something that is trained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from torch import Tensor

from index.embedding import Vectors
from knowledge.errors import TrainingError

# Number of a transformer layer in a parameter's name, whatever the family calls its layers.
_LAYER = re.compile(r"\.(?:layers?|h|blocks?)\.(\d+)\.")
_FROZEN = re.compile(r"embeddings?\b")

# Where texts sorted by length are cut; each part is computed by itself, as padding forms to the
# length of answers would cost more than a run more. Of four ways to cut, the quickest.
_CUTS = (0.5, 0.8, 0.93)
_ENCODED_AT_ONCE = 256

Weights = Mapping[str, Tensor]


class Network:
    """Texts to unit vectors, with gradients for everything but the embeddings.

    device  `cuda` or `cpu`; 16-bit arithmetic where the device has it
    """

    def __init__(self, model: SentenceTransformer, longest_pieces: int, device: str) -> None:
        self._model = model.to(device)
        self._longest = longest_pieces
        self.device = device
        self._half = device == "cuda" or bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())
        for module in model.modules():
            if isinstance(module, torch.nn.Dropout):
                module.p = 0.0  # noise would move the vectors of forms that need no moving
        self._trained = {
            name: parameter
            for name, parameter in model.named_parameters()
            if not _FROZEN.search(name)
        }
        for name, parameter in model.named_parameters():
            parameter.requires_grad_(name in self._trained)
        if not self._trained:
            raise TrainingError("the model has no weights to train beside its embeddings")

    def vectors(self, texts: Sequence[str]) -> Tensor:
        """`(n, dim)` unit vectors of texts with their prompts, with gradients."""
        order = sorted(range(len(texts)), key=lambda at: (len(texts[at]), at))
        cuts = [0, *(int(len(order) * share) for share in _CUTS), len(order)]
        rows = [
            self._run([texts[at] for at in order[first:end]])
            for first, end in pairwise(cuts)
            if first < end
        ]
        back = torch.empty(len(order), dtype=torch.long)
        back[torch.tensor(order)] = torch.arange(len(order))
        return torch.cat(rows)[back.to(self.device)]

    def encoded(self, texts: Sequence[str]) -> Vectors:
        """The same without gradients, for any number of texts."""
        order = sorted(range(len(texts)), key=lambda at: (len(texts[at]), at))
        made: dict[int, Vectors] = {}
        with torch.no_grad():
            for start in range(0, len(order), _ENCODED_AT_ONCE):
                part = order[start : start + _ENCODED_AT_ONCE]
                found = self._run([texts[at] for at in part]).float().cpu().numpy()
                made.update(zip(part, found, strict=True))
        return np.stack([made[at] for at in range(len(texts))])

    def _run(self, texts: Sequence[str]) -> Tensor:
        features: dict[str, Any] = self._model.preprocess(list(texts))
        inputs = {
            name: value[:, : self._longest].to(self.device)
            for name, value in features.items()
            if isinstance(value, Tensor)
        }
        with torch.autocast(self.device, torch.bfloat16, enabled=self._half):
            vectors = self._model(inputs)["sentence_embedding"]
        return torch.nn.functional.normalize(vectors.float(), dim=1)

    def groups(self, rate: float, decay: float) -> Iterator[dict[str, Any]]:
        """Parameters by layer, each layer's rate `decay` times that of the one after it."""
        numbers = {name: int(found[1]) for name in self._trained if (found := _LAYER.search(name))}
        last = max(numbers.values(), default=0)
        by_layer: dict[int, list[torch.nn.Parameter]] = {}
        for name, parameter in self._trained.items():
            by_layer.setdefault(numbers.get(name, last), []).append(parameter)
        for layer, parameters in sorted(by_layer.items()):
            yield {"params": parameters, "lr": rate * decay ** (last - layer)}

    @property
    def trained(self) -> Sequence[torch.nn.Parameter]:
        """The parameters that have gradients."""
        return tuple(self._trained.values())

    def weights(self) -> dict[str, Tensor]:
        """A copy of the trained weights, on the CPU."""
        return {name: one.detach().cpu().clone() for name, one in self._trained.items()}

    def take(self, weights: Weights) -> None:
        """Put trained weights in place. Raises TrainingError where they are another model's."""
        if weights.keys() != self._trained.keys():
            odd = sorted(weights.keys() ^ self._trained.keys())[0]
            raise TrainingError(f"weights of another model: {odd!r} has no counterpart")
        with torch.no_grad():
            for name, one in self._trained.items():
                one.copy_(weights[name])
