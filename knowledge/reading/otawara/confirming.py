"""Charts held against running text: the values and years it states, the survey it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from knowledge.reading.otawara.folio import Folio
from knowledge.reading.otawara.printed_years import ERA_YEAR, western_year
from knowledge.records import Paragraph, ParagraphRole, Statistic

_SENTENCE = re.compile(r"[^。]+。?")
_PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?)%")
_BRACKET = re.compile(r"（.*）$")
_RESPECTIVELY = "それぞれ"
# （全国・栃木県は平成23年末に調査を実施）
_OTHER_SURVEY = re.compile(rf"（([^（）]+?)は({ERA_YEAR})末?に調査を実施）")


def settle_charts(folio: Folio) -> None:
    """Give chart values their survey and its year, and mark those that running text states.

    A stated value that differs from the chart's is reported: one of the two was misread.
    """
    prose: dict[tuple[str, ...], list[str]] = {}
    charts: dict[str, list[Statistic]] = {}
    for record in folio.records:
        if isinstance(record, Paragraph) and record.role is ParagraphRole.PROSE:
            prose.setdefault(record.section, []).append(record.text)
        elif isinstance(record, Statistic) and record.figure:
            charts.setdefault(record.figure, []).append(record)
    settled: dict[str, Statistic] = {}
    for figure, shares in charts.items():
        texts = prose.get(shares[0].section, [])
        labels = {share.label for share in shares}
        stated = {pair for text in texts for pair in stated_shares(text, labels)}
        for share in shares:
            ours = share.group in {"", folio.plan.city_name}
            values = {value for label, value in stated if ours and label == share.label}
            if values and share.value not in values:
                folio.puzzle(
                    share.spans,
                    f"{figure} {share.label}: {share.value}, but the text says {sorted(values)}",
                )
            survey, year = _survey(folio, share) if ours else (None, _other(share, texts))
            settled[share.id] = replace(
                share, confirmed=share.value in values, source=survey, year=year
            )
    folio.records[:] = [settled.get(record.id, record) for record in folio.records]


def stated_shares(text: str, labels: Iterable[str]) -> Iterator[tuple[str, Decimal]]:
    """Labels with the percentages that a text states for them.

    A value belongs to the label right before it, without another quotation between; after それぞれ
    the values come in the order of the labels.
    """
    forms = {form: label for label in labels for form in (_BRACKET.sub("", label), label) if form}
    known = re.compile("|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)))
    for sentence in _SENTENCE.findall(text):
        found = [(match.start(), match) for match in known.finditer(sentence)]
        values = [(match.start(), match) for match in _PERCENT.finditer(sentence)]
        pending: list[re.Match[str]] = []
        respectively = False
        for _, match in sorted(found + values, key=lambda item: item[0]):
            if match.re is known:
                pending.append(match)
            elif pending:
                between = sentence[pending[-1].end() : match.start()]
                respectively = respectively or _RESPECTIVELY in between
                chosen = pending.pop(0) if respectively else pending.pop()
                if respectively or "「" not in between:
                    yield forms[chosen[0]], Decimal(match[1])
                if not respectively:
                    pending.clear()
                respectively = respectively and bool(pending)


def _survey(folio: Folio, share: Statistic) -> tuple[str | None, int | None]:
    """Name and year of the survey in whose section a chart stands."""
    for heading in folio.headings:
        if heading.key in folio.surveys and share.section[: len(heading.path)] == heading.path:
            return heading.title.removesuffix("の結果"), folio.surveys[heading.key]
    return None, None


def _other(share: Statistic, texts: Sequence[str]) -> int | None:
    """The year in which another area was surveyed, where the section's text says so."""
    for text in texts:
        for areas, year in _OTHER_SURVEY.findall(text):
            if share.group in areas.split("・"):
                return western_year(year)
    return None
