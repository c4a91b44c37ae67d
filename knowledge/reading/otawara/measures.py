"""Measures: the headings of the innermost level below which a schedule stands."""

from __future__ import annotations

from knowledge.errors import SourceError
from knowledge.reading.otawara.folio import Folio
from knowledge.reading.otawara.headings import Heading
from knowledge.reading.otawara.schedule import read_schedule
from knowledge.records import Measure, Paragraph, ParagraphRole, RecordKind


def measure_headings(folio: Folio) -> list[tuple[Heading, int]]:
    """Each measure's heading with the line of its schedule mark.

    Raises SourceError where a heading has two schedules, or a schedule no heading of its own.
    """
    found: dict[str, tuple[Heading, int]] = {}
    for index, line in enumerate(folio.lines):
        if line.text != folio.layout.schedule_mark:
            continue
        heading = folio.heading(index)
        if heading.level < 2 or heading.key in found:
            raise folio.broken(
                index, f"a second schedule, or one without a measure: {heading.key!r}"
            )
        found[heading.key] = (heading, index)
    numbers = [heading.key_in_chapter for heading, _ in found.values()]
    for heading, _ in found.values():
        if numbers.count(heading.key_in_chapter) > 1:
            raise SourceError(
                f"measure number {heading.key_in_chapter} stands twice",
                folio.source.at(folio.lines[heading.line].start),
            )
    return list(found.values())


def measure_id(folio: Folio, heading: Heading) -> str:
    """The id of a measure's record, by its number in the chapter."""
    return f"{folio.plan.id}/{RecordKind.MEASURE.value}/{heading.key_in_chapter}"


def read_schedules(folio: Folio) -> None:
    """Read the table of every measure."""
    for heading, mark in measure_headings(folio):
        read_schedule(folio, mark, heading, measure_id(folio, heading))


def read_measures(folio: Folio) -> None:
    """Make a record of every measure; its paragraphs must have been read before."""
    prose = [
        record
        for record in folio.records
        if isinstance(record, Paragraph)
        and record.role in {ParagraphRole.PROSE, ParagraphRole.BULLET}
    ]
    for heading, mark in measure_headings(folio):
        indices = [index for index in range(heading.line, mark) if index not in folio.pages.headers]
        body = [record.text for record in prose if record.section == heading.path]
        policy = [record.text for record in prose if record.section == heading.path[:-1]]
        if not body:
            raise folio.broken(heading.line, f"measure {heading.title!r} has no text")
        folio.records.append(
            Measure(
                **folio.place(RecordKind.MEASURE, heading.key_in_chapter, indices, heading),
                number=heading.key_in_chapter,
                title=heading.title,
                policy="\n".join(policy),
                group=heading.path[-2],
                goal=heading.path[-3] if len(heading.path) > 2 else "",
                body="\n".join(body),
                marks=frozenset(),
                law_articles=(),
            )
        )
