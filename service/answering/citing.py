"""Citations: where the answer stands, best first, each place once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.results import Hit
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import Span
from service.answering.quoting import Quoter
from service.answering.settings import AnsweringSettings
from service.outcome import Citation

_PATH_MARK = " > "


class Citer:
    """Makes citations from hits; holds one Quoter a plan."""

    def __init__(self, knowledge: KnowledgeBase, settings: AnsweringSettings) -> None:
        self._knowledge = knowledge
        self._settings = settings
        self._quoters = {plan.id: Quoter(knowledge, plan.id) for plan in knowledge.plans}

    def cite(self, answering: Iterable[Hit], others: Iterable[Hit] = ()) -> tuple[Citation, ...]:
        """Citations for an answer.

        answering  the candidates the answer was made from: first one place of each, then the rest
        others     candidates that bear on the question too: one place each, while there is room
        """
        found: list[Citation] = []
        answering = tuple(answering)
        own = [list(self._windows(hit)) for hit in answering]
        turns: list[tuple[Hit, Span]] = []
        for depth in range(max((len(w) for w in own), default=0)):
            turns += [
                (hit, spans[depth])
                for hit, spans in zip(answering, own, strict=True)
                if depth < len(spans)
            ]
        for hit, span in turns:
            self._add(found, hit, span, self._settings.citations)
        for hit in others:
            for span in list(self._windows(hit))[:1]:
                self._add(found, hit, span, self._settings.citations)
        return tuple(found)

    def _windows(self, hit: Hit) -> Iterator[Span]:
        quoter = self._quoters[hit.passage.plan_id]
        covered: list[Span] = []
        for span in hit.passage.spans:
            if any(w.start <= span.start and span.end <= w.end for w in covered):
                continue
            window = quoter.around(span, self._settings.quote_chars)
            covered.append(window)
            yield window

    def _add(self, found: list[Citation], hit: Hit, span: Span, limit: int) -> None:
        plan_id = hit.passage.plan_id
        if len(found) >= limit or any(
            c.plan_id == plan_id and c.span.start <= span.start and span.end <= c.span.end
            for c in found
        ):
            return
        plan = self._knowledge.plan(plan_id)
        found.append(
            Citation(
                n=len(found) + 1,
                plan_id=plan_id,
                plan_title=plan.title,
                city=plan.city,
                section=_PATH_MARK.join(hit.passage.section),
                page=hit.passage.page,
                quote=self._quoters[plan_id].quote(span),
                span=span,
                passage_id=hit.passage.id,
            )
        )
