"""Search in scope: the site's city, the cities or plans named, each side of a comparison."""

from __future__ import annotations

from dataclasses import replace

from index import Query, ResultSet, Scope, Searcher
from knowledge.knowledgebase import KnowledgeBase
from service.answering.settings import AnsweringSettings
from service.answering.turn import Side, Turn
from service.answering.voice import Voice
from service.question.understanding import Understanding


class Retrieve:
    """The step that searches."""

    def __init__(
        self, searcher: Searcher, knowledge: KnowledgeBase, settings: AnsweringSettings
    ) -> None:
        self._searcher = searcher
        self._knowledge = knowledge
        self._settings = settings

    def __call__(self, turn: Turn) -> Turn:
        """Fill `sides`."""
        asked = turn.understood
        sides = tuple(
            self._side(name, scope, asked, turn) for name, scope in self._scopes(asked, turn.voice)
        )
        return replace(turn, sides=sides)

    def _side(self, name: str, scope: Scope, asked: Understanding, turn: Turn) -> Side:
        as_typed = self._search(asked.search_text, scope, turn)
        text = " ".join((asked.official_text or asked.search_text, *asked.japanese_words))
        if text == asked.search_text:
            return Side(name, scope, as_typed)
        return Side(name, scope, self._search(text, scope, turn), as_typed)

    def _search(self, text: str, scope: Scope, turn: Turn) -> ResultSet:
        follow_up, withheld = turn.follow_up, turn.corrections.withheld
        known = scope.cities or scope.plans
        deep = self._settings.candidates if known else self._settings.candidates_without_city
        if follow_up is not None and follow_up.record_ids:
            deep = self._settings.candidates_followed  # `Attend` cuts them
        return self._searcher.search(Query(text, scope, deep, withheld), turn.embedded)

    def _scopes(self, asked: Understanding, voice: Voice) -> tuple[tuple[str, Scope], ...]:
        """Names and scopes of the sides; one side unless several cities or plans are named."""
        if len(asked.cities) > 1:
            return tuple(
                (voice.city(self._knowledge.city(city)), Scope(cities=frozenset({city})))
                for city in asked.cities
            )
        if len(asked.plans) > 1:
            return tuple(
                (self._knowledge.plan(plan).short_title, Scope(plans=frozenset({plan})))
                for plan in asked.plans
            )
        if asked.plans:
            return (("", Scope(plans=frozenset(asked.plans))),)
        city = asked.cities[0] if asked.cities else asked.site_city
        return (("", Scope(cities=frozenset({city}) if city else frozenset())),)
