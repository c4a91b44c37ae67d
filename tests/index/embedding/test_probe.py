"""The answerability probe and its file."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from index import ModelChoice, Models
from index.embedding.matcher_files import ENCODER, read_digests
from index.embedding.probe import PROBE, Probe, load_probe, save_probe
from knowledge.errors import EmbeddingError


@pytest.fixture
def probe() -> Probe:
    return Probe("sha", -0.5, np.array([1.0, -2.0, 0.25], dtype=np.float32))


def test_log_odds_are_weights_times_vector_and_bias(probe: Probe) -> None:
    assert probe.log_odds(np.array([1.0, 0.0, 0.0], dtype=np.float32)) == pytest.approx(0.5)


def test_what_was_written_is_read_back(probe: Probe, tmp_path: Path) -> None:
    save_probe(probe, tmp_path)
    again = load_probe(tmp_path, "sha")
    assert again is not None
    assert again.bias == probe.bias
    assert again.weights.tolist() == probe.weights.tolist()
    assert [path.name for path in tmp_path.iterdir()] == [PROBE]


def test_a_probe_of_another_encoder_is_none(probe: Probe, tmp_path: Path) -> None:
    save_probe(probe, tmp_path)
    assert load_probe(tmp_path, "other") is None
    assert load_probe(tmp_path / "nowhere", "sha") is None


@pytest.mark.parametrize("text", ["", "[]", '{"encoder": "sha"}', '{"weights": ["a"]}'])
def test_a_damaged_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / PROBE).write_text(text, encoding="utf-8")
    with pytest.raises(EmbeddingError, match=PROBE):
        load_probe(tmp_path, "sha")


def test_the_shipped_probe_belongs_to_the_shipped_encoder(models: Models) -> None:
    folder = ModelChoice().folder
    assert folder is not None
    noted = json.loads((folder / PROBE).read_text(encoding="utf-8"))
    assert noted["encoder"] == read_digests(folder)[ENCODER]
    assert models.probe is not None
    asked, not_told = (
        models.askable(models.question(text)[0])
        for text in ("担当課はどこですか。", "申し込みに必要な書類は何ですか。")
    )
    assert not_told < asked
