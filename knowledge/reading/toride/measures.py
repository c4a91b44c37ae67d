"""Measures: ■１－１－１ title, body, the articles of law below, the 取組み方針 of their group."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from knowledge.reading.toride.marks import measure_marks
from knowledge.reading.toride.outline import Heading, Outline, element
from knowledge.reading.toride.prose import paragraphs
from knowledge.reading.toride.sheet import Part, Sheet
from knowledge.records import Enumeration, EnumerationItem, Measure

_LAW = re.compile(r"【法 ?(?P<article>\d+) ?条[:：](?P<title>.+)】")


def claim_laws(sheet: Sheet) -> list[int]:
    """Claim the lines 【法 10 条:...】; returns them."""
    lines = [i for i in sheet.free() if sheet.lines[i].text.startswith(sheet.layout.law_mark)]
    for index in lines:
        if _LAW.fullmatch(sheet.plain(index)) is None:
            raise sheet.broken(index, f"not an article of law: {sheet.lines[index].text!r}")
    sheet.claim(lines, Part.LAW)
    return lines


def read_measures(sheet: Sheet, outline: Outline, laws: Sequence[int]) -> dict[str, Measure]:
    """Measures by number, in order. SourceError for a number that stands twice."""
    measures: dict[str, Measure] = {}
    policies = _policies(sheet, outline)
    for heading in outline.headings:
        if heading.marked.mark != sheet.layout.measure_heading:
            continue
        number = heading.marked.number
        if number in measures:
            raise sheet.broken(heading.index, f"measure {number} stands twice")
        measures[number] = _measure(sheet, outline, heading, laws, policies)
    sheet.records.extend(measures.values())
    return measures


def _policies(sheet: Sheet, outline: Outline) -> Mapping[tuple[str, ...], str]:
    """取組み方針 by the section path of its group."""
    policies = {}
    for heading in outline.headings:
        if heading.marked.title == sheet.layout.policy_heading:
            own = [i for i in sheet.free() if outline.heading_at(i) == heading]
            policies[heading.path[:-1]] = "\n".join(
                sheet.text_of(paragraph.lines) for paragraph in paragraphs(sheet, own)
            )
    return policies


def _measure(
    sheet: Sheet,
    outline: Outline,
    heading: Heading,
    laws: Sequence[int],
    policies: Mapping[tuple[str, ...], str],
) -> Measure:
    free = sheet.free()
    body = list(
        takewhile(
            lambda i: outline.heading_at(i) == heading,
            (i for i in free if i > heading.index),
        )
    )
    own_laws = [index for index in laws if outline.heading_at(index) == heading]
    if not body:
        raise sheet.broken(heading.index, f"measure {heading.marked.number} has no body")
    sheet.claim(body, Part.MEASURE)
    group = outline.above(heading, sheet.layout.group_heading)
    goal = outline.above(heading, sheet.layout.goal_heading)
    return Measure(
        id=sheet.record_id("measure", heading.marked.number),
        plan_id=sheet.plan.id,
        section=heading.path,
        page=sheet.pages[heading.index],
        spans=sheet.spans_of(sorted([heading.index, *body, *own_laws])),
        number=heading.marked.number,
        title=heading.marked.title,
        policy=policies.get(heading.path[:-1], ""),
        group=element(group.marked) if group else "",
        goal=element(goal.marked) if goal else "",
        body="\n".join(sheet.text_of(one.lines) for one in paragraphs(sheet, body)),
        marks=measure_marks(sheet.plain(heading.index)),
        law_articles=tuple(
            int(found["article"])
            for index in own_laws
            if (found := _LAW.fullmatch(sheet.plain(index)))
        ),
    )


def law_titles(sheet: Sheet, laws: Sequence[int]) -> dict[int, str]:
    """What each article of law stands for, as printed behind it, mended."""
    found = (_LAW.fullmatch(sheet.text_of([index])) for index in laws)
    return {int(law["article"]): law["title"] for law in found if law}


def read_law_legend(sheet: Sheet, outline: Outline, laws: Sequence[int]) -> None:
    """The articles listed above all measures: which 【法...】 stands for what."""
    legend = [
        index
        for index in laws
        if (heading := outline.heading_at(index)) is None
        or heading.marked.mark != sheet.layout.measure_heading
    ]
    if not legend:
        return
    items = []
    for index in legend:
        found = _LAW.fullmatch(sheet.plain(index))
        if found:
            text = sheet.text_of([index]).strip("【】")
            items.append(EnumerationItem(f"法{found['article']}条", text, sheet.lines[index].span))
    sheet.records.append(
        Enumeration(
            id=sheet.record_id("enumeration", f"{outline.key_at(legend[0])}法の条"),
            plan_id=sheet.plan.id,
            section=outline.path_at(legend[0]),
            page=sheet.pages[legend[0]],
            spans=sheet.spans_of(legend),
            title="個別施策に表示する法の条（基本的施策）",
            items=tuple(items),
        )
    )
