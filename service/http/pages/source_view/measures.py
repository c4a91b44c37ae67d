"""A measure (施策) on a page of its own: its address, its text and what can be asked about it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge.errors import KnowledgeError
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, Mark, Measure, Plan, ScheduleRow
from service.http.pages.source_view.blocks import Segments
from service.http.pages.source_view.folding import fold, folded
from service.http.pages.source_view.headline import split_at, split_headline
from service.http.pages.source_view.ownership import printed_at

QUESTIONS_MAX = 4  # as many as fit a phone's screen together
_TAIL = 8  # folded signs that tell where a paragraph ends; its last words, mostly 〜します。
_PARTS = re.compile(r"[0-9]+|[a-z]+")


@dataclass(frozen=True, slots=True)
class MeasureView:
    """What a measure's page shows.

    slug         its name in addresses
    paragraphs   the text, letter for letter
    questions    reviewed questions that rest on this measure
    """

    slug: str
    measure: Measure
    paragraphs: tuple[Segments, ...]
    questions: tuple[str, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """重点 before 新規."""
        return tuple(mark for mark in Mark if mark in self.measure.marks)


def measure_slug(measure: Measure) -> str:
    """The measure's number in ASCII for addresses: `3(1)①i` as `3-1-1-i`."""
    spaced = " ".join(unicodedata.normalize("NFKC", sign) for sign in _parts(measure.number))
    return "-".join(_PARTS.findall(spaced.casefold()))


def _parts(number: str) -> Iterator[str]:
    """A number cut where a circled sign stands, which NFKC would run together with its neighbour"""
    yield from re.findall(r"[\u2460-\u24ff]|[^\u2460-\u24ff]+", number)


def measure_views(knowledge: KnowledgeBase, plan: Plan) -> Mapping[str, MeasureView]:
    """The measures of a plan by slug, in the plan's order.

    Raises KnowledgeError where two measures would have one address.
    """
    asked = _asked(knowledge, plan)
    views: dict[str, MeasureView] = {}
    for measure in knowledge.records(plan.id, kind=Measure):
        view = _view(knowledge, plan, measure, asked.get(measure.id, ()))
        if view.slug in views:
            other = views[view.slug].measure.id
            raise KnowledgeError(f"{measure.id!r} and {other!r} have one address, {view.slug!r}")
        views[view.slug] = view
    return views


def _asked(knowledge: KnowledgeBase, plan: Plan) -> dict[str, tuple[str, ...]]:
    """The first form of each entry that rests on one measure alone, by the measure's id."""
    rows = knowledge.records(plan.id, kind=ScheduleRow)
    measure_of = {row.id: row.measure_id for row in rows}
    measure_of |= {m.id: m.id for m in knowledge.records(plan.id, kind=Measure)}
    found: dict[str, list[str]] = {}
    for entry in knowledge.records(plan.id, kind=FaqEntry):
        about = {measure_of.get(record_id) for record_id in entry.record_ids}
        if len(about) == 1 and (only := about.pop()) is not None:
            found.setdefault(only, []).append(entry.forms[0])
    return {key: tuple(forms[:QUESTIONS_MAX]) for key, forms in found.items()}


def _view(
    knowledge: KnowledgeBase,
    plan: Plan,
    measure: Measure,
    questions: tuple[str, ...],
) -> MeasureView:
    source = knowledge.sources[plan.id]
    printed = printed_at(source, knowledge.readings[plan.id], measure.spans)
    return MeasureView(
        slug=measure_slug(measure),
        measure=measure,
        paragraphs=tuple(_paragraphs(source.text, printed, measure)),
        questions=questions,
    )


def _paragraphs(text: str, printed: Segments, measure: Measure) -> Iterator[Segments]:
    """The print behind the title and its 重点 or 新規, cut where the mended text has paragraphs."""
    head, rest = split_headline(text, printed, measure.title)
    rest = rest if head else printed
    for mark in sorted(measure.marks):
        before, behind = split_headline(text, rest, mark.value)
        if before and fold(mark.value) == folded(text, before).text:
            rest = behind
    for paragraph in measure.body.splitlines():
        here, wanted = folded(text, rest), fold(paragraph)
        tail = wanted[-_TAIL:]
        at = here.text.find(tail, max(0, len(wanted) - _TAIL)) if tail else -1
        if at < 0:
            break
        before, rest = split_at(text, rest, here.ends[at + len(tail) - 1])
        yield before
    if rest:
        yield rest
