"""A measure (施策) on a page of its own: what it says, when, by whom, and what stands beside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.errors import KnowledgeError
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, Mark, Measure, Plan, ScheduleRow
from service.http.pages.source_view.blocks import Cell, Column, Segments, Table
from service.http.pages.source_view.folding import fold, folded
from service.http.pages.source_view.headline import split_at, split_headline
from service.http.pages.source_view.ownership import printed_at
from service.http.pages.source_view.tables import schedule_of

QUESTIONS_MAX = 4  # as many as fit a phone's screen together
_TAIL = 8  # folded signs that tell where a paragraph ends; its last words, mostly 〜します。
_PARTS = re.compile(r"[0-9]+|[a-z]+")


@dataclass(frozen=True, slots=True)
class Planned:
    """A line of a measure's own schedule table: a term and what is planned, one cell a row of it.

    A cell that is None is covered by the one above it (`Cell.span` counts lines here).
    """

    term: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class MeasureView:
    """What a measure's page shows.

    slug         its name in addresses
    paragraphs   the text, letter for letter
    heads        what each column of `planned` is about; one empty text where there is but one
    planned      the schedule by term; empty where no term is known
    in_order     what is planned, a list for each column, where the print does not tell the terms
    departments  担当, in printed order
    questions    reviewed questions that rest on this measure
    """

    slug: str
    measure: Measure
    paragraphs: tuple[Segments, ...]
    heads: tuple[str, ...]
    planned: tuple[Planned, ...]
    in_order: tuple[tuple[str, ...], ...]
    departments: tuple[str, ...]
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
    rows: dict[str, list[ScheduleRow]] = {}
    for row in knowledge.records(plan.id, kind=ScheduleRow):
        rows.setdefault(row.measure_id, []).append(row)
    asked = _asked(knowledge, plan, rows)
    views: dict[str, MeasureView] = {}
    for measure in knowledge.records(plan.id, kind=Measure):
        view = _view(knowledge, plan, measure, rows.get(measure.id, []), asked.get(measure.id, ()))
        if view.slug in views:
            other = views[view.slug].measure.id
            raise KnowledgeError(f"{measure.id!r} and {other!r} have one address, {view.slug!r}")
        views[view.slug] = view
    return views


def _asked(
    knowledge: KnowledgeBase, plan: Plan, rows: Mapping[str, Sequence[ScheduleRow]]
) -> dict[str, tuple[str, ...]]:
    """The first form of each entry that rests on one measure alone, by the measure's id."""
    measure_of = {row.id: key for key, of_measure in rows.items() for row in of_measure}
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
    rows: Sequence[ScheduleRow],
    questions: tuple[str, ...],
) -> MeasureView:
    source = knowledge.sources[plan.id]
    printed = printed_at(source, knowledge.readings[plan.id], measure.spans)
    table = schedule_of(plan, rows) if rows else None
    placed = table is not None and Column.ORDER not in table.columns and _all_placed(table)
    return MeasureView(
        slug=measure_slug(measure),
        measure=measure,
        paragraphs=tuple(_paragraphs(source.text, printed, measure)),
        heads=tuple(row.title if len(rows) > 1 else "" for row in rows),
        planned=tuple(_by_term(table)) if table and placed else (),
        in_order=() if placed else tuple(map(_in_order, rows)),
        departments=tuple(dict.fromkeys(d for row in rows for d in row.departments)),
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


def _all_placed(table: Table) -> bool:
    return all(cell.sure for row in table.rows for cell in row.cells)


def _by_term(table: Table) -> Iterator[Planned]:
    """The schedule turned: a line for each term, since a phone is higher than it is wide."""
    terms = [name for name in table.columns if not isinstance(name, Column)]
    columns: list[list[Cell | None]] = []
    for row in table.rows:
        lines: list[Cell | None] = []
        for cell in row.cells:
            lines += [cell, *([None] * (cell.span - 1))]
        columns.append(lines[: len(terms)])
    for number, term in enumerate(terms):
        yield Planned(term, tuple(lines[number] for lines in columns))


def _in_order(row: ScheduleRow) -> tuple[str, ...]:
    return tuple("・".join(cell.words) for cell in row.cells if cell.words)
