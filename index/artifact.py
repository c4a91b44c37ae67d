"""An index on disk: one folder a version, written aside, then renamed; a pointer names the current.

<root>/current          the version that answers, one line
<root>/<version>/       manifest.json, passages.jsonl, forms.jsonl, words.txt, kana_words.json,
                        *.faiss, *.bm25/
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from index.corpus import Corpus, by_kind
from index.dense import DenseIndex
from index.digest import file_digest
from index.kana_words import KanaWords
from index.lexical import LexicalIndex
from index.manifest import FORMAT
from index.passage_file import read_forms, read_passages, read_words
from knowledge.errors import ArtifactError, Location

_POINTER = "current"
_MANIFEST = "manifest.json"
_ASIDE = ".making-"
_FORGOTTEN_SECONDS = 24 * 3600  # no build takes a day: a folder as old was left by a crash
DENSE = ("texts", "titles", "answers", "form_vectors")
LEXICAL = ("text_terms",)


def current_version(root: Path) -> str:
    """The version the pointer names. Raises ArtifactError where there is none."""
    try:
        version = (root / _POINTER).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ArtifactError("there is no built index here", Location(root / _POINTER)) from error
    if not version.isalnum():
        raise ArtifactError(f"not a version: {version!r}", Location(root / _POINTER))
    return version


def point_to(root: Path, version: str) -> None:
    """Make a version the current one, at once for every reader."""
    aside = root / f"{_POINTER}.{os.getpid()}"
    aside.write_text(f"{version}\n", encoding="utf-8")
    aside.replace(root / _POINTER)


@contextmanager
def making(root: Path, version: str) -> Iterator[Path]:
    """A folder to fill; it takes its name when all is written, and vanishes on any error."""
    root.mkdir(parents=True, exist_ok=True)
    aside = Path(mkdtemp(prefix=f"{_ASIDE}{version}-", dir=root))
    try:
        yield aside
        aside.chmod(0o755)
        if not is_sound(root, version):
            shutil.rmtree(root / version, ignore_errors=True)
        with suppress(OSError):  # another build of the same version was first: equally good
            aside.replace(root / version)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def write_manifest(folder: Path, manifest: dict[str, Any]) -> None:
    """Add the digest of every file in the folder and write the manifest beside them."""
    digests = {str(file.relative_to(folder)): file_digest(file) for file in _files(folder)}
    text = json.dumps({**manifest, "files": digests}, ensure_ascii=False, indent=1)
    (folder / _MANIFEST).write_text(text + "\n", encoding="utf-8")


def read_manifest(root: Path, version: str) -> dict[str, Any]:
    """The manifest, with every file it names checked against its digest.

    Raises ArtifactError for a missing or damaged file, or a format of another make.
    """
    folder = root / version
    file = folder / _MANIFEST
    try:
        manifest = json.loads(file.read_text(encoding="utf-8"))
        made_as, digests = manifest["format"], dict(manifest["files"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ArtifactError(f"the manifest cannot be read: {error}", Location(file)) from error
    if made_as != FORMAT:
        place = Location(file, field="format")
        raise ArtifactError(f"made in format {made_as!r}, not {FORMAT}", place)
    for name, digest in digests.items():
        part = folder / name
        try:
            found = file_digest(part)
        except OSError as error:
            raise ArtifactError("the file is missing", Location(part)) from error
        if found != digest:
            raise ArtifactError(f"damaged: sha256 is {found}, not {digest}", Location(part))
    return dict(manifest)


def is_sound(root: Path, version: str) -> bool:
    """Whether a version is there, of our format, and undamaged."""
    try:
        read_manifest(root, version)
    except ArtifactError:
        return False
    return True


def load_corpus(folder: Path) -> Corpus:
    """Load what a build wrote. Raises ArtifactError."""
    try:
        passages = read_passages(folder / "passages.jsonl")
        forms = read_forms(folder / "forms.jsonl")
        words = read_words(folder / "words.txt")
        kana_words = KanaWords.load(folder / "kana_words.json")
        plain, entries = by_kind(passages)
        sizes = {
            "texts": len(plain),
            "titles": len(plain),
            "answers": len(entries),
            "form_vectors": sum(map(len, forms)),
            "text_terms": len(passages),
        }
        dense = {name: DenseIndex.load(folder / f"{name}.faiss", sizes[name]) for name in DENSE}
        lexical = {
            name: LexicalIndex.load(folder / f"{name}.bm25", sizes[name]) for name in LEXICAL
        }
    except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
        raise ArtifactError(f"cannot be loaded: {error}", Location(folder)) from error
    if len(forms) != len(entries):
        raise ArtifactError(f"{len(entries)} entries, forms of {len(forms)}", Location(folder))
    if len(words) != len(passages):
        raise ArtifactError(f"{len(passages)} passages, words of {len(words)}", Location(folder))
    return Corpus(
        plain,
        entries,
        forms,
        texts=dense["texts"],
        titles=dense["titles"],
        answers=dense["answers"],
        form_vectors=dense["form_vectors"],
        text_terms=lexical["text_terms"],
        words=words,
        kana_words=kana_words,
    )


def prune(root: Path, keep: int) -> None:
    """Remove old versions and what crashed builds left; `keep` versions stay, the current first."""
    current = current_version(root)
    versions = [path for path in root.iterdir() if (path / _MANIFEST).is_file()]
    versions.sort(key=lambda path: (path.name == current, path.stat().st_mtime), reverse=True)
    forgotten = [
        path
        for path in root.glob(f"{_ASIDE}*")
        if path.stat().st_mtime < time.time() - _FORGOTTEN_SECONDS
    ]
    for old in (*versions[keep:], *forgotten):
        shutil.rmtree(old, ignore_errors=True)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
