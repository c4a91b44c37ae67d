"""From a source and its records to blocks, on a small plan of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.records import (
    Certainty,
    GlossaryTerm,
    LeftOut,
    LeftOutClass,
    Paragraph,
    ParagraphRole,
    Plan,
    Reading,
    Record,
    ScheduleCell,
    ScheduleRow,
    Section,
    Span,
    Term,
)
from knowledge.source import SourceText
from service.http.pages.source_view import Block, Ink, Segment, cited_span, lay_out
from service.http.pages.source_view.blocks import Column
from service.http.pages.source_view.headline import split_headline

TEXT = """\
第１章 概要

文は行をまた

いで続く。
 - 2 -

次の Open

Data の文。

・一つ目

・二つ目

施策A 検討 運用

用語Ｂ 説明です。
"""
PLAN = Plan(
    id="mihon-1",
    city="mihon",
    city_name="見本市",
    title="計画",
    short_title="計画",
    edition=1,
    first_year=2018,
    last_year=2019,
    coverage="全文です。",
    publisher="見本市",
    published=None,
    source_digest="",
)
SOURCE = SourceText(Path("mihon-1.txt"), TEXT, "")


def span(words: str) -> Span:
    """Where the first and the last word of `words` begin and end."""
    first, last = words.split("…", maxsplit=1)[0], words.rsplit("…", maxsplit=1)[-1]
    start = TEXT.index(first)
    return Span(start, TEXT.index(last, start) + len(last))


def place(kind: str, *spans: Span, page: int | None = None) -> dict[str, object]:
    name = f"mihon-1/{kind}/{spans[0].start}"
    return {"id": name, "plan_id": "mihon-1", "section": (), "page": page, "spans": spans}


def cell(year: int | None, word: str) -> ScheduleCell:
    term = Term(year) if year else None
    sure = Certainty.CERTAIN if year else Certainty.UNKNOWN
    return ScheduleCell(term, term, (word,), carried=False, certainty=sure)


def row(*cells: ScheduleCell) -> ScheduleRow:
    at = place("schedule", span("施策A…運用"))
    return ScheduleRow(**at, measure_id="m", title="施策A", cells=cells, departments=("情報課",))


def records(schedule: ScheduleRow) -> tuple[Record, ...]:
    bullet = {"role": ParagraphRole.BULLET}
    return (
        Section(
            **place("section", span("第１章 概要"), page=1), number="第1章", title="概要", level=1
        ),
        Paragraph(**place("paragraph", span("文は…続く。")), text="文は行をまたいで続く。"),
        Paragraph(**place("paragraph", span("次の…の文。"), page=2), text="次のOpen Dataの文。"),
        Paragraph(**place("paragraph", span("・一つ目")), text="一つ目", **bullet),
        Paragraph(**place("paragraph", span("・二つ目")), text="二つ目", **bullet),
        schedule,
        GlossaryTerm(
            **place("glossary", span("用語Ｂ…です。")),
            term="用語B",
            reading=None,
            aliases=(),
            definition="説明です。",
            cited_page=None,
        ),
    )


@pytest.fixture
def blocks() -> tuple[Block, ...]:
    left = LeftOut(span("- 2 -"), LeftOutClass.RUNNING_HEADER)
    schedule = row(cell(2018, "検討"), cell(2019, "運用"))
    return lay_out(PLAN, SOURCE, Reading(records(schedule), (left,), ()))


def text_of(segments: tuple[Segment, ...]) -> str:
    return "".join(piece.text for piece in Ink(TEXT, None).pieces(segments))


def test_every_kind_of_record_gets_its_block(blocks: tuple[Block, ...]) -> None:
    assert [block.kind for block in blocks] == [
        "page",
        "heading",
        "prose",
        "margin",
        "page",
        "prose",
        "list",
        "table",
        "definitions",
    ]


def test_lines_are_joined_with_a_blank_between_latin_words_only(
    blocks: tuple[Block, ...],
) -> None:
    prose = [text_of(block.segments) for block in blocks if block.kind == "prose"]
    assert prose == ["文は行をまたいで続く。", "次の Open Data の文。"]


def test_a_table_has_a_column_for_each_year_and_keeps_its_print(
    blocks: tuple[Block, ...],
) -> None:
    table = next(block for block in blocks if block.kind == "table")
    assert table.columns == (
        "平成30年度（2018年度）",
        "平成31年度（令和元年度・2019年度）",
        Column.DEPARTMENTS,
    )
    assert [c.text for c in table.rows[0].cells] == ["検討", "運用", "情報課"]
    assert text_of(table.segments) == "施策A 検討 運用"


def test_a_row_whose_places_are_unknown_has_no_year() -> None:
    reading = Reading(records(row(cell(None, "検討"), cell(2019, "運用"))), (), ())
    table = next(block for block in lay_out(PLAN, SOURCE, reading) if block.kind == "table")
    assert len(table.columns) == 2
    only = table.rows[0].cells[0]
    assert not only.sure
    assert only.text == "検討、運用"


def test_a_term_is_told_from_its_definition_in_another_width(blocks: tuple[Block, ...]) -> None:
    definitions = next(block for block in blocks if block.kind == "definitions")
    (entry,) = definitions.entries
    assert entry.term == "用語B"
    assert text_of(entry.head) == "用語Ｂ"
    assert text_of(entry.rest).strip() == "説明です。"


def test_a_title_far_from_the_beginning_is_no_headline() -> None:
    segments = (Segment(0, len(TEXT), 1),)
    assert split_headline(TEXT, segments, "用語B") == ((), segments)
    assert split_headline(TEXT, segments, "どこにもない") == ((), segments)


def test_the_mark_is_cut_out_of_its_lines(blocks: tuple[Block, ...]) -> None:
    ink = Ink(TEXT, span("をまた…いで"))
    prose = next(block for block in blocks if block.kind == "prose")
    pieces = list(ink.pieces(prose.segments))
    assert [(p.text, p.marked) for p in pieces] == [
        ("文は行", False),
        ("をまたいで", True),
        ("続く。", False),
    ]
    assert ink.touches(prose.segments)
    heading = next(block for block in blocks if block.kind == "heading")
    assert not ink.touches(heading.segments)


def test_printed_lines_are_kept_where_asked(blocks: tuple[Block, ...]) -> None:
    prose = next(block for block in blocks if block.kind == "prose")
    lines = "".join(p.text for p in Ink(TEXT, None).pieces(prose.segments, by_line=True))
    assert lines == "文は行をまた\nいで続く。"


def test_unread_text_is_shown_too() -> None:
    blocks = lay_out(PLAN, SOURCE, Reading((), (), ()))
    assert {block.kind for block in blocks} == {"prose"}
    printed = "".join(text_of(block.segments) for block in blocks)
    assert "".join(printed.split()) == "".join(TEXT.split())


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        ("0", "3", Span(0, 3)),
        ("0", str(len(TEXT)), Span(0, len(TEXT))),
        ("0", str(len(TEXT) + 1), None),
        ("3", "3", None),
        ("7", "8", None),  # a line break only
        ("１", "３", None),
        (None, "3", None),
        ("-1", "3", None),
    ],
)
def test_addresses_name_printed_text_or_nothing(
    start: str | None, end: str | None, wanted: Span | None
) -> None:
    assert TEXT[7:8].isspace()
    assert cited_span(TEXT, start, end) == wanted
