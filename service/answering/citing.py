"""Citations: where the answer stands, best first, each place once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.results import Hit
from knowledge.knowledgebase import KnowledgeBase
from knowledge.mending import one_width
from knowledge.records import Record, Span
from service.answering.quoting import Quoter
from service.answering.settings import AnsweringSettings
from service.outcome import Citation

Hidden = Mapping[str, Sequence[Span]]
_NOTHING: Hidden = {}
_PATH_MARK = " > "
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


class Citer:
    """Makes citations from hits; holds one Quoter a plan."""

    def __init__(self, knowledge: KnowledgeBase, settings: AnsweringSettings) -> None:
        self._knowledge = knowledge
        self._settings = settings
        self._quoters = {plan.id: Quoter(knowledge, plan.id) for plan in knowledge.plans}

    def cite(
        self,
        answering: Iterable[Hit],
        others: Iterable[Hit] = (),
        rests_on: Iterable[Record] = (),
        hidden: Hidden = _NOTHING,
    ) -> tuple[Citation, ...]:
        """Citations for an answer.

        rests_on   records the answer was completed from: their places come first
        answering  the candidates the answer was made from: first one place of each, then the rest
        others     candidates that bear on the question too: one place each, while there is room
        hidden     by plan, characters that are not quoted
        """
        found: list[Citation] = []
        for record in rests_on:
            window = self._quoters[record.plan_id].around(
                record.spans[0], self._settings.quote_chars, hidden.get(record.plan_id, ())
            )
            self._add(found, _Place.of_record(record), window)
        answering = tuple(answering)
        own = [list(self._windows(hit, hidden)) for hit in answering]
        turns: list[tuple[Hit, Span]] = []
        for depth in range(max((len(w) for w in own), default=0)):
            turns += [
                (hit, spans[depth])
                for hit, spans in zip(answering, own, strict=True)
                if depth < len(spans)
            ]
        for hit, span in turns:
            self._add(found, _Place.of_hit(hit), span)
        for hit in others:
            for span in list(self._windows(hit, hidden))[:1]:
                self._add(found, _Place.of_hit(hit), span)
        return tuple(found)

    def _windows(self, hit: Hit, hidden: Hidden) -> Iterator[Span]:
        taken = hidden.get(hit.passage.plan_id, ())
        quoter = self._quoters[hit.passage.plan_id]
        covered: list[Span] = []
        for span in self._shown(hit, taken):
            if any(w.start <= span.start and span.end <= w.end for w in covered):
                continue
            window = quoter.around(span, self._settings.quote_chars, taken)
            covered.append(window)
            yield window

    def _shown(self, hit: Hit, taken: Sequence[Span]) -> list[Span]:
        """The evidence, most telling first; of what is partly hidden the longest rest."""
        spans = self._most_telling_first(hit)
        if not taken:
            return spans
        quoter = self._quoters[hit.passage.plan_id]
        return list(filter(None, (quoter.longest_free(span, taken) for span in spans)))

    def _most_telling_first(self, hit: Hit) -> list[Span]:
        """Evidence that holds the answer's numbers before the rest: numbers are what is checked."""
        numbers = set(_NUMBER.findall(one_width(hit.passage.shown)))
        source = self._knowledge.sources[hit.passage.plan_id]

        def held(span: Span) -> int:
            return len(numbers & set(_NUMBER.findall(one_width(source.quote(span)))))

        return sorted(hit.passage.spans, key=held, reverse=True)

    def _add(self, found: list[Citation], place: _Place, span: Span) -> None:
        if len(found) >= self._settings.citations or any(
            c.plan_id == place.plan_id and c.span.start <= span.start and span.end <= c.span.end
            for c in found
        ):
            return
        plan = self._knowledge.plan(place.plan_id)
        found.append(
            Citation(
                n=len(found) + 1,
                plan_id=plan.id,
                plan_title=plan.title,
                city=plan.city,
                section=_PATH_MARK.join(place.section),
                page=place.page,
                quote=self._quoters[plan.id].quote(span),
                span=span,
                passage_id=place.passage_id,
            )
        )


@dataclass(frozen=True, slots=True)
class _Place:
    """What a citation says of its place, whether it comes from a hit or from a record."""

    plan_id: str
    section: tuple[str, ...]
    page: int | None
    passage_id: str

    @classmethod
    def of_hit(cls, hit: Hit) -> _Place:
        one = hit.passage
        return cls(one.plan_id, one.section, one.page, one.id)

    @classmethod
    def of_record(cls, record: Record) -> _Place:
        return cls(record.plan_id, record.section, record.page, record.id)
