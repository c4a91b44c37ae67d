"""A network of two small layers, real in every part but size, and the smallest plans."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Split
from tokenizers.processors import TemplateProcessing
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

from index.evaluation.held_out import HeldOut, thinned
from index.training.material import Lesson, lessons
from knowledge.knowledgebase import KnowledgeBase


@pytest.fixture(scope="session")
def small_base(two_plans: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a sentence-transformers model that reads single characters."""
    torch.manual_seed(3)
    folder = tmp_path_factory.mktemp("base")
    letters = sorted({letter for entry in two_plans.faq for one in entry.forms for letter in one})
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *letters]
    tokenizer = Tokenizer(WordLevel({one: n for n, one in enumerate(pieces)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Split("", "isolated")
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token="[PAD]",
        unk_token="[UNK]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        model_max_length=128,
    ).save_pretrained(folder / "plain")
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=128,
    )
    BertModel(config, add_pooling_layer=False).save_pretrained(folder / "plain")
    reader = Transformer(str(folder / "plain"))
    pooling = Pooling(reader.get_embedding_dimension())
    model = SentenceTransformer(
        modules=[reader, pooling], prompts={"query": "問", "document": "文"}, device="cpu"
    )
    model.save(str(folder / "model"), create_model_card=False)
    return folder / "model"


@pytest.fixture(scope="session")
def held_out(two_plans: KnowledgeBase) -> Sequence[HeldOut]:
    return thinned(two_plans)[1]


@pytest.fixture(scope="session")
def taught(two_plans: KnowledgeBase) -> tuple[Lesson, ...]:
    return lessons(thinned(two_plans)[0])
