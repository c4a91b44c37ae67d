"""The tokenizer of multilingual-e5-small as a sentencepiece model.

Apart from the reading: what writes models takes 25 MB that a service has no use for.
"""

from __future__ import annotations

from pathlib import Path

import sentencepiece
from sentencepiece import sentencepiece_model_pb2 as proto

from index.embedding.e5_file import E5File

# What XLM-R was trained with: NFKC, control characters dropped, all white space one space.
_NORMALISATION = "nmt_nfkc"


def write_tokenizer(file: E5File, path: Path) -> None:
    """Write the pieces of a packed model as a sentencepiece model with the same ids."""
    model = proto.ModelProto()  # type: ignore[attr-defined]  # the class is made at run time
    own = model.SentencePiece
    kinds = dict.fromkeys(
        (file.special.start, file.special.end, file.special.padding), own.Type.CONTROL
    )
    kinds[file.special.unknown] = own.Type.UNKNOWN
    for row, piece in enumerate(file.pieces()):
        kind = kinds.get(row, own.Type.NORMAL)
        model.pieces.add(piece=piece.text, score=piece.score, type=kind)
    trainer = model.trainer_spec
    trainer.model_type = trainer.ModelType.UNIGRAM
    trainer.bos_id, trainer.eos_id = file.special.start, file.special.end
    trainer.pad_id, trainer.unk_id = file.special.padding, file.special.unknown
    for name, row in (("bos", trainer.bos_id), ("eos", trainer.eos_id), ("pad", trainer.pad_id)):
        setattr(trainer, f"{name}_piece", model.pieces[row].piece)
    trainer.unk_piece = model.pieces[trainer.unk_id].piece
    rule = sentencepiece.SentencePieceNormalizer(rule_name=_NORMALISATION)
    normaliser = model.FromString(rule.serialized_model_proto()).normalizer_spec
    model.normalizer_spec.CopyFrom(normaliser)
    model.normalizer_spec.add_dummy_prefix = True
    model.normalizer_spec.remove_extra_whitespaces = True
    model.normalizer_spec.escape_whitespaces = True
    path.write_bytes(model.SerializeToString(deterministic=True))
