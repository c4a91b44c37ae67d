"""【調査の概要】: when, whom and how a survey asked, as a list and as figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from knowledge.mending import one_width
from knowledge.reading.otawara.folio import Folio
from knowledge.reading.otawara.headings import Heading
from knowledge.reading.otawara.printed_years import ERA_YEAR, western_year
from knowledge.records import (
    Enumeration,
    EnumerationItem,
    LeftOutClass,
    RecordKind,
    Span,
    Statistic,
)

_YEAR = re.compile(ERA_YEAR)
_COUNT = re.compile(r"([0-9,]+)(名|人|件|世帯|団体|社)")
_SHARE = re.compile(r"（([^（）0-9]+)([0-9.]+)(%)）")


@dataclass(slots=True)
class Overview:
    """One survey: the line of its name if it has one, and label and value lines of each entry."""

    mark: int
    name: int | None
    entries: list[tuple[str, str, list[int]]] = field(default_factory=list)


def claim_overviews(folio: Folio) -> list[Overview]:
    """Take the overviews, before headings are numbered: their entries look like headings."""
    entry = re.compile(folio.layout.headings[-1].pattern)
    found: list[Overview] = []
    for mark, line in enumerate(folio.lines):
        if line.text != folio.layout.overview_mark:
            continue
        folio.leave([mark], LeftOutClass.HEADING_MARK)
        overview = Overview(mark, None)
        for index in range(mark + 1, folio.pages.end(mark, len(folio.lines))):
            text = folio.lines[index].text
            opening = entry.fullmatch(text)
            if opening:
                overview.entries.append((opening["number"], opening["title"], [index]))
            elif folio.lines[index].indented:
                if overview.entries:
                    found.append(overview)
                overview = Overview(mark, index)
            elif overview.entries and (len(overview.entries[-1][2]) == 1 or text.startswith("・")):
                overview.entries[-1][2].append(index)
            else:
                break
        found.append(overview)
    for overview in found:
        folio.take([overview.name] if overview.name is not None else [])
        for _, _, indices in overview.entries:
            folio.take(indices)
    return found


def read_overviews(folio: Folio, overviews: Sequence[Overview]) -> None:
    """Make records of the overviews; raises SourceError for one without entries."""
    for overview in overviews:
        if not overview.entries:
            raise folio.broken(overview.mark, "an overview of a survey without entries")
        heading = folio.heading(overview.mark)
        name = heading.title.removesuffix("の結果")
        if overview.name is not None:
            name = folio.text([overview.name])
        name = name if name.endswith("調査") else f"{name}調査"
        items = []
        for number, label, indices in overview.entries:
            values = [folio.text([index]).lstrip("・") for index in indices[1:]]
            text = f"{label}：{'、'.join(values)}"
            items.append(EnumerationItem(number, text, _hull(folio, indices)))
            period = _YEAR.search(text)
            if label.endswith("期間") and period:
                folio.surveys.setdefault(heading.key, western_year(period[0]))
        lines = [index for _, _, indices in overview.entries for index in indices]
        if overview.name is not None:
            lines = [overview.name, *lines]
        folio.records.append(
            Enumeration(
                **folio.place(RecordKind.ENUMERATION, f"{heading.key}{name}の概要", lines, heading),
                title=f"{name}の概要",
                items=tuple(items),
            )
        )
        for _, label, indices in overview.entries:
            _add_figures(folio, heading, name, label, indices)


def _add_figures(folio: Folio, heading: Heading, name: str, label: str, indices: list[int]) -> None:
    text = folio.text(indices[1:])
    figures = [(label, value, unit) for value, unit in _COUNT.findall(text)]
    figures += [(what, value, unit) for what, value, unit in _SHARE.findall(one_width(text))]
    for what, value, unit in figures:
        folio.records.append(
            Statistic(
                **folio.place(RecordKind.STATISTIC, f"{name}-{what}", indices, heading),
                subject=name,
                label=what,
                group="",
                value=Decimal(value.replace(",", "")),
                unit=unit,
                year=folio.surveys.get(heading.key),
                figure=None,
                source=None,
                confirmed=False,
            )
        )


def _hull(folio: Folio, indices: Sequence[int]) -> Span:
    return Span(folio.lines[indices[0]].start, folio.lines[indices[-1]].end)
