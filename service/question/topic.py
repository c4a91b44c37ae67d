"""What an earlier question was about: the words that a later 'it' stands for."""

from __future__ import annotations

import re

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, Footnote, GlossaryTerm, Measure, Record, ScheduleRow
from knowledge.years import find_years
from service.question.exchange import Exchange
from service.question.held_cities import cities_in
from service.question.language import language_of
from service.question.morphology import Word, words
from service.question.phrases import has_no_subject, pattern, plain, without_opener
from service.question.wrapping import core, without

_LONGEST = 40  # characters; more is a story, not a subject
# は and って mark what is spoken of; が, を and に do where neither stands.
_MARKS = (frozenset({"は", "って", "とは"}), frozenset({"が", "を", "に", "で"}))
_HANGING = re.compile(r"(?:の(?:こと|は)?|こと|とは|って|と|、|\s|「|」|『|』)+$")


def topic_of(earlier: Exchange, knowledge: KnowledgeBase) -> str | None:
    """The subject in the words of the earlier question, else in those of the plan; None if none."""
    if language_of(earlier.meaning) == "ja":
        named = _named(earlier.meaning, knowledge)
        if named is not None:
            return named
    return _titled(earlier, knowledge)


def _named(meaning: str, knowledge: KnowledgeBase) -> str | None:
    start, end = core(meaning)
    text = meaning[start:end]
    taken = [(one.start, one.end) for one in cities_in(text, knowledge.cities)]
    taken += [(one.start, one.end) for one in find_years(text)]
    text = without_opener(without(text, taken))
    parts = [part for long in words(text) for part in long]
    for marks in _MARKS:
        for segment in _segments(text, parts, marks):
            subject = _trimmed(segment)
            if subject is not None:
                return subject
    return None


def _segments(text: str, parts: list[Word], marks: frozenset[str]) -> list[str]:
    """The stretches before each particle of `marks`; the whole text where there is none."""
    found, start = [], 0
    for part in parts:
        if part.pos[0] == "助詞" and part.surface in marks and part.start > start:
            found.append(text[start : part.start])
            start = part.end
    if not found and marks is _MARKS[-1]:
        return [text]
    return found


def _trimmed(segment: str) -> str | None:
    """Without the aspect asked for at its end (の担当課, 策定年度); None where nothing is left."""
    segment = _HANGING.sub("", segment.strip("、 ?!。"))
    if not segment or len(segment) > _LONGEST or has_no_subject(plain(segment)):
        return None
    trimmed = segment
    ending = re.compile(rf"(?:の|\s)(?:{pattern('aspects').pattern})+$")
    while found := ending.search(trimmed):
        trimmed = _HANGING.sub("", trimmed[: found.start()])
    return trimmed if trimmed and not has_no_subject(plain(trimmed)) else segment


def _titled(earlier: Exchange, knowledge: KnowledgeBase) -> str | None:
    """The name of the measure or term that answered, else the heading it stands under."""
    records: list[Record] = [knowledge.record(one) for one in earlier.record_ids]
    for record in records:
        if isinstance(record, Measure | ScheduleRow):
            return record.title
        if isinstance(record, GlossaryTerm | Footnote):
            return record.term
    headed = (record for record in records if not isinstance(record, FaqEntry) and record.section)
    return next((record.section[-1] for record in headed), None)
