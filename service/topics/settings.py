"""Every number of the topics, with its unit and its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from knowledge.records import FaqKind

# In question lengths: what a person who knows nothing of a matter asks first costs least. What is
# done, when, what it is, who does it; legal bases and where something is printed come last.
KIND_COSTS = {
    FaqKind.PLAN: 0.0,
    FaqKind.MEASURE: 0.0,
    FaqKind.SCHEDULE: 4.0,
    FaqKind.LIST: 4.0,
    FaqKind.POLICY: 6.0,
    FaqKind.STATISTIC: 6.0,
    FaqKind.DEFINITION: 6.0,
    FaqKind.TIMELINE: 8.0,
    FaqKind.DEPARTMENT: 8.0,
    FaqKind.PARAGRAPH: 8.0,
    FaqKind.CONTENTS: 8.0,
    FaqKind.OPINION: 12.0,
    FaqKind.RULE: 16.0,
}


@dataclass(frozen=True, slots=True)
class TopicSettings:
    """How many topics and questions are offered, and which come first.

    topics_max      topics a city: as many fit one screen of a kiosk in two columns of 76 px buttons
    unreviewed_min  topics kept free for plans of the city that nobody has reviewed yet
    questions_min   questions: an area with fewer is no topic
    questions_max   questions a topic: one screen without scrolling
    label_width     full-width characters of a label, a half-width one counting half: one line of a
                    button in large type
    subjects_chars  characters of a description: one line beside the label on a wide screen
    examples        questions for the first screen
    kind_costs      characters of question length that a kind of question is worth
    central_worth   characters that a question is worth which names its own heading in full
    repeat_cost     characters for each question of the same kind chosen already
    nearby_cost     characters for each question of the same heading chosen already
    similar         0..100, rapidfuzz's ratio of two questions from which on they are one
    """

    topics_max: int = 10
    unreviewed_min: int = 3
    questions_min: int = 4
    questions_max: int = 6
    label_width: float = 14.0
    subjects_chars: int = 40
    examples: int = 3
    kind_costs: Mapping[FaqKind, float] = field(
        default_factory=lambda: MappingProxyType(KIND_COSTS), hash=False
    )
    central_worth: float = 16.0
    repeat_cost: float = 12.0
    nearby_cost: float = 12.0
    similar: float = 72.0
