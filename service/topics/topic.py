"""What is offered to tap: topics of a city and their questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TopicQuestion:
    """A question to tap; the counter answers it when it is asked with `city`.

    text      as it is shown and asked, Japanese
    entry_id  the FAQ entry it comes from
    """

    text: str
    city: str
    entry_id: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A part of a plan, offered as a button.

    id        stable and safe in addresses; unique over all cities
    label     Japanese, short enough for a button
    sections  the headings it stands for, as the plan prints them; the first is the main one
    subjects  one line: what stands below these headings, in the plan's own titles
    labels    by language code; only Japanese where nobody has reviewed others
    """

    id: str
    city: str
    plan_id: str
    plan_title: str
    label: str
    sections: tuple[str, ...]
    subjects: str
    questions: tuple[TopicQuestion, ...]
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)

    def label_in(self, lang: str) -> str:
        """The label in a language; Japanese where there is none."""
        return self.labels.get(lang, self.label)

    def speaks(self, lang: str) -> bool:
        """Whether the label is in this language; if not, it stands in an element `lang="ja"`."""
        return lang in self.labels or lang.startswith("ja")


@dataclass(frozen=True, slots=True)
class CityTopics:
    """The topics of one city, in the order in which they are shown."""

    city: str
    city_name: str
    topics: tuple[Topic, ...]
    examples: tuple[TopicQuestion, ...]
