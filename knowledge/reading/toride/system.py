"""施策体系: the measures by group, by mark and by article of law, as the plan's headings give them.

The plan prints the system as a picture, which is lost; its headings and marks say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from knowledge.reading.toride.outline import Outline, element
from knowledge.reading.toride.sheet import Sheet
from knowledge.records import Enumeration, EnumerationItem, Mark, Measure, Span

_LAW = "官民データ活用推進基本法"


def read_system(
    sheet: Sheet, outline: Outline, measures: Mapping[str, Measure], laws: Mapping[int, str]
) -> None:
    """Enumerations of groups, of the measures of each group, and by mark and article of law.

    laws: what each article stands for, by its number.
    """
    if not measures:
        return
    groups = [one for one in outline.headings if one.marked.mark == sheet.layout.group_heading]
    _add(
        sheet,
        "施策体系",
        next(iter(measures.values())).section[:2],
        [
            EnumerationItem(one.marked.number, one.marked.title, sheet.lines[one.index].span)
            for one in groups
        ],
    )
    for group in groups:
        own = [measure for measure in measures.values() if measure.section[:-1] == group.path]
        _add(sheet, f"{element(group.marked)}の施策", group.path, _items(own))
    for mark in Mark:
        own = [measure for measure in measures.values() if mark in measure.marks]
        _add(sheet, f"「{mark}」の施策", own[0].section[:2] if own else (), _items(own))
    articles = sorted({one for measure in measures.values() for one in measure.law_articles})
    for article in articles:
        own = [one for one in measures.values() if article in one.law_articles]
        title = f"{_LAW}第{article}条（{laws[article]}）に対応する施策"
        _add(sheet, title, own[0].section[:2], _items(own))


def _items(measures: Iterable[Measure]) -> list[EnumerationItem]:
    """A measure's item stands at its title line, the first line of its first span."""
    return [
        EnumerationItem(measure.number, measure.title, measure.spans[0]) for measure in measures
    ]


def _add(sheet: Sheet, title: str, section: tuple[str, ...], items: list[EnumerationItem]) -> None:
    """Add a list; its spans are the title lines of its items."""
    if not items:
        return
    lines = []
    for item in items:
        line = next(line for line in sheet.lines if line.start == item.span.start)
        lines.append(Span(line.start, line.end))
    listed = tuple(
        EnumerationItem(item.label, item.text, span)
        for item, span in zip(items, lines, strict=True)
    )
    first = next(i for i, line in enumerate(sheet.lines) if line.start == lines[0].start)
    sheet.records.append(
        Enumeration(
            id=sheet.record_id("enumeration", title),
            plan_id=sheet.plan.id,
            section=section,
            page=sheet.pages[first],
            spans=tuple(lines),
            title=title,
            items=listed,
        )
    )
