"""From knowledge to an index on disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from time import perf_counter

from index.artifact import current_version, is_sound, making, point_to, prune, write_manifest
from index.cached_embedder import CachedEmbedder
from index.corpus import by_kind
from index.dense import DenseIndex
from index.embedding import Models, lazy_models
from index.kana_words import KanaWords
from index.lexical import LexicalIndex
from index.manifest import Ingredients, ingredients
from index.passage_file import form_lines, passage_lines, word_lines
from index.passages import about, make_passages
from index.progress import Progress, silent
from index.results import Passage
from index.settings import IndexSettings
from index.tokens import Tokenizer
from knowledge.errors import ArtifactError
from knowledge.knowledgebase import KnowledgeBase


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
    models: Models | None = None,
) -> BuildReport:
    """Build the index of a knowledge base under `root` and make it the current one.

    Where that very index is there already, it is only made current. `models` defaults to
    those of the settings, each loaded when its first text needs it. Raises IndexingError and below.
    """
    started = perf_counter()
    settings = settings or IndexSettings()
    models = models or lazy_models(settings.model)
    texts = _Texts.of(knowledge, settings)
    made_of = texts.ingredients(knowledge, settings, models.identity)
    version = made_of.version
    reused = is_sound(root, version)
    cached = embedded = 0
    if not reused:
        todo = progress("索引を作成中", texts.vectors)
        with making(root, version) as folder, todo as advance:
            matcher, reader = (
                CachedEmbedder(model, settings.cache_folder, advance)
                for model in (models.matcher, models.reader)
            )
            texts.write(folder)
            _write_dense(folder, texts, matcher, reader)
            _write_lexical(folder, texts, settings)
            _write_words(folder, texts, knowledge)
            KanaWords.learn(texts.shown).save(folder / "kana_words.json")
            made_at = datetime.now(UTC).isoformat(timespec="seconds")
            write_manifest(
                folder,
                {"version": version, "made_at": made_at, **asdict(made_of), "counts": texts.counts},
            )
            cached = matcher.cached + reader.cached
            embedded = matcher.embedded + reader.embedded
    point_to(root, version)
    prune(root, settings.kept_versions)
    seconds = perf_counter() - started
    return BuildReport(root / version, version, reused, texts.counts, cached, embedded, seconds)


def is_current(
    knowledge: KnowledgeBase, settings: IndexSettings, root: Path, model: str | None = None
) -> bool:
    """Whether the current index on disk is the one this knowledge and these settings make.

    model   identity of the models; None = that of the settings'
    """
    texts = _Texts.of(knowledge, settings)
    model = model or lazy_models(settings.model).identity
    wanted = texts.ingredients(knowledge, settings, model).version
    try:
        return current_version(root) == wanted
    except ArtifactError:
        return False


@dataclass(frozen=True)
class _Texts:
    """What is searched, before anything is computed from it: passages, then entries and forms."""

    plain: tuple[Passage, ...]
    entries: tuple[Passage, ...]
    forms: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, knowledge: KnowledgeBase, settings: IndexSettings) -> _Texts:
        plain, entries = by_kind(make_passages(knowledge, settings.pieces))
        forms = {entry.id: entry.forms for entry in knowledge.faq}
        return cls(plain, entries, tuple(forms[one.id] for one in entries))

    @property
    def everything(self) -> tuple[Passage, ...]:
        return (*self.plain, *self.entries)

    @property
    def shown(self) -> Iterator[str]:
        """What plans say and people ask, word for word."""
        yield from (one.shown for one in self.everything)
        yield from (form for own in self.forms for form in own)

    @property
    def vectors(self) -> int:
        """How many a build needs: two a passage, one an entry's answer, one a form."""
        return 2 * len(self.plain) + len(self.entries) + sum(map(len, self.forms))

    @property
    def counts(self) -> dict[str, int]:
        counts = Counter(str(one.kind) for one in self.everything)
        return {**counts, "forms": sum(map(len, self.forms))}

    @cached_property
    def files(self) -> dict[str, str]:
        """The files as they are written, by name; what the version is made of, too."""
        return {
            "passages.jsonl": passage_lines(self.everything),
            "forms.jsonl": form_lines(self.forms),
        }

    def ingredients(
        self, knowledge: KnowledgeBase, settings: IndexSettings, model: str
    ) -> Ingredients:
        return ingredients(knowledge, settings, model, *self.files.values())

    def write(self, folder: Path) -> None:
        for name, text in self.files.items():
            (folder / name).write_text(text, encoding="utf-8")


def _write_dense(
    folder: Path, texts: _Texts, matcher: CachedEmbedder, reader: CachedEmbedder
) -> None:
    # A title is as short as a question and is compared as one; so is a question form.
    vectors = {
        "form_vectors": matcher.queries([form for own in texts.forms for form in own]),
        "titles": reader.queries([one.title or one.text for one in texts.plain]),
        "answers": matcher.passages([one.shown for one in texts.entries]),
        "texts": reader.passages([one.text for one in texts.plain]),
    }
    for name, own in vectors.items():
        DenseIndex.build(own).save(folder / f"{name}.faiss")


def _write_lexical(folder: Path, texts: _Texts, settings: IndexSettings) -> None:
    terms = Tokenizer().document_terms
    documents = [terms(one.text) for one in texts.everything]
    LexicalIndex.build(documents, settings.bm25).save(folder / "text_terms.bm25")


def _write_words(folder: Path, texts: _Texts, knowledge: KnowledgeBase) -> None:
    words = Tokenizer().tokens
    own = (set(words(about(one, knowledge))) for one in texts.everything)
    (folder / "words.txt").write_text(word_lines(own), encoding="utf-8")
