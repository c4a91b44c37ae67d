"""Figures that only running text gives: shares and counts from a publication the plan names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from knowledge.reading.otawara.captions import publication
from knowledge.reading.otawara.folio import Folio
from knowledge.reading.otawara.printed_years import ERA_YEAR, western_year
from knowledge.records import Paragraph, ParagraphRole, RecordKind, Statistic

_YEAR = re.compile(rf"({ERA_YEAR})末")
_YEAR_BEFORE = re.compile(rf"^{ERA_YEAR}末?の")
_SENTENCE = re.compile(r"[^。]+。?")
# 「パソコン」が77.4% / 「閲覧」（63.6%） / 「受発信」が最も多く70.1% / 利用者数は9,610万人
_STATED = re.compile(
    r"(?:「(?P<quoted>[^「」]+)」|(?:^|(?<=、))(?P<plain>[^「」、。（）]{2,30}?))"
    r"(?:が|は|（)(?:最も多く)?(?P<value>[0-9,]+(?:\.[0-9]+)?)(?P<unit>%|万人)"
)
_RISE = re.compile(r"^（(前年比)([0-9.,]+)(ポイント|万人)増）")
# What the sentence is about: 家庭内からのインターネットの利用目的は、「...
_TOPIC = re.compile(r"(?:^|、)([^「」、。]{4,40}?)は、?「")


def read_statements(folio: Folio) -> None:
    """Add a statistic for each figure in sections whose figures name a publication.

    A figure belongs to the name right before it; a rise on the year before gets a record of its
    own (`スマートフォン（前年比）`). The year is given only where the same paragraph names it.
    """
    sources = {
        record.section: publication(folio, record.text)
        for record in folio.records
        if isinstance(record, Paragraph) and record.role is ParagraphRole.SOURCE
    }
    for paragraph in [record for record in folio.records if isinstance(record, Paragraph)]:
        if paragraph.role is ParagraphRole.PROSE and paragraph.section in sources:
            folio.records += _statements(folio, paragraph, sources[paragraph.section])


def _statements(folio: Folio, paragraph: Paragraph, source: str) -> Iterator[Statistic]:
    year = _YEAR.search(paragraph.text)
    topic = paragraph.section[-1].split(" ", 1)[-1]
    for sentence in _SENTENCE.findall(paragraph.text):
        named = _TOPIC.search(sentence)
        topic = _YEAR_BEFORE.sub("", named[1]) if named else topic
        for name, value, unit in _figures(sentence):
            place = folio.place(RecordKind.STATISTIC, f"{topic}-{name}", [folio.line_at(paragraph)])
            place["spans"] = paragraph.spans
            yield Statistic(
                **place,
                subject=topic,
                label=name,
                group="",
                value=Decimal(value.replace(",", "")),
                unit=unit,
                year=western_year(year[1]) if year else None,
                figure=None,
                source=source,
                confirmed=False,
            )


def _figures(sentence: str) -> Iterator[tuple[str, str, str]]:
    """Label, value and unit of every figure of a sentence."""
    for match in _STATED.finditer(sentence):
        label = match["quoted"] or _YEAR_BEFORE.sub("", match["plain"])
        yield label, match["value"], match["unit"]
        rise = _RISE.match(sentence[match.end() :])
        if rise:
            yield f"{label}（{rise[1]}）", rise[2], rise[3]
