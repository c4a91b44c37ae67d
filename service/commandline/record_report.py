"""A record in the terminal: what was made of it, and the characters it was read from."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from knowledge.eras import both_forms, era_in_print
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import GlossaryTerm, Measure, Plan, Record, ScheduleRow, Term


def print_record(base: KnowledgeBase, record: Record) -> None:
    """Print a measure or a term, its place, its schedule where it has one, and its source."""
    console = Console(highlight=False)
    page = f"  p. {record.page}" if record.page is not None else ""
    console.rule(f"{record.id}{page}", align="left")
    console.print(f"[dim]{escape(' › '.join(record.section))}[/]")
    if isinstance(record, Measure):
        marks = " ".join(sorted(mark.value for mark in record.marks))
        law = "・".join(f"法{article}条" for article in record.law_articles)
        console.print(f"[bold]{record.number} {escape(record.title)}[/] {marks} {law}")
        console.print(escape(record.body))
    elif isinstance(record, GlossaryTerm):
        names = "、".join(name for name in (record.reading, *record.aliases) if name)
        console.print(f"[bold]{escape(record.term)}[/] {escape(names)}")
        console.print(escape(record.definition))
    _print_source(console, base, record)
    for row in base.records(record.plan_id, ScheduleRow):
        if row.measure_id == record.id:
            console.print(_schedule(base.plan(row.plan_id), row))
            _print_source(console, base, row)


def _schedule(plan: Plan, row: ScheduleRow) -> Table:
    table = Table("from", "to", "planned", "certainty", title=row.title, title_justify="left")
    for cell in row.cells:
        words = "・".join(cell.words) or "－"
        table.add_row(
            _when(plan, cell.start),
            _when(plan, cell.end),
            f"⇒ {words}" if cell.carried else words,
            cell.certainty.value,
        )
    table.caption = "、".join(row.departments)
    return table


def _when(plan: Plan, term: Term | None) -> str:
    if term is None:
        return "unknown"
    year = both_forms(term.fiscal_year, era_in_print(plan.first_year))
    return year + (term.half.value if term.half else "")


def _print_source(console: Console, base: KnowledgeBase, record: Record) -> None:
    source = base.sources[record.plan_id]
    for span in record.spans:
        console.print(f"[dim]{source.at(span.start)}[/] {escape(source.quote(span))}")
