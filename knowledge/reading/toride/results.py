"""The table of the former plan's results: two columns of label, count and share, flattened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from knowledge.reading.toride.outline import Outline
from knowledge.reading.toride.sheet import Part, Sheet
from knowledge.records import Paragraph, ParagraphRole, Span, Statistic

_VALUE = re.compile(r"(?P<label>.*?) *(?P<count>\d+)（(?P<share>\d+)%）")
_TOTAL = re.compile(r"合計 (?P<left>\d+)（100%） 合計 (?P<right>\d+)（100%）")
_SHORT_NAME = re.compile(r".+（(?P<name>[^（）]+)）")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of one column: the lines of its label and of its value."""

    indices: tuple[int, ...]
    label: str
    count: int
    share: int

    @property
    def short(self) -> str:
        """The name in brackets where the label has one: 一層の推進を図る（拡大・拡充）."""
        found = _SHORT_NAME.fullmatch(self.label)
        return found["name"] if found else self.label


def claim_results(sheet: Sheet) -> list[int]:
    """Claim the lines between the header (総合評価 施策事業数 ...) and 合計; returns them."""
    word = re.escape(sheet.layout.results_header)
    header = re.compile(rf"(\S+) {word} (\S+) {word}")
    lines: list[int] = []
    for index in sheet.free():
        text = sheet.plain(index)
        if header.fullmatch(text) or lines:
            lines.append(index)
        if lines and _TOTAL.fullmatch(text):
            sheet.claim(lines, Part.RESULTS)
            return lines
    if lines:
        raise sheet.broken(lines[0], "the table of results has no 合計 row")
    return []


def _rows(sheet: Sheet, lines: Sequence[int]) -> list[Row]:
    rows, pending = [], list[int]()
    for index in lines:
        pending.append(index)
        found = _VALUE.fullmatch(sheet.text_of(pending))
        if found:
            row = Row(tuple(pending), found["label"], int(found["count"]), int(found["share"]))
            rows.append(row)
            pending = []
    if pending:
        raise sheet.broken(pending[0], f"no count and share for {sheet.text_of(pending)!r}")
    return rows


def read_results(sheet: Sheet, outline: Outline, lines: Sequence[int]) -> None:
    """Statistics of both columns, count and share of each row, and the table as text.

    Run after running text is read. A label that the running text calls 事業の「...」 is in the
    left column (総合評価), any other in the right (施策の方向性). Both must sum to their 合計:
    SourceError if not. A value is confirmed where the running text states it too.
    """
    if not lines:
        return
    prose = "".join(record.text for record in sheet.records if isinstance(record, Paragraph))
    names = re.findall(rf"(\S+) {re.escape(sheet.layout.results_header)}", sheet.plain(lines[0]))
    rows = _rows(sheet, lines[1:-1])
    left = {row.label for row in rows if f"事業の「{row.label}」が" in prose}
    total = _TOTAL.fullmatch(sheet.plain(lines[-1]))
    texts = []
    for name, column, wanted in (
        (names[0], [row for row in rows if row.label in left], total and int(total["left"])),
        (names[1], [row for row in rows if row.label not in left], total and int(total["right"])),
    ):
        if sum(row.count for row in column) != wanted:
            counts = {row.short: row.count for row in column}
            raise sheet.broken(lines[-1], f"{name}: {counts} do not sum to {wanted}")
        for row in [*column, Row((lines[-1],), "合計", int(wanted), 100)]:
            confirmed = bool(re.search(rf"{row.short}[^。]{{0,20}}?{row.count}施策", prose))
            for value, unit in ((row.count, "施策"), (row.share, "%")):
                _add(
                    sheet,
                    outline,
                    row,
                    name=name,
                    value=Decimal(value),
                    unit=unit,
                    confirmed=confirmed,
                )
        texts.append(_sentence(name, column))
    sheet.records.append(
        Paragraph(
            id=sheet.record_id("paragraph", f"{outline.key_at(lines[0])}表"),
            plan_id=sheet.plan.id,
            section=outline.path_at(lines[0]),
            page=sheet.pages[lines[0]],
            spans=sheet.spans_of(lines),
            text="\n".join(texts),
            role=ParagraphRole.TABLE,
        )
    )


def _sentence(name: str, column: Sequence[Row]) -> str:
    """A column as a line of text."""
    rows = "、".join(f"{row.label} {row.count}（{row.share}%）" for row in column)
    return f"{name}：{rows}、合計 {sum(row.count for row in column)}（100%）"


def _add(
    sheet: Sheet,
    outline: Outline,
    row: Row,
    *,
    name: str,
    value: Decimal,
    unit: str,
    confirmed: bool,
) -> None:
    former = next(
        (
            found[0]
            for index in range(row.indices[0], -1, -1)
            if (found := re.search(r"第.次[^、。]+?計画", sheet.plain(index)))
        ),
        None,
    )
    first, last = sheet.lines[row.indices[0]], sheet.lines[row.indices[-1]]
    kind = "割合" if unit == "%" else "施策数"
    sheet.records.append(
        Statistic(
            id=sheet.record_id("statistic", f"{name}-{row.short}-{kind}"),
            plan_id=sheet.plan.id,
            section=outline.path_at(row.indices[0]),
            page=sheet.pages[row.indices[0]],
            spans=(Span(first.start, last.end),),
            subject=f"{former}の{name}" if former else name,
            label=row.label,
            group="",
            value=value,
            unit=unit,
            year=None,
            figure=None,
            source=None,
            confirmed=confirmed,
        )
    )
