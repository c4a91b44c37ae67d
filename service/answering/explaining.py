"""Which other plans explain a word: what a term means is no secret of one city."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import Footnote, GlossaryTerm
from service.answering.quantities import plain

_SHORTEST = 2  # characters of a term; one letter stands in every text
_INSIDE = re.compile(r"[a-z0-9ァ-ヺー一-龥々]")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A term as a plan writes it, and the ids of the cities whose plans explain it."""

    term: str
    cities: tuple[str, ...]


class Explanations:
    """Glossary entries and footnotes of all plans by the words they explain."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._cities: dict[str, dict[str, set[str]]] = {}
        self._written: dict[str, str] = {}
        for record in knowledge.records():
            if isinstance(record, GlossaryTerm | Footnote):
                aliases = record.aliases if isinstance(record, GlossaryTerm) else ()
                city = knowledge.plan(record.plan_id).city
                for name in (record.term, *aliases):
                    key = plain(name)
                    self._written.setdefault(key, name)
                    self._cities.setdefault(key, {}).setdefault(city, set()).add(record.id)

    def elsewhere(
        self, text: str, city: str, withheld: frozenset[str] = frozenset()
    ) -> Explanation | None:
        """The longest term of a question that only other cities' plans explain, or None.

        withheld  ids of records that may not be offered
        """
        asked = plain(text)
        for key in sorted(self._cities, key=lambda key: (-len(key), key)):
            cities = [one for one, ids in self._cities[key].items() if not ids <= withheld]
            if (
                len(key) >= _SHORTEST
                and cities
                and city not in self._cities[key]
                and _stands_alone(key, asked)
            ):
                return Explanation(self._written[key], tuple(cities))
        return None


def _stands_alone(word: str, text: str) -> bool:
    """Whether the word is no part of a longer one: AI in AIとは, not in AIDMAとは."""
    at = text.find(word)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(word) : at + len(word) + 1]
        if not (_INSIDE.match(before) and _INSIDE.match(word)) and not (
            _INSIDE.match(after) and _INSIDE.match(word[-1])
        ):
            return True
        at = text.find(word, at + 1)
    return False
