"""Every number of the suggestions, with its unit and its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from knowledge.records import FaqKind
from service.topics.settings import KIND_COSTS


@dataclass(frozen=True, slots=True)
class SuggestionSettings:
    """How many questions are suggested, and which come first.

    suggestions_max  questions: a list of six is read at a glance and leaves room for a keyboard
    text_chars_max   characters typed: longer ones are whole questions, and sent rather than typed
    romaji_max       letters at the end of Japanese text that an input method has not converted yet
    kind_costs       characters of question length that a kind of question is worth
    """

    suggestions_max: int = 6
    text_chars_max: int = 100
    romaji_max: int = 3
    kind_costs: Mapping[FaqKind, float] = field(default_factory=lambda: KIND_COSTS, hash=False)
