"""`madoguchi evaluate answers`: question files asked, judged and reported."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.commandline.ask import AsJson
from service.commandline.building import limit_threads
from service.commandline.exits import Exit, load_settings, stop
from service.commandline.opening import open_quietly
from service.commandline.plotting import require_plotting

if TYPE_CHECKING:
    from service.evaluation import EvaluationQuestion, Reply
    from service.settings import Settings


def answers(
    files: Annotated[
        list[Path], typer.Argument(help="Question files (JSON lines).", metavar="FILE...")
    ],
    *,
    url: Annotated[
        str | None, typer.Option(help="Ask a running service, e.g. http://127.0.0.1:8000.")
    ] = None,
    misses: Annotated[
        Path | None, typer.Option(help="Write what went wrong there, one JSON object a line.")
    ] = None,
    plans: Annotated[
        Path | None,
        typer.Option(help="Folder of <plan_id>.txt to check quotes against; else our own sources."),
    ] = None,
    report: Annotated[
        Path | None, typer.Option(help="Write a page with plots, tables and every miss (HTML).")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Ask every question of the files; print the figures, of each file and of all together."""
    settings = load_settings()
    limit_threads(settings)
    if report:
        require_plotting()
    from service.commandline.answers_report import print_answers, print_json
    from service.evaluation import each_and_all, judge, read_questions, write_misses

    if repeated := {str(file) for file in files if files.count(file) > 1}:
        stop(Exit.USAGE, f"given twice: {', '.join(sorted(repeated))}")
    questions = {file: read_questions(file) for file in files}
    if empty := [str(file) for file, own in questions.items() if not own]:
        stop(Exit.USAGE, f"no question in {', '.join(empty)}")
    ask = _asker(url, settings)
    rows = {
        file: [(question, reply := ask(question), judge(question, reply)) for question in own]
        for file, own in questions.items()
    }
    sets = each_and_all(rows, _sources(plans))
    if misses:
        write_misses(misses, sets[-1].rows)
    if report:
        from service.evaluation.report import write_report

        write_report(report, sets)
    if as_json:
        print_json(sets)
    else:
        print_answers(sets)


def _asker(url: str | None, settings: Settings) -> Callable[[EvaluationQuestion], Reply]:
    """The service at an address, or a counter opened here."""
    from service.evaluation import ask_counter, ask_url

    return partial(ask_url, url) if url else partial(ask_counter, open_quietly(settings))


def _sources(folder: Path | None) -> dict[str, str]:
    """Plan texts by plan id: from a folder, or those that the service knows."""
    if folder is None:
        from knowledge.catalog import load_catalog
        from knowledge.knowledgebase import PACKAGE

        catalog = load_catalog(PACKAGE / "catalog.toml")
        files = {entry.plan.id: entry.file for entry in catalog.plans}
    else:
        files = {file.stem: file for file in sorted(folder.glob("*.txt"))}
        if not files:
            stop(Exit.USAGE, f"{folder} holds no <plan_id>.txt")
    return {plan_id: file.read_text(encoding="utf-8") for plan_id, file in files.items()}
