"""The answerability probe: how a question that plans answer looks to the matcher.

A linear probe over the matcher's question vector. What people ask of plans (when, which division,
what is meant) and what they ask beside them (a price, the way to apply, the name of a vendor) lie
apart in that space, whatever the subject. It is fitted by `madoguchi fit confidence` and belongs to
the encoder it was fitted on.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from index.embedding.embedder import Vectors
from knowledge.errors import EmbeddingError, Location

PROBE = "probe.json"
_DIGITS = 4  # of a weight: the log odds of a question change by less than 0.001


@dataclass(frozen=True)
class Probe:
    """Weights `(dim,)` and bias of a logistic regression, in log odds.

    encoder  sha256 of the encoder whose vectors it reads
    """

    encoder: str
    bias: float
    weights: Vectors = field(repr=False)

    def log_odds(self, vector: Vectors) -> float:
        """Of a `(dim,)` unit vector: above 0 such questions are answered more often than not."""
        return float(self.weights @ vector) + self.bias


def load_probe(folder: Path, encoder: str) -> Probe | None:
    """The probe of a packed matcher; None where there is none, or one of another encoder.

    Raises EmbeddingError naming the file that cannot be read.
    """
    path = folder / PROBE
    if not path.is_file():
        return None
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        weights = np.array(found["weights"], dtype=np.float32)
        probe = Probe(str(found["encoder"]), float(found["bias"]), weights)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EmbeddingError(f"cannot be read: {error!r}", Location(path)) from error
    return probe if probe.encoder == encoder else None


def save_probe(probe: Probe, folder: Path) -> None:
    """Write into the folder of a packed matcher, aside first."""
    path = folder / PROBE
    weights = [round(float(one), _DIGITS) for one in probe.weights]
    table = {"encoder": probe.encoder, "bias": round(probe.bias, _DIGITS), "weights": weights}
    aside = path.with_name(f"{PROBE}.new")
    aside.write_text(json.dumps(table) + "\n", encoding="utf-8")
    aside.replace(path)
