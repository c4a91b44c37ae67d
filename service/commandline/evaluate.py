"""`madoguchi evaluate`: figures of answers, of retrieval, of speed and of staff's pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from service.commandline.answers import answers
from service.commandline.ask import AsJson
from service.commandline.building import ensure_index, limit_threads
from service.commandline.exits import Exit, load_settings

evaluate = typer.Typer(help="Figures of answers, retrieval and speed.", no_args_is_help=True)


evaluate.command()(answers)


@evaluate.command()
def retrieval(
    folder: Annotated[
        Path,
        typer.Argument(help="Folder of corpus.jsonl, queries.jsonl and qrels.tsv.", metavar="DIR"),
    ],
    as_json: AsJson = False,
) -> None:
    """Index any collection as we index plans; print how well each leg and the fusion rank.

    Exits with 1 when the fusion is not above both legs.
    """
    from index import progress_bar
    from index.evaluation import evaluate_retrieval
    from service.commandline.figures_report import print_retrieval
    from service.opening import index_settings_of

    report = evaluate_retrieval(folder, index_settings_of(load_settings()), progress_bar)
    print_retrieval(report, as_json)
    if not report.fused_beats_both:
        raise typer.Exit(Exit.NEGATIVE)


@evaluate.command()
def speed(
    questions: Annotated[int, typer.Option(min=10, help="How many questions to ask.")] = 200,
    as_json: AsJson = False,
) -> None:
    """Ask question forms of FAQ entries one after the other; print times and memory."""
    settings = load_settings()
    limit_threads(settings)
    ensure_index(settings)
    from service.commandline.figures_report import print_speed
    from service.evaluation.speed import measure_speed

    found = measure_speed(settings, questions)
    print_speed(found, as_json)


@evaluate.command()
def pages(
    conversations: Annotated[
        int, typer.Option(min=1, help="How many conversations are kept.")
    ] = 100_000,
    tries: Annotated[int, typer.Option(min=1, help="How often each page is asked for.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Serve staff's pages over so many conversations in a store of its own; print times.

    100,000 conversations take some minutes to make, and 400 MB of temporary space.
    """
    settings = load_settings()
    limit_threads(settings)
    ensure_index(settings)
    from service.commandline.figures_report import print_pages
    from service.evaluation.staff_pages import measure_pages

    print_pages(list(measure_pages(settings, conversations, tries)), as_json)


@evaluate.command()
def ablations(
    files: Annotated[
        list[Path], typer.Argument(help="Question files (JSON lines).", metavar="FILE...")
    ],
    collection: Annotated[
        Path | None, typer.Option(help="Folder of corpus.jsonl, queries.jsonl and qrels.tsv.")
    ] = None,
) -> None:
    """Take parts of the search away: models, FAQ entries, legs. Minutes; prints one table."""
    from tempfile import TemporaryDirectory

    from knowledge.knowledgebase import load_knowledge
    from service.commandline.figures_report import print_ablations
    from service.evaluation import read_questions
    from service.evaluation.ablations import ablations, elsewhere
    from service.opening import index_settings_of

    questions = [question for file in files for question in read_questions(file)]
    settings = index_settings_of(load_settings())
    with TemporaryDirectory() as folder:
        own = list(ablations(load_knowledge(), questions, settings, Path(folder)))
    foreign = list(elsewhere(collection, settings)) if collection else []
    print_ablations(own, foreign)
