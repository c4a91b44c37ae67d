"""Figures in running text, where the sentence itself says what each value belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from knowledge.eras import Era, western
from knowledge.reading.toride.flattext import FlatText, flatten
from knowledge.reading.toride.shares import Share, shares_of
from knowledge.reading.toride.sheet import Sheet
from knowledge.records import Paragraph, ParagraphRole, Statistic

_SURVEY_YEAR = re.compile(r"(平成|令和)(\d+)年(?!度)")
_SOURCE = re.compile(r"^（?出典(?::|：|）)?(?P<source>.+?)）?$")
_SOURCE_IN_TITLE = re.compile(r"（(?P<source>[^（）]+)より）")


@dataclass(frozen=True, slots=True)
class Origin:
    """Which publication a section's figures are from; None where it names several or none."""

    source: str | None
    year: int | None


def read_statistics(sheet: Sheet) -> None:
    """A record for each share in the prose. Run after prose and source lines are read."""
    prose = [
        record
        for record in sheet.records
        if isinstance(record, Paragraph)
        and record.role in (ParagraphRole.PROSE, ParagraphRole.BULLET)
    ]
    for paragraph in prose:
        flat = flatten(sheet, paragraph)
        title = re.sub(r"^\S+ |（.*より）$", "", paragraph.section[-1])
        for share in shares_of(flat.text, flat.sentences(), title):
            _add(sheet, paragraph, flat, share)


def _add(sheet: Sheet, paragraph: Paragraph, flat: FlatText, share: Share) -> None:
    origin = _origin(sheet, paragraph)
    spans = flat.spans(sheet, *share.sentence)
    key = paragraph.id.split("/", 2)[2].partition("段落")[0]
    year = share.year or (origin.year and origin.year - share.years_back)
    sheet.records.append(
        Statistic(
            id=sheet.record_id("statistic", f"{key}-{share.group}{share.label}"),
            plan_id=sheet.plan.id,
            section=paragraph.section,
            page=next(
                sheet.pages[index]
                for index, line in enumerate(sheet.lines)
                if line.start <= spans[0].start < line.end
            ),
            spans=spans,
            subject=share.subject,
            label=share.label,
            group=share.group,
            value=Decimal(share.value),
            unit=share.unit,
            year=year,
            figure=None,
            source=origin.source,
            confirmed=True,
        )
    )


def _origin(sheet: Sheet, paragraph: Paragraph) -> Origin:
    """The source that all source lines of the section name, else the one its titles name."""
    lines = {
        found["source"]
        for record in sheet.records
        if isinstance(record, Paragraph)
        and record.role is ParagraphRole.SOURCE
        and record.section == paragraph.section
        and (found := _SOURCE.match(record.text))
    }
    titles = [
        found["source"] for title in paragraph.section if (found := _SOURCE_IN_TITLE.search(title))
    ]
    named = lines.pop() if len(lines) == 1 else titles[-1] if titles and not lines else None
    year = _SURVEY_YEAR.search(named) if named else None
    return Origin(named, western(Era(year[1]), int(year[2])) if year else None)
