"""Complete lists that are no bullets: the headings below a heading, and counted names in a row."""

from __future__ import annotations

import re
from collections.abc import Collection

from knowledge.mending import one_width
from knowledge.reading.otawara.folio import Folio
from knowledge.records import Enumeration, EnumerationItem, Paragraph, RecordKind, Span, Statistic

# Headings of the outer levels are the plan's structure; from here on they list things.
_LISTING_LEVEL = 3
_ROW = re.compile(
    r"(?P<row>(?:「[^「」]{1,40}」(?:、|と|や|及び)?){2,})"
    r"(?:[のを](?P<count>[0-9２-９])つの(?P<counted>[一-龠々ァ-ヶー]+)"
    r"|を(?P<named>[一-龠々ァ-ヶー]+)として)"
)
_NAME = re.compile(r"「([^「」]+)」")


def read_heading_lists(folio: Folio, listed: Collection[tuple[str, ...]]) -> None:
    """A list for every heading with two or more headings right below it.

    Not for the paths in `listed`, nor for what a survey asked: its charts tell that.
    """
    charts = {r.section for r in folio.records if isinstance(r, Statistic) and r.figure}
    silent = {chart[:length] for chart in charts for length in range(1, len(chart) + 1)}
    silent.update(listed)
    for heading in folio.headings:
        below = [
            other
            for other in folio.headings
            if other.level == heading.level + 1 and other.path[:-1] == heading.path
        ]
        if heading.level < _LISTING_LEVEL or len(below) < 2 or heading.path in silent:
            continue
        lines = [heading.line, *(other.line for other in below)]
        folio.records.append(
            Enumeration(
                **folio.place(RecordKind.ENUMERATION, heading.key, lines, heading),
                title=heading.title,
                items=tuple(
                    EnumerationItem(other.number, other.title, folio.lines[other.line].span)
                    for other in below
                ),
            )
        )


def read_rows(folio: Folio) -> None:
    """A list for quoted names in a row that their sentence counts: 「Ａ」、「Ｂ」を２つの柱."""
    for paragraph in [r for r in folio.records if isinstance(r, Paragraph)]:
        signs = [
            (sign, offset)
            for span in paragraph.spans
            for offset, sign in enumerate(folio.source.text[span.start : span.end], span.start)
            if not sign.isspace() and sign != "※"
        ]
        text = "".join(sign for sign, _ in signs)
        for match in _ROW.finditer(text):
            names = list(_NAME.finditer(match["row"]))
            count = match["count"]
            if count and int(one_width(count)) != len(names):
                continue
            title = f"{one_width(count)}つの{match['counted']}" if count else match["named"]
            base = match.start("row")
            items = tuple(
                EnumerationItem(
                    "",
                    one_width(name[1]),
                    Span(signs[base + name.start()][1], signs[base + name.end() - 1][1] + 1),
                )
                for name in names
            )
            whole = Span(signs[match.start()][1], signs[match.end() - 1][1] + 1)
            local = f"{paragraph.id.rsplit('/', 1)[1].rsplit('-', 1)[0]}{title}"
            place = folio.place(RecordKind.ENUMERATION, local, [folio.line_at(paragraph)])
            place["spans"] = (whole,)
            folio.records.append(Enumeration(**place, title=title, items=items))
