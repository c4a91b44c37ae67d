"""From knowledge to an index on disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from index.artifact import current_version, is_sound, making, point_to, prune, write_manifest
from index.cached_embedder import CachedEmbedder
from index.dense import DenseIndex
from index.embedding import Embedder, LazyEmbedder
from index.lexical import LexicalIndex
from index.manifest import ingredients
from index.passage_file import form_lines, passage_lines
from index.passages import make_passages
from index.progress import Progress, silent
from index.results import Passage
from index.settings import IndexSettings
from index.tokens import Tokenizer
from knowledge.errors import ArtifactError
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, RecordKind


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    path      the folder of the version
    reused    nothing had changed: the index on disk is the one
    counts    passages by kind, and `forms`
    cached, embedded   different texts whose vectors were known, and were made
    seconds   wall clock
    """

    path: Path
    version: str
    reused: bool
    counts: Mapping[str, int]
    cached: int
    embedded: int
    seconds: float


def build(
    knowledge: KnowledgeBase,
    settings: IndexSettings | None = None,
    root: Path = Path(".artifact"),
    progress: Progress = silent,
    embedder: Embedder | None = None,
) -> BuildReport:
    """Build the index of a knowledge base under `root` and make it the current one.

    Where that very index is there already, it is only made current. `embedder` defaults to the
    model of the settings, loaded when the first text needs it. Raises IndexingError and below.
    """
    started = perf_counter()
    settings = settings or IndexSettings()
    passages = make_passages(knowledge, settings.pieces)
    entries = {entry.id: entry for entry in knowledge.faq}
    forms = tuple(entries[one.id].forms for one in passages if one.kind is RecordKind.FAQ)
    texts = passage_lines(passages), form_lines(forms)
    made_of = ingredients(knowledge, settings, *texts)
    version = made_of.version
    counts = _counts(passages, entries)
    reused = is_sound(root, version)
    cached = embedded = 0
    if not reused:
        todo = progress("索引を作成中", _vectors(passages, forms))
        with making(root, version) as folder, todo as advance:
            model = CachedEmbedder(
                embedder or LazyEmbedder(settings.model), settings.cache_folder, advance
            )
            (folder / "passages.jsonl").write_text(texts[0], encoding="utf-8")
            (folder / "forms.jsonl").write_text(texts[1], encoding="utf-8")
            _write_dense(folder, passages, forms, model)
            _write_lexical(folder, passages, forms, settings)
            made_at = datetime.now(UTC).isoformat(timespec="seconds")
            write_manifest(
                folder,
                {"version": version, "made_at": made_at, **asdict(made_of), "counts": counts},
            )
            cached, embedded = model.cached, model.embedded
    point_to(root, version)
    prune(root, settings.kept_versions)
    seconds = perf_counter() - started
    return BuildReport(root / version, version, reused, counts, cached, embedded, seconds)


def is_current(knowledge: KnowledgeBase, settings: IndexSettings, root: Path) -> bool:
    """Whether the current index on disk is the one this knowledge and these settings make."""
    passages = make_passages(knowledge, settings.pieces)
    entries = {entry.id: entry for entry in knowledge.faq}
    forms = (entries[one.id].forms for one in passages if one.kind is RecordKind.FAQ)
    wanted = ingredients(knowledge, settings, passage_lines(passages), form_lines(forms)).version
    try:
        return current_version(root) == wanted
    except ArtifactError:
        return False


def _vectors(passages: tuple[Passage, ...], forms: tuple[tuple[str, ...], ...]) -> int:
    """How many vectors a build needs: two a passage, one an answer, one a form."""
    return 2 * len(passages) - len(forms) + sum(map(len, forms))


def _write_dense(
    folder: Path,
    passages: tuple[Passage, ...],
    forms: tuple[tuple[str, ...], ...],
    model: CachedEmbedder,
) -> None:
    plain = [one for one in passages if one.kind is not RecordKind.FAQ]
    entries = [one for one in passages if one.kind is RecordKind.FAQ]
    # A title is as short as a question and is compared as one; so is a question form.
    vectors = {
        "form_vectors": model.queries([form for own in forms for form in own]),
        "titles": model.queries([one.title or one.text for one in plain]),
        "answers": model.passages([one.shown for one in entries]),
        "texts": model.passages([one.text for one in plain]),
    }
    for name, own in vectors.items():
        DenseIndex.build(own).save(folder / f"{name}.faiss")


def _write_lexical(
    folder: Path,
    passages: tuple[Passage, ...],
    forms: tuple[tuple[str, ...], ...],
    settings: IndexSettings,
) -> None:
    terms = Tokenizer().document_terms
    ordered = sorted(passages, key=lambda one: one.kind is RecordKind.FAQ)  # as a Corpus has them
    texts = {
        "form_terms": [terms(form) for own in forms for form in own],
        "text_terms": [terms(one.text) for one in ordered],
    }
    for name, own in texts.items():
        LexicalIndex.build(own, settings.bm25).save(folder / f"{name}.bm25")


def _counts(passages: tuple[Passage, ...], entries: Mapping[str, FaqEntry]) -> dict[str, int]:
    counts = Counter(str(one.kind) for one in passages)
    counts["forms"] = sum(len(entry.forms) for entry in entries.values())
    return dict(counts)
