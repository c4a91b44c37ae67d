"""The training: batch after batch, with a look at the held-out forms every few hundred."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from index.embedding import Vectors
from index.training import checkpoint
from index.training.batches import Batches, Pair, Partner
from index.training.checkpoint import Checkpoint
from index.training.held_out import Looks, Reach
from index.training.material import Lesson
from index.training.network import Network, Weights
from index.training.objective import Loss, Objective
from index.training.settings import TrainingSettings
from knowledge.errors import TrainingError

# Steps between two checkpoints: two minutes of work on two cores.
_SAVE_EVERY = 100


@dataclass(frozen=True, slots=True)
class Prompts:
    """What the model expects before questions and before passages."""

    query: str
    passage: str


@dataclass(frozen=True, slots=True)
class Step:
    """A batch that was learned from; losses as `Loss` names them."""

    number: int
    pairs: float
    centres: float


@dataclass(frozen=True, slots=True)
class Look:
    """What the weights so far reach on held-out forms; step 0 is the base."""

    step: int
    reach: Reach


@dataclass(frozen=True, slots=True)
class Material:
    """What is learned from and what is looked at.

    twins   `(n, n)` bool, which lessons may answer the same question
    digest  of base and lessons, see Checkpoint
    """

    taught: Sequence[Lesson]
    twins: NDArray[np.bool_]
    looks: Looks
    digest: str


class Training:
    """One training from its first step or from its checkpoint; `run` it once.

    folder  where checkpoints are kept
    """

    def __init__(
        self,
        network: Network,
        prompts: Prompts,
        material: Material,
        settings: TrainingSettings,
        folder: Path,
    ) -> None:
        self._network = network
        self._prompts = prompts
        self._material = material
        self._settings = settings
        self._folder = folder
        self._batches = Batches(material.taught, settings)
        torch.manual_seed(settings.seed)
        self._optimiser = torch.optim.AdamW(
            list(network.groups(settings.rate, settings.rate_decay)),
            weight_decay=settings.weight_decay,
            fused=True,
        )
        self._rates = [group["lr"] for group in self._optimiser.param_groups]
        self.best: Weights = network.weights()
        self.looks: list[Look] = []

    def run(self) -> Iterator[Step | Look]:
        """Train to the end, telling of each step and each look.

        Afterwards `best` holds the weights that reached most. Raises TrainingError.
        """
        first, objective = self._begin()
        yield self.looks[-1]
        for number in range(first, self._settings.steps + 1):
            if self._is_over():
                break
            loss = self._learn(number, objective)
            yield Step(number, float(loss.pairs.detach()), float(loss.centres.detach()))
            looked = number % self._settings.evaluate_every == 0 or number == self._settings.steps
            if looked:
                self._look(number)
                yield self.looks[-1]
            if looked or number % _SAVE_EVERY == 0:
                self._save(number, objective)

    def _begin(self) -> tuple[int, Objective]:
        """The first step to do, and the objective as it stood then."""
        state = checkpoint.resume(self._folder, self._material.digest, self._settings)
        if state is None:
            forms = self._look(0)
            return 1, self._objective(torch.from_numpy(self._material.looks.centres(forms)))
        self._network.take(state.weights)
        self._optimiser.load_state_dict(dict(state.optimiser))
        self.best = state.best
        self.looks = [Look(step, Reach(*found)) for step, *found in state.looks]
        return state.step + 1, self._objective(state.centres)

    def _objective(self, centres: Tensor) -> Objective:
        cities = np.array([one.city for one in self._material.taught])
        device = self._network.device
        return Objective(
            self._settings.objective,
            centres.to(device),
            torch.from_numpy(self._material.twins).to(device),
            torch.from_numpy(cities[:, None] == cities[None, :]).to(device),
        )

    def _learn(self, number: int, objective: Objective) -> Loss:
        batch = self._batches.at(number)
        part = self._rate_share(number)
        for group, rate in zip(self._optimiser.param_groups, self._rates, strict=True):
            group["lr"] = rate * part
        texts = [self._prompts.query + pair.form for pair in batch]
        vectors = self._network.vectors([*texts, *map(self._partner, batch)])
        loss = objective(batch, vectors[: len(batch)], vectors[len(batch) :])
        if not math.isfinite(float(loss.total.detach())):
            raise TrainingError(f"the loss of step {number} is {float(loss.total.detach())}")
        self._optimiser.zero_grad()
        loss.total.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self._network.trained, self._settings.gradient_norm)
        self._optimiser.step()
        return loss

    def _partner(self, pair: Pair) -> str:
        is_question = pair.kind is Partner.FORM
        return (self._prompts.query if is_question else self._prompts.passage) + pair.partner

    def _rate_share(self, number: int) -> float:
        """Up in a straight line while warming up, then down to nothing at the last step."""
        left = 1 - (number - 1) / self._settings.steps
        return min(1.0, number / self._settings.warm_up) * left

    def _look(self, number: int) -> Vectors:
        """Add a look and keep the weights where they reach most; the vectors of the forms."""
        forms = self._encoded(self._material.looks.forms)
        reach = self._material.looks.reach(forms, self._encoded(self._material.looks.questions))
        if self.looks and reach.first > max(one.reach.first for one in self.looks):
            self.best = self._network.weights()
        self.looks.append(Look(number, reach))
        return forms

    def _is_over(self) -> bool:
        """Whether the last looks gained nothing over the one before them."""
        found = [one.reach.first for one in self.looks]
        patience = self._settings.patience
        return len(found) > patience and max(found[-patience:]) <= max(found[:-patience])

    def _encoded(self, questions: Sequence[str]) -> Vectors:
        return self._network.encoded([self._prompts.query + one for one in questions])

    def _save(self, number: int, objective: Objective) -> None:
        looks = tuple((one.step, *asdict(one.reach).values()) for one in self.looks)
        state = Checkpoint(
            made_of=self._material.digest,
            settings=asdict(self._settings),
            step=number,
            weights=self._network.weights(),
            optimiser=self._optimiser.state_dict(),
            centres=objective.centres.cpu(),
            best=self.best,
            looks=looks,
        )
        checkpoint.save(self._folder, state)
