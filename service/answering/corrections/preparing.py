"""From corrections as staff wrote them to what the steps use, on one index and one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache

from index import Searcher
from index.results import Passage
from knowledge.knowledgebase import KnowledgeBase
from service.answering.corrections.aliasing import Aliases, aliased
from service.answering.corrections.digests import hidden_ids, hidden_spans, stale
from service.answering.corrections.form_vectors import FormVectors
from service.answering.corrections.gist import Gist, gist_of
from service.answering.corrections.in_force import InForce
from service.answering.corrections.matching import Approved, Form
from service.answering.corrections.noting import Noted
from service.answering.corrections.records import (
    ApprovedAnswer,
    CityContact,
    Correction,
    Corrections,
    PassageNote,
    RefusalTopic,
    Synonym,
)
from service.answering.corrections.topics import Topic
from service.question import Understanding, understand

_READ = 16_384  # forms kept as they were understood, some 2 KB each


class Preparer:
    """Makes corrections ready; what was read and embedded once is kept. Safe between threads."""

    def __init__(
        self, knowledge: KnowledgeBase, searcher: Searcher, today: Callable[[], date]
    ) -> None:
        self._knowledge = knowledge
        self._searcher = searcher
        self._today = today
        self._vectors = FormVectors(searcher)
        self._understood = lru_cache(maxsize=_READ)(self._understand)

    def is_current(self, in_force: InForce) -> bool:
        """Whether it was made on the index and the day of now."""
        return (in_force.index_version, in_force.day) == (self._searcher.version, self._today())

    def prepared(self, corrections: Corrections) -> InForce:
        """The corrections for questions of today. Raises EmbeddingError."""
        version, day = self._searcher.version, self._today()
        if not corrections.entries:
            return InForce(corrections, version, day)
        passages = self._searcher.by_id
        ended = {one.correction_id for one in stale(corrections, passages, day)}
        entries = [one for one in corrections.entries if one.id not in ended]
        aliases = Aliases((e.city, e.body.words) for e in entries if isinstance(e.body, Synonym))
        return InForce(
            corrections,
            version,
            day,
            answers=self._answers(entries, passages, aliases, day),
            aliases=aliases,
            withheld=hidden_ids(corrections, passages),
            hidden=hidden_spans(corrections, passages),
            notes=tuple(_notes(entries, passages)),
            topics=tuple(
                Topic.of(e.id, e.city, e.body) for e in entries if isinstance(e.body, RefusalTopic)
            ),
            contacts={e.city: e.body.text for e in entries if isinstance(e.body, CityContact)},
        )

    def _answers(
        self,
        entries: Iterable[Correction],
        passages: Mapping[str, Passage],
        aliases: Aliases,
        day: date,
    ) -> dict[str, list[Approved]]:
        found: dict[str, list[Approved]] = defaultdict(list)
        read: dict[str, tuple[Correction, ApprovedAnswer, list[tuple[str, str, Gist]]]] = {}
        for each in entries:
            if isinstance(each.body, ApprovedAnswer):
                city = passages[each.body.passages[0].passage_id].city
                forms = [(form, *self._read(form, city, aliases, day)) for form in each.body.forms]
                read[each.id] = (each, each.body, forms)
        vectors = self._vectors.of(text for _, _, fs in read.values() for _, text, _ in fs)
        for each, body, forms in read.values():
            own = tuple(passages[one.passage_id] for one in body.passages)
            found[own[0].city].append(
                Approved(
                    each.id,
                    body,
                    own,
                    tuple(Form(form, gist, vectors[text]) for form, text, gist in forms),
                    frozenset().union(*(gist.carrying for _, _, gist in forms)),
                    only_plan=len(self._knowledge.plans_of(own[0].city)) == 1,
                )
            )
        return dict(found)

    def _read(self, form: str, city: str, aliases: Aliases, day: date) -> tuple[str, Gist]:
        """What a form is searched by, and what it turns on: read as a question on its city."""
        asked = aliased(self._understood(form, city, day, self._searcher.version), aliases)
        return asked.official_text or asked.search_text, gist_of(asked)

    def _understand(self, form: str, city: str, day: date, version: str) -> Understanding:
        """`version` of the index: what kana are written with depends on it."""
        return understand(form, city, self._knowledge, day, self._searcher.written)


def _notes(entries: Iterable[Correction], passages: Mapping[str, Passage]) -> Iterable[Noted]:
    for each in entries:
        if isinstance(each.body, PassageNote):
            passage = passages[each.body.passage.passage_id]
            yield Noted(passage.plan_id, passage.spans, each.body.note)
