"""The packed multilingual-e5-small unpacked into a network that can be trained."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import InputModule
from transformers import BertConfig, BertModel

from index.embedding.e5_file import E5File, bundled_file
from index.embedding.e5_model import e5_model
from index.embedding.e5_tokenizer import E5Tokenizer
from index.training.tokenizer_file import write_tokenizer

# BERT's names for the parts of a layer, and those of the packed file.
_MATRICES = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "intermediate.dense": "fi",
    "output.dense": "fo",
}
_NORMS = {"attention.output.LayerNorm": "aln", "output.LayerNorm": "oln"}


class TrainableE5(InputModule):
    """Text to the L2-normalised mean vector, `(n, 384)`, with gradients.

    Texts are cut at the model's window of 512 pieces.
    """

    def __init__(self, file: E5File) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.bert = _network(file)
        self._padding = file.special.padding
        with TemporaryDirectory() as folder:
            path = Path(folder) / "tokenizer.spm"
            write_tokenizer(file, path)
            self._pieces = E5Tokenizer(path, file.shape.positions)

    def preprocess(
        self, inputs: Sequence[Any], prompt: str | None = None, **_: Any
    ) -> dict[str, Any]:
        """Padded ids and mask, both `(n, longest)` int64."""
        rows = [self._pieces.windows(f"{prompt or ''}{text}")[0] for text in inputs]
        ids = torch.full((len(rows), max(map(len, rows))), self._padding)
        for row, own in zip(ids, rows, strict=True):
            row[: len(own)] = torch.tensor(own)
        return {"input_ids": ids, "attention_mask": (ids != self._padding).long()}

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Set `sentence_embedding`."""
        mask = features["attention_mask"]
        states = self.bert(input_ids=features["input_ids"], attention_mask=mask).last_hidden_state
        mean = (states.float() * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        features["sentence_embedding"] = torch.nn.functional.normalize(mean, dim=1)
        return features

    def get_embedding_dimension(self) -> int:
        """Length of a vector (384)."""
        return int(self.bert.config.hidden_size)

    def save(self, output_path: str, *args: Any, **kwargs: Any) -> None:
        """Not as a folder of sentence-transformers: `index.training.packing` writes it."""
        raise NotImplementedError("a trained E5 is packed, not saved")


def trainable_e5(file: E5File | None = None) -> SentenceTransformer:
    """The bundled model as a network, with E5's prompts, on the CPU."""
    return e5_model(TrainableE5(file or bundled_file()))


def _network(file: E5File) -> BertModel:
    shape = file.shape
    network = BertModel(
        BertConfig(
            vocab_size=shape.vocabulary,
            hidden_size=shape.hidden,
            num_hidden_layers=shape.layers,
            num_attention_heads=shape.heads,
            intermediate_size=shape.inner,
            max_position_embeddings=shape.positions,
            type_vocab_size=shape.types,
            layer_norm_eps=shape.eps,
            pad_token_id=file.special.padding,
        ),
        add_pooling_layer=False,
    )
    # The texts are short: the fused kernels for long ones take longer to train.
    network.set_attn_implementation("eager")
    weights = network.state_dict()
    for name, packed in _names(shape.layers).items():
        weights[name] = torch.from_numpy(file.tensor(packed)).reshape(weights[name].shape)
    network.load_state_dict(weights)
    return network


def _names(layers: int) -> dict[str, str]:
    """BERT's names of all weights, and the packed file's."""
    names = {
        "embeddings.word_embeddings.weight": "emb.word",
        "embeddings.position_embeddings.weight": "emb.pos",
        "embeddings.token_type_embeddings.weight": "emb.type",
        "embeddings.LayerNorm.weight": "emb.ln.w",
        "embeddings.LayerNorm.bias": "emb.ln.b",
    }
    for layer in range(layers):
        for part, packed in {**_MATRICES, **_NORMS}.items():
            for own, end in (("weight", "w"), ("bias", "b")):
                names[f"encoder.layer.{layer}.{part}.{own}"] = f"l{layer}.{packed}.{end}"
    return names
