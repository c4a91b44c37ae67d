"""`madoguchi knowledge`: what was read from the plans."""

from __future__ import annotations

from typing import Annotated

import typer

from service.commandline.exits import Exit, stop

knowledge = typer.Typer(help="What was read from the plans.", no_args_is_help=True)


@knowledge.command()
def check(
    plan: Annotated[str | None, typer.Option(help="Only this plan, e.g. toride-4.")] = None,
) -> None:
    """Report records, pages, what is unresolved and what stands on no record.

    Exits with 1 when 1 % or more of a plan stands on no record, with 3 when knowledge is broken.
    """
    from knowledge.coverage import coverage
    from knowledge.knowledgebase import load_knowledge
    from service.commandline.coverage_report import print_coverage

    base = load_knowledge()
    known = [known.id for known in base.plans]
    if plan is not None and plan not in known:
        stop(Exit.USAGE, f"unknown plan {plan!r}; known: {', '.join(known)}")
    found = [cover for cover in coverage(base) if plan in (None, cover.plan.id)]
    print_coverage(found)
    if not all(cover.is_complete for cover in found):
        raise typer.Exit(Exit.NEGATIVE)


@knowledge.command()
def show(
    plan: Annotated[str, typer.Argument(help="Plan id, e.g. toride-4.")],
    what: Annotated[str, typer.Argument(help="Number or title of a measure, or a term.")],
) -> None:
    """Print a measure with its schedule, or a term with its definition, and the source of each.

    Exits with 1 when nothing has that name; names that come near are suggested.
    """
    from knowledge.knowledgebase import load_knowledge
    from service.commandline.record_report import print_record
    from service.commandline.record_search import find_records, near_names

    base = load_knowledge()
    known = [known.id for known in base.plans]
    if plan not in known:
        stop(Exit.USAGE, f"unknown plan {plan!r}; known: {', '.join(known)}")
    records = find_records(base, plan, what)
    if not records:
        near = near_names(base, plan, what)
        hint = f"; near: {'、'.join(near)}" if near else ""
        stop(Exit.NEGATIVE, f"{plan} has no measure or term {what!r}{hint}")
    for record in records:
        print_record(base, record)
