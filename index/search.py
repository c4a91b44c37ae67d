"""One question in, one ranking out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

from index.candidates import Candidates
from index.embedding import Embedder, Models, Vectors
from index.fusion import fuse
from index.kana_kanji import KanaKanji
from index.opening import Index
from index.results import Leg, Passage, Query, ResultSet
from index.settings import IndexSettings
from index.spelling import Spelling
from index.taken_apart import TakenApart
from index.tokens import Tokenizer
from knowledge.errors import ArtifactError


@dataclass(frozen=True, slots=True)
class Embedded:
    """A question as it is written and embedded, `(dim,)` each, to be used more than once.

    text  what `Searcher.written` made of it
    """

    text: str
    matched: Vectors = field(repr=False)
    read: Vectors = field(repr=False)


class Searcher:
    """Searches one index at a time; `swap` puts another in its place while searches run.

    Raises ArtifactError where the index was made with another model than those given.
    """

    def __init__(self, index: Index, models: Models, settings: IndexSettings | None = None) -> None:
        self._models = models
        self._settings = settings or IndexSettings()
        self._tokenizer = Tokenizer()
        self._index, self._kana, self._spelling = self._fitting(index)

    @property
    def version(self) -> str:
        """The version of the index that answers now."""
        return self._index.version

    @property
    def matcher(self) -> Embedder:
        """What makes vectors of questions."""
        return self._models.matcher

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Everything that can be found: passages, then entries."""
        return self._index.corpus.everything

    @property
    def by_id(self) -> Mapping[str, Passage]:
        """The same by id."""
        return self._index.corpus.by_id

    def words(self, passage_id: str) -> frozenset[str]:
        """The content words of all that belongs to a passage. Raises KeyError for another's id."""
        corpus = self._index.corpus
        return frozenset(corpus.words[corpus.row_of[passage_id]].split())

    def swap(self, index: Index) -> None:
        """Answer from another index from now on; searches under way end on the old one."""
        self._index, self._kana, self._spelling = self._fitting(index)

    def written(self, question: str) -> str:
        """A question with its slips mended and, where it is all in kana, with kanji: as the plans
        would write it.
        """
        return self._kana.written(self._spelling.mended(question))

    def taken_apart(self, question: str) -> TakenApart:
        """What is made of a question before it is searched, for staff."""
        mended = self._spelling.mended(question)
        written = self._kana.written(mended)
        return TakenApart(
            mended,
            written,
            self._tokenizer.pieces(written),
            self._tokenizer.question_terms(written),
        )

    def embedded(self, text: str) -> Embedded:
        """A question embedded as a search does. Raises EmbeddingError when the model fails."""
        text = self.written(text)
        return Embedded(text, *self._models.question(text))

    def matched(self, texts: Sequence[str]) -> Vectors:
        """Questions as the matcher sees them, `(n, dim)`, unit vectors. Raises EmbeddingError."""
        return self._models.matcher.queries([self.written(text) for text in texts])

    def search(self, query: Query, embedded: Embedded | None = None) -> ResultSet:
        """Rank everything in scope. The same question on the same index gives the same ranking.

        embedded  the question where it was embedded before; not used where it is another text

        Raises EmbeddingError when the model fails.
        """
        index, settings = self._index, self._settings  # one index for the whole search
        corpus, weights = index.corpus, settings.fusion
        spent: dict[str, float] = {}
        with _timed(spent, "tokens"):
            text = self.written(query.text)
            terms = self._tokenizer.question_terms(text)
        with _timed(spent, "embed"):
            if embedded is None or embedded.text != text:
                embedded = Embedded(text, *self._models.question(text))
            matched, read = embedded.matched, embedded.read
        with _timed(spent, "scope"):
            rows, entry_rows = index.in_scope(query.scope)
        with _timed(spent, "score"):
            form_cosines = corpus.form_vectors.scores(matched)
            text_terms = corpus.text_terms.scores(terms)
            plain = {
                Leg.TEXT_DENSE: corpus.texts.scores(read)[rows],
                Leg.TITLE_DENSE: corpus.titles.scores(read)[rows],
                Leg.TEXT_LEXICAL: text_terms[: len(corpus.passages)][rows],
            }
            best = weights.best_form
            entries = {
                Leg.FORM_DENSE: corpus.by_entry(form_cosines, best)[entry_rows],
                Leg.ANSWER_DENSE: corpus.answers.scores(matched)[entry_rows],
                Leg.TEXT_LEXICAL: text_terms[len(corpus.passages) :][entry_rows],
            }
        with _timed(spent, "fuse"):
            candidates = Candidates(
                corpus=corpus,
                rows=rows,
                entry_rows=entry_rows,
                passages=fuse(plain, weights.passage_weights),
                entries=fuse(entries, weights.entry_weights),
                form_cosines=form_cosines,
            )
            hits, rejected = candidates.cut(query.k, settings.rejected, query.withheld)
        tokens = self._tokenizer.tokens(text)
        askable = self._models.askable(matched)
        return ResultSet(query, hits, rejected, tokens, askable, index.version, spent)

    def _fitting(self, index: Index) -> tuple[Index, KanaKanji, Spelling]:
        if index.model != self._models.identity:
            raise ArtifactError(
                f"index {index.version} was made with the model {index.model!r}, "
                f"not with {self._models.identity!r}: build it again"
            )
        settings, corpus = self._settings, index.corpus
        # What passages and answers say, not question forms: those hold residents' slips.
        spelling = Spelling((one.text for one in corpus.everything), settings.spelling)
        return index, KanaKanji(corpus.kana_words, settings.kana), spelling


@contextmanager
def _timed(spent: dict[str, float], step: str) -> Iterator[None]:
    started = perf_counter()
    yield
    spent[step] = (perf_counter() - started) * 1000
