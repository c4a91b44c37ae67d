"""What an earlier question was about: the words that a later 'it' stands for."""

from __future__ import annotations

import re

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import (
    FaqEntry,
    Footnote,
    GlossaryTerm,
    Measure,
    Record,
    ScheduleRow,
    TimelineEvent,
)
from knowledge.years import find_years
from service.question.exchange import Exchange
from service.question.held_cities import cities_in
from service.question.language import language_of
from service.question.morphology import Word, words
from service.question.phrases import has_no_subject, pattern, plain, without_opener
from service.question.wrapping import core, without

_LONGEST = 40  # characters; more is a story, not a subject
# は and って mark what is spoken of; が, を and に do where neither stands.
_SPOKEN_OF = frozenset({"は", "って", "とは"})
_ACTED_ON = frozenset({"が", "を", "に", "で"})
_HANGING = re.compile(r"(?:の(?:こと|は)?|こと|とは|って|と|、|\s|「|」|『|』)+$")


def topic_of(earlier: Exchange, knowledge: KnowledgeBase) -> str | None:
    """The subject in the words of the earlier question, else in those of the plan; None if none."""
    spoken_of = subject_named(earlier, knowledge, _SPOKEN_OF)
    records = [knowledge.record(one) for one in earlier.record_ids]
    return (
        spoken_of
        or next(filter(None, map(_name, records)), None)
        or subject_named(earlier, knowledge)
        or next((one.section[-1] for one in records if _is_headed(one)), None)
        # A question in another language, without an answer: as a whole it names its subject.
        or (earlier.meaning if language_of(earlier.meaning) != "ja" else None)
    )


def subject_named(
    earlier: Exchange, knowledge: KnowledgeBase, *marks: frozenset[str]
) -> str | None:
    """The subject as a Japanese question names it, before one of the particles of `marks`."""
    if language_of(earlier.meaning) != "ja":
        return None
    start, end = core(earlier.meaning)
    text = earlier.meaning[start:end]
    taken = [(one.start, one.end) for one in cities_in(text, knowledge.cities)]
    taken += [(one.start, one.end) for one in find_years(text)]
    text = without_opener(without(text, taken))
    parts = [part for long in words(text) for part in long]
    for of_marks in marks or (_SPOKEN_OF, _ACTED_ON):
        for segment in _segments(text, parts, of_marks):
            subject = _trimmed(segment)
            if subject is not None:
                return subject
    return None


def head(topic: str) -> str:
    """Of スマートフォンを持つ人 the スマートフォン; a topic without a clause as it is."""
    parts = [part for long in words(topic) for part in long]
    if any(part.pos[0] == "動詞" for part in parts):
        marks = (p for p in parts if p.pos[0] == "助詞" and p.surface in "をが" and p.start)
        mark = next(marks, None)
        return topic[: mark.start] if mark else topic
    return topic


def joined(topic: str, said: str) -> str:
    """The topic before words that have none: の before an aspect that is spoken of, else は."""
    aspect = pattern("aspects").match(said)
    spoken_of = aspect and re.match(r"$|[はがを]|って", said[aspect.end() :])
    return f"{topic}の{said}" if spoken_of else f"{topic}は{said}"


def _segments(text: str, parts: list[Word], marks: frozenset[str]) -> list[str]:
    """The stretches before each particle of `marks`; the whole text where there is none."""
    found, start = [], 0
    for part in parts:
        if part.pos[0] == "助詞" and part.surface in marks and part.start > start:
            found.append(text[start : part.start])
            start = part.end
    if not found and marks is _ACTED_ON:
        return [text]
    return found


def _trimmed(segment: str) -> str | None:
    """Without the aspect asked for at its end (の担当課, 策定年度); None where nothing is left."""
    segment = _HANGING.sub("", segment.strip("、 ?!。"))
    if not segment or len(segment) > _LONGEST or has_no_subject(plain(segment)):
        return None
    trimmed = segment
    ending = re.compile(rf"(?:の|\s|(?<=[うくすつぬむる]))(?:{pattern('aspects').pattern})+$")
    while found := ending.search(trimmed):
        is_clause = not found.group().startswith(("の", " "))
        trimmed = _HANGING.sub("", trimmed[: found.start()])
        trimmed = head(trimmed) if is_clause else trimmed
    return trimmed if trimmed and not has_no_subject(plain(trimmed)) else segment


def _name(record: Record) -> str | None:
    """What a record is called, where it has a name of its own."""
    if isinstance(record, Measure | ScheduleRow):
        return record.title
    if isinstance(record, GlossaryTerm | Footnote):
        return record.term
    return record.text if isinstance(record, TimelineEvent) else None


def _is_headed(record: Record) -> bool:
    return not isinstance(record, FaqEntry) and bool(record.section)
