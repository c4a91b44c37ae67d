"""Survey charts as statistics, wherever values and labels pair with certainty."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from knowledge.mending import one_width
from knowledge.reading.otawara.captions import Caption
from knowledge.reading.otawara.chart_labels import join_labels
from knowledge.reading.otawara.chart_text import ChartText, Shape, is_value, split_charts
from knowledge.reading.otawara.folio import Folio
from knowledge.records import LeftOutClass, ParagraphRole, RecordKind, Span, Statistic

_SEVERAL_ANSWERS = re.compile(r"（複数回答可?）")
# Shares of a whole add up to 100 % but for rounding: at most half a tenth for each share.
_ROUNDING = Decimal("0.05")


# A label or a group with the span it is printed on; a chart may print no group.
_Name = tuple[str, Span | None]


@dataclass(frozen=True, slots=True)
class Share:
    """A value of a chart with the spans it was read from: label, group if printed, value."""

    label: str
    group: str
    value: Decimal
    spans: tuple[Span, ...]
    line: int


def read_charts(folio: Folio, captions: Sequence[Caption]) -> None:
    """Read the charts of every page on which values stand below captions.

    The n-th chart of a page belongs to its n-th caption. A chart that does not pair becomes a
    paragraph and an entry of `unresolved`, never a statistic.
    """
    for page in dict.fromkeys(folio.pages.of(caption.indices[0]) for caption in captions):
        own = [caption for caption in captions if folio.pages.of(caption.indices[0]) == page]
        body = _body(folio, own)
        if not body:
            continue
        charts = split_charts(folio.lines, body)
        folio.take(body)
        if len(charts) != len(own):
            folio.puzzle(
                folio.spans(body), f"page {page}: {len(charts)} charts for {len(own)} captions"
            )
            folio.add_paragraph(body, ParagraphRole.TABLE)
            continue
        for caption, chart in zip(own, charts, strict=True):
            _read_chart(folio, caption, chart)


def _body(folio: Folio, captions: Sequence[Caption]) -> list[int]:
    """From the first value on the page, or from labels right below the last caption, to its end."""
    start = captions[0].indices[0]
    free = folio.free(start, folio.pages.end(start, len(folio.lines)))
    values = [index for index in free if is_value(folio.lines[index].text)]
    if not values:
        return []
    caption_end = max(c.indices[-1] for c in captions if c.indices[-1] < values[0])
    between = range(caption_end + 1, values[0])
    below_caption = all(
        index not in folio.taken and "。" not in folio.lines[index].text for index in between
    )
    first = caption_end + 1 if below_caption else values[0]
    return [index for index in free if index >= first]


def _read_chart(folio: Folio, caption: Caption, chart: ChartText) -> None:
    for indices, reason in (
        (chart.axis, LeftOutClass.AXIS_TICKS),
        (chart.repeated, LeftOutClass.REPEATED_LABEL),
    ):
        folio.leave(indices, reason)
    shares = _pair(folio, chart)
    subject = _SEVERAL_ANSWERS.sub("", caption.title)
    lines = sorted({*caption.indices, *chart.indices})
    if shares is None:
        folio.puzzle(folio.spans(chart.indices), f"{caption.figure}: values and labels do not pair")
        folio.add_paragraph(lines, ParagraphRole.TABLE)
        return
    heading = folio.heading(caption.indices[0])
    for share in shares:
        local = f"{caption.figure}-{share.label}" + (f"-{share.group}" if share.group else "")
        place = folio.place(RecordKind.STATISTIC, local, [share.line], heading)
        place["spans"] = share.spans
        folio.records.append(
            Statistic(
                **place,
                subject=subject,
                label=share.label,
                group=share.group,
                value=share.value,
                unit="%",
                year=None,
                figure=caption.figure,
                source=None,
                confirmed=False,
            )
        )
    folio.add_paragraph(
        lines, ParagraphRole.TABLE, f"{caption.figure} {caption.title}\n" + _told(shares)
    )


def _told(shares: Sequence[Share]) -> str:
    """A line for each label: `スマートフォン: 大田原市 38.2%、栃木県 26.5%`."""
    rows: dict[str, list[str]] = {}
    for share in shares:
        rows.setdefault(share.label, []).append(f"{share.group} {share.value}%".strip())
    return "\n".join(f"{label}: {'、'.join(values)}" for label, values in rows.items())


def _pair(folio: Folio, chart: ChartText) -> list[Share] | None:
    """Every value with its label and group, or None."""
    if chart.shape is Shape.PIE:
        shares = [
            _share(folio, value, _name(folio, own))
            for own, value in zip(chart.slices, chart.values, strict=True)
        ]
        return shares if _is_whole([share.value for share in shares]) else None
    if chart.shape is Shape.STACK:
        return _pair_stack(folio, chart)
    series = _words(folio, chart.series)
    count, surplus = divmod(len(chart.values), max(1, len(series)))
    texts = [folio.lines[index].text for index in chart.labels]
    repeated = [folio.lines[index].text for index in chart.repeated]
    joined = join_labels(texts, repeated, count)
    if surplus or joined is None:
        return None
    labels = [[chart.labels[position] for position in label] for label in joined]
    groups = series or [("", None)]
    return [
        _share(folio, chart.values[g * count + n], _name(folio, own), group)
        for n, own in enumerate(labels)
        for g, group in enumerate(groups)
    ]


def _pair_stack(folio: Folio, chart: ChartText) -> list[Share] | None:
    categories = _words(folio, chart.series)
    if len(categories) * len(chart.groups) != len(chart.values):
        return None
    shares = []
    for g, index in enumerate(chart.groups):
        values = chart.values[g :: len(chart.groups)]
        own = [
            _share(folio, value, category, _name(folio, [index]))
            for value, category in zip(values, categories, strict=True)
        ]
        if not _is_whole([share.value for share in own]):
            return None
        shares += own
    return shares


def _share(folio: Folio, value: int, label: _Name, group: _Name = ("", None)) -> Share:
    line = folio.lines[value]
    number = Decimal(one_width(line.text).rstrip("%"))
    spans = tuple(span for span in (label[1], group[1], line.span) if span)
    return Share(label[0], group[0], number, spans, value)


def _is_whole(values: Sequence[Decimal]) -> bool:
    return abs(sum(values, Decimal(0)) - 100) <= _ROUNDING * len(values)


def _name(folio: Folio, indices: Sequence[int]) -> _Name:
    span = Span(folio.lines[indices[0]].start, folio.lines[indices[-1]].end)
    return folio.text(indices), span


def _words(folio: Folio, index: int | None) -> list[_Name]:
    """The words of a line with their spans."""
    if index is None:
        return []
    line = folio.lines[index]
    return [
        (one_width(word[0]), Span(line.start + word.start(), line.start + word.end()))
        for word in re.finditer(r"\S+", line.text)
    ]
