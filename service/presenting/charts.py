"""A chart of the values beside those that an answer tells and cites."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import Statistic
from service.outcome import Answer
from service.presenting.bar_chart import Bar, BarChart
from service.presenting.told import Told, citation_of

_SHARE = "%"
_CHANGE = "前年比"  # a change stands beside a level in the same unit, and is none


def chart(answer: Answer, told: Told, knowledge: KnowledgeBase, bars_max: int) -> BarChart | None:
    """The chart for the first value that the answer tells, or None where nothing compares with it.

    bars_max  bars shown at most: the values told, then the largest
    """
    cited = [
        (value, citation)
        for value in told.records
        if isinstance(value, Statistic)
        and (citation := citation_of(value, answer))
        and _is_in(value, answer.text)
    ]
    for value, citation in cited:
        beside = _comparable(value, [other for other, _ in cited], knowledge)
        if len(beside) < 2:
            continue
        shown = _shown(beside, answer.text, bars_max)
        by_group = len({other.group for other in beside}) > 1
        years = {other.year for other in shown}
        full = 100.0 if value.unit == _SHARE else float(max(other.value for other in beside))
        return BarChart(
            subject=value.subject,
            label=value.label if by_group else "",
            group="" if by_group else value.group,
            figure=value.figure or "",
            year=value.year if len(years) == 1 else None,
            source="、".join(dict.fromkeys(other.source for other in shown if other.source)),
            plan_title=knowledge.plan(value.plan_id).title,
            bars=tuple(
                Bar(
                    other.group if by_group else other.label,
                    _printed(other),
                    round(float(other.value) / full * 100, 2),
                    _is_in(other, answer.text),
                    other.year if len(years) > 1 else None,
                )
                for other in shown
            ),
            left_out=len(beside) - len(shown),
            citation=citation.n,
        )
    return None


def _comparable(
    value: Statistic, told: Sequence[Statistic], knowledge: KnowledgeBase
) -> list[Statistic]:
    """Values of one figure and unit: of all groups where one label is told, else of all labels.

    A plan may set a city's survey beside the country's of another year: then each bar says its own.
    """
    same = [
        other
        for other in knowledge.records(value.plan_id, Statistic)
        if _figure(other) == _figure(value) and (_CHANGE in other.label) == (_CHANGE in value.label)
    ]
    labels = {other.label for other in told if _figure(other) == _figure(value)}
    groups = [other for other in same if other.label == value.label]
    if len(labels) == 1 and len({other.group for other in groups}) > 1:
        return _once(groups)
    return _once([o for o in same if (o.group, o.year) == (value.group, value.year)])


def _figure(value: Statistic) -> tuple[object, ...]:
    return value.figure, value.section, value.subject, value.unit


def _once(values: Sequence[Statistic]) -> list[Statistic]:
    """The values where each has a name of its own, else none: two years' values do not compare."""
    by_name: dict[tuple[str, str], Statistic] = {}
    for value in values:
        known = by_name.setdefault((value.group, value.label), value)
        if known.value != value.value:
            return []
    return list(by_name.values())


def _shown(values: Sequence[Statistic], text: str, at_most: int) -> list[Statistic]:
    """All in the plan's order, or the values told and the largest in order of size."""
    if len(values) <= at_most:
        return list(values)
    by_rank = sorted(values, key=lambda value: (not _is_in(value, text), -value.value))
    return sorted(by_rank[:at_most], key=lambda value: -value.value)


def _printed(value: Statistic) -> str:
    return f"{value.value:,}{value.unit}"


def _is_in(value: Statistic, text: str) -> bool:
    """Whether a text gives the value as a number of its own, with its unit."""
    plain = text.replace(",", "")
    return bool(re.search(rf"(?<![0-9.]){re.escape(f'{value.value}{value.unit}')}", plain))
