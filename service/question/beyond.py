"""Whether a question is, by its nature, nothing a published plan can tell."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.vocabulary import load_rules
from service.question.other_municipality import OtherPlace
from service.question.understanding import Beyond


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a question is beyond any plan, and the words that told."""

    beyond: Beyond | None
    words: tuple[str, ...] = ()


_RULES = (("personal_matter", Beyond.PERSONAL_MATTER), ("live", Beyond.LIVE))


def beyond_any_plan(text: str, place: OtherPlace | None) -> Verdict:
    """The first ground that leaves no doubt; `text` without blanks beside Japanese letters."""
    if place is not None and place.about:
        return Verdict(Beyond.OTHER_CITY, (place.name,))
    for name, beyond in _RULES:
        for rule in load_rules(name):
            words = rule.match(text)
            if words is not None:
                return Verdict(beyond, tuple(dict.fromkeys(words)))
    return Verdict(None)
