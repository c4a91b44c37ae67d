"""Statistics: a value with what was counted, for whom and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.passages.context import Part
from knowledge.records import Statistic
from knowledge.years import both_forms


def parts(statistics: Iterable[Statistic]) -> Iterator[Part]:
    """One part for each item of a figure: the values of all groups stand together to compare."""
    together: dict[tuple[object, ...], list[Statistic]] = {}
    for one in statistics:
        key = (one.plan_id, one.section, one.figure, one.subject, one.label)
        together.setdefault(key, []).append(one)
    for rows in together.values():
        yield _part(tuple(rows))


def _part(rows: tuple[Statistic, ...]) -> Part:
    first = rows[0]
    what = first.subject if first.label in ("", first.subject) else f"{first.subject} {first.label}"
    values = "、".join(_value(row) for row in rows)
    source = f"（{first.source}）" if first.source else ""
    figure = f"{first.figure} " if first.figure else ""
    return Part(
        records=rows,
        title=what,
        text=f"{figure}{what}: {values}{source}",
        shown=f"{figure}{what}: {values}{source}",
        spans=tuple(dict.fromkeys(span for row in rows for span in row.spans)),
    )


def _value(row: Statistic) -> str:
    year = f"（{both_forms(row.year, fiscal=False)}）" if row.year else ""
    return f"{row.group}{year}{row.value}{row.unit}"
