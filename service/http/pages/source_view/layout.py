"""From runs of printed text to the blocks of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.records import (
    ContentsEntry,
    EnumerationItem,
    Footnote,
    GlossaryTerm,
    LeftOut,
    Measure,
    Opinion,
    Paragraph,
    ParagraphRole,
    Plan,
    Reading,
    Record,
    ScheduleRow,
    Section,
    Statistic,
    TimelineEvent,
)
from knowledge.source import SourceText
from service.http.pages.source_view.blocks import (
    Block,
    Definition,
    Definitions,
    Heading,
    ItemList,
    Margin,
    PageMark,
    Prose,
    Segments,
    place_anchor,
)
from service.http.pages.source_view.headline import split_headline
from service.http.pages.source_view.ownership import Owner, Run, runs
from service.http.pages.source_view.tables import schedule_table, statistic_table

DEEPEST = 6  # HTML has no deeper heading
ROWS_MIN = 2  # fewer values than this read better as they are printed


def lay_out(plan: Plan, source: SourceText, reading: Reading) -> tuple[Block, ...]:
    """Every printed character of the plan in order, each once; rebuilt tables come on top."""
    return tuple(_Layout(plan, source, reading).blocks(runs(source, reading)))


def _is_item(owner: Owner) -> bool:
    if isinstance(owner, Paragraph):
        return owner.role is ParagraphRole.BULLET
    return isinstance(owner, EnumerationItem | ContentsEntry | Opinion | TimelineEvent)


def _family(owner: Owner) -> object:
    """Neighbouring runs of one family make one block; None makes a block of its own."""
    if isinstance(owner, ScheduleRow | GlossaryTerm):
        return type(owner)
    if isinstance(owner, Statistic):
        return (Statistic, owner.figure, owner.section)
    if isinstance(owner, LeftOut):
        return (LeftOut, owner.reason)
    if _is_item(owner):
        return (type(owner), getattr(owner, "section", None))
    return None


class _Layout:
    def __init__(self, plan: Plan, source: SourceText, reading: Reading) -> None:
        self._plan = plan
        # A measure's title is a heading of the plan's too, mostly: the two have one path.
        self._measures = {
            record.section: record.id for record in reading.records if isinstance(record, Measure)
        }
        self._text = source.text
        self._page: int | None = None
        self._level = 1
        self._anchors = 0
        self._begun: set[str] = set()  # ids of records whose headline stands already

    def blocks(self, all_runs: Sequence[Run]) -> Iterator[Block]:
        at = 0
        while at < len(all_runs):
            end = self._end_of_family(all_runs, at)
            group = all_runs[at:end]
            yield from self._page_mark(group)
            yield from self._block(group)
            at = end

    def _end_of_family(self, all_runs: Sequence[Run], start: int) -> int:
        """The end of the group that begins at `start`.

        What interrupts a family (a page header, a repeated table header) belongs to it when the
        family goes on within two runs.
        """
        family = _family(all_runs[start].owner)
        end = start + 1
        if family is None:
            return end
        may_pause = not isinstance(all_runs[start].owner, GlossaryTerm | LeftOut)
        for ahead in range(start + 1, len(all_runs)):
            owner = all_runs[ahead].owner
            if _family(owner) == family:
                end = ahead + 1
            elif ahead - end >= 2 or not may_pause or isinstance(owner, Record | EnumerationItem):
                break
        return end

    def _page_mark(self, group: Sequence[Run]) -> Iterator[Block]:
        owners = [run.owner for run in group]
        pages = [owner.page for owner in owners if isinstance(owner, Record) and owner.page]
        if pages and (self._page is None or pages[0] > self._page):
            self._page = pages[0]
            yield PageMark(pages[0])

    def _block(self, group: Sequence[Run]) -> Iterator[Block]:
        owner = group[0].owner
        segments = _all(group)
        if isinstance(owner, ScheduleRow):
            yield schedule_table(self._plan, group)
        elif isinstance(owner, Statistic):
            table = statistic_table(group)
            yield table if len(table.rows) >= ROWS_MIN else Prose("table", segments)
        elif isinstance(owner, GlossaryTerm):
            yield from self._definitions(group)
        elif _is_item(owner):
            yield ItemList(tuple(run.segments for run in group))
        elif isinstance(owner, Section):
            self._level = min(owner.level + 1, DEEPEST)
            title = f"{owner.number} {owner.title}".strip()
            measure_id = self._measures.pop(owner.section, None)
            yield self._heading(self._level, title, segments, measure_id)
        elif isinstance(owner, Measure):
            yield from self._measure(owner, segments)
        elif isinstance(owner, LeftOut):
            yield Margin(segments, shown=not self._is_markup(segments))
        elif isinstance(owner, Paragraph):
            yield Prose(owner.role.value, segments)
        elif isinstance(owner, Footnote):
            anchor = place_anchor(owner.spans[0].start) if self._begins(owner) else None
            yield Prose("footnote", segments, anchor)
        else:
            yield Prose("prose" if owner is not None else "loose", segments)

    def _heading(
        self, level: int, title: str, segments: Segments, measure_id: str | None = None
    ) -> Heading:
        self._anchors += 1
        return Heading(level, f"s{self._anchors}", title, segments, measure_id)

    def _measure(self, measure: Measure, segments: Segments) -> Iterator[Block]:
        rest = segments
        if self._begins(measure):
            head, rest = split_headline(self._text, segments, measure.title)
            if head:
                level = min(self._level + 1, DEEPEST)
                title = f"{measure.number} {measure.title}"
                yield self._heading(level, title, head, measure.id)
        if rest:
            yield Prose("prose", rest)

    def _definitions(self, group: Sequence[Run]) -> Iterator[Block]:
        entries: list[Definition] = []
        for run in group:
            term = run.owner
            if isinstance(term, GlossaryTerm) and self._begins(term):
                head, rest = split_headline(self._text, run.segments, term.term)
                anchor = place_anchor(term.spans[0].start)
                entries.append(Definition(term.term, anchor, head, rest))
            else:
                yield Prose("prose", run.segments)
        if entries:
            yield Definitions(tuple(entries))

    def _is_markup(self, segments: Segments) -> bool:
        return all(set(self._text[one.start : one.end]) == {"#"} for one in segments)

    def _begins(self, record: Record) -> bool:
        """Whether this is the record's first run: its text may go on after a table or a page."""
        first = record.id not in self._begun
        self._begun.add(record.id)
        return first


def _all(group: Sequence[Run]) -> Segments:
    return tuple(segment for run in group for segment in run.segments)
