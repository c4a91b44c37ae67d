"""Where a training stands, on disk, so that an interrupted one goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from index.training.settings import TrainingSettings
from knowledge.errors import Location, TrainingError

_FILE = "checkpoint.pt"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Everything a training needs to go on.

    made_of    what was trained on, as a digest: another base or other lessons are another training
    step       the last step done
    weights    trained weights after it
    optimiser  state of AdamW
    centres    of the objective
    best       the weights that reached most so far
    looks      what each look at the held-out forms found: step, first, three, ten
    """

    made_of: str
    settings: Mapping[str, Any]
    step: int
    weights: Mapping[str, Tensor]
    optimiser: Mapping[str, Any]
    centres: Tensor
    best: Mapping[str, Tensor]
    looks: tuple[tuple[int, float, float, float], ...]


def save(folder: Path, state: Checkpoint) -> None:
    """Write aside, then rename: an interrupted write leaves the checkpoint before."""
    folder.mkdir(parents=True, exist_ok=True)
    aside = folder / f"{_FILE}.new"
    torch.save({name: getattr(state, name) for name in Checkpoint.__slots__}, aside)
    aside.replace(folder / _FILE)


def resume(folder: Path, made_of: str, settings: TrainingSettings) -> Checkpoint | None:
    """The checkpoint of a folder, None where there is none.

    Raises TrainingError where it is damaged or belongs to another training.
    """
    path = folder / _FILE
    if not path.exists():
        return None
    try:
        state = Checkpoint(**torch.load(path, map_location="cpu", weights_only=True))
    except Exception as error:  # torch raises whatever the damage leads to
        raise TrainingError(f"cannot be resumed: {error}", Location(path)) from error
    if state.made_of != made_of:
        raise TrainingError("belongs to another base, other entries or plans", Location(path))
    wanted = asdict(settings)
    for name, value in state.settings.items():
        if wanted.get(name) != value:
            raise TrainingError(
                f"was begun with {name} = {value!r}, not {wanted.get(name)!r}", Location(path)
            )
    return state


def remove(folder: Path) -> None:
    """Forget where the training stood."""
    (folder / _FILE).unlink(missing_ok=True)
