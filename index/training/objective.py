"""What a batch is judged by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, log_softmax, normalize

from index.training.batches import Pair, Partner
from index.training.settings import ObjectiveSettings

# In place of a logit that must not count; e^-10000 is zero in every precision.
_NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Loss:
    """Parts of the loss, each a scalar tensor; `total` is minimised."""

    total: Tensor
    pairs: Tensor
    centres: Tensor


class Objective:
    """Pairs of a batch are told apart, and each entry from all others of its city.

    The batch brings near-twins; the centres bring everything else at no cost: an entry's centre is
    the mean of its last vectors, kept without gradient.

    centres  `(n, dim)` unit vectors of the lessons before the training
    twins    `(n, n)` bool: lessons that may answer the same question and are no negatives
    same     `(n, n)` bool: lessons of the same city; a question is asked in one
    """

    def __init__(
        self, settings: ObjectiveSettings, centres: Tensor, twins: Tensor, same: Tensor
    ) -> None:
        self._settings = settings
        own = torch.eye(len(twins), dtype=torch.bool, device=twins.device)
        self._twins = twins & ~own
        self._left_out = ~same | self._twins
        self.centres = centres

    def __call__(self, pairs: Sequence[Pair], forms: Tensor, partners: Tensor) -> Loss:
        """Judge the vectors of a batch, `(pairs, dim)` each, then move the centres."""
        rows = torch.tensor([pair.lesson for pair in pairs], device=forms.device)
        apart = self._pair_loss(rows, forms, partners)
        # A passage belongs to several entries: it is nobody's centre.
        own = torch.tensor([pair.kind is not Partner.PASSAGE for pair in pairs], device=rows.device)
        asked = torch.cat([forms, partners[own]])
        centres = self._centre_loss(torch.cat([rows, rows[own]]), asked)
        self._move(pairs, rows, forms.detach(), partners.detach())
        return Loss(apart + self._settings.centre_weight * centres, apart, centres)

    def _pair_loss(self, rows: Tensor, forms: Tensor, partners: Tensor) -> Tensor:
        """Symmetric InfoNCE: each form finds its partner, each partner its form."""
        cosines = forms @ partners.T / self._settings.temperature
        diagonal = torch.eye(len(rows), dtype=torch.bool, device=rows.device)
        left_out = ((rows[:, None] == rows[None, :]) & ~diagonal) | self._twins[rows][:, rows]
        return (self._told_apart(cosines, left_out) + self._told_apart(cosines.T, left_out.T)) / 2

    def _told_apart(self, logits: Tensor, left_out: Tensor) -> Tensor:
        """Cross entropy with the diagonal right, smoothed over what is not left out."""
        likely = log_softmax(logits.masked_fill(left_out, _NEVER), dim=1)
        others = likely.masked_fill(left_out, 0.0).sum(1) / (~left_out).sum(1)
        smooth = self._settings.label_smoothing
        return -((1 - smooth) * likely.diagonal() + smooth * others).mean()

    def _centre_loss(self, rows: Tensor, vectors: Tensor) -> Tensor:
        logits = vectors @ self.centres.T / self._settings.temperature
        return cross_entropy(logits.masked_fill(self._left_out[rows], _NEVER), rows)

    def _move(self, pairs: Sequence[Pair], rows: Tensor, forms: Tensor, partners: Tensor) -> None:
        questions = torch.tensor([pair.kind is Partner.FORM for pair in pairs], device=rows.device)
        new = normalize(forms + partners * questions[:, None], dim=1)
        kept = self._settings.centre_memory
        moved = normalize(kept * self.centres[rows] + (1 - kept) * new, dim=1)
        # Anew, not in place: the gradient of this batch still needs the centres as they were.
        self.centres = self.centres.index_copy(0, rows, moved)
