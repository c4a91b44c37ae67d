"""`madoguchi fit`: the numbers of ranking and confidence, from questions not learned from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from service.commandline.exits import load_settings
from service.commandline.plotting import require_plotting

fit = typer.Typer(help="Fit what ranking and confidence rest on.", no_args_is_help=True)


@fit.command()
def ranking(
    files: Annotated[
        list[Path], typer.Argument(help="Questions with an answer.", metavar="FILE...")
    ],
) -> None:
    """Fit what each leg and agreement weighs, on questions and held-out forms."""
    from tempfile import TemporaryDirectory

    from service.commandline.fit_report import print_ranking
    from service.evaluation.observing import ranked
    from service.evaluation.questions import read_questions
    from service.evaluation.ranking import fit_ranking
    from service.evaluation.rehearsal import Rehearsal
    from service.opening import index_settings_of

    questions = [question for file in files for question in read_questions(file)]
    with TemporaryDirectory() as folder:
        rehearsal = Rehearsal(index_settings_of(load_settings()), Path(folder))
        asked = ranked(rehearsal.ask, rehearsal.knowledge, rehearsal.held_out, questions)
        print_ranking(fit_ranking(list(asked)))


@fit.command()
def confidence(
    files: Annotated[
        list[Path],
        typer.Argument(help="Questions, with and without an answer.", metavar="FILE..."),
    ],
    plot: Annotated[
        Path | None, typer.Option(help="Write the reliability as a picture (SVG) there.")
    ] = None,
    probe: Annotated[
        Path | None, typer.Option(help="Write the answerability probe into this matcher's folder.")
    ] = None,
    entries: Annotated[
        bool, typer.Option(help="Leave out all FAQ entries: what a plan without any is given.")
    ] = True,
) -> None:
    """Fit the confidence on questions and held-out forms; print weights and how far they hold."""
    from tempfile import TemporaryDirectory

    from index.embedding.matcher_files import ENCODER, read_digests
    from index.embedding.probe import Probe, save_probe
    from service.commandline.fit_report import print_confidence
    from service.evaluation.fitting import fit as fitted
    from service.evaluation.observing import observe
    from service.evaluation.questions import read_questions
    from service.evaluation.rehearsal import Rehearsal
    from service.opening import index_settings_of

    if plot:
        require_plotting()
    questions = [question for file in files for question in read_questions(file)]
    encoder = read_digests(probe)[ENCODER] if probe else ""
    with TemporaryDirectory() as folder:
        settings = index_settings_of(load_settings())
        rehearsal = Rehearsal(settings, Path(folder), entries=entries)
        seen = observe(rehearsal.ask, rehearsal.knowledge, rehearsal.held_out, questions)
        found = fitted(list(seen), entries=entries)
    print_confidence(found)
    if probe:
        save_probe(Probe(encoder, found.probe_bias, found.probe_weights.astype("float32")), probe)
    if plot:
        from service.evaluation.plots import reliability_svg
        from service.evaluation.writing import write_whole

        write_whole(plot, reliability_svg(found.reliability))
