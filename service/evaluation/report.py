"""The figures, plots and misses as one page that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from service.answering.settings import AnsweringSettings
from service.evaluation.causes import Came, came_of
from service.evaluation.evaluated import ALL, Evaluated
from service.evaluation.fitting import UNANSWERABLE_SHARE
from service.evaluation.misses import missed
from service.evaluation.plots import curve_svg, outcomes_svg, reliability_svg
from service.evaluation.questions import EvaluationQuestion
from service.evaluation.reply import Reply
from service.evaluation.writing import write_whole
from service.http.static_files import STATIC_FOLDER, TEMPLATE_FOLDER


@dataclass(frozen=True, slots=True)
class Miss:
    """A question to read: what was wanted and what came."""

    question: EvaluationQuestion
    reply: Reply
    came: Came


@dataclass(frozen=True, slots=True)
class Chapter:
    """One set of questions in the report.

    key     begins every id in its part of the page
    misses  empty for all together: they stand with their files
    """

    key: str
    set: Evaluated
    outcomes: Markup
    curve: Markup | None
    reliability: Markup | None
    misses: tuple[Miss, ...]


def write_report(path: Path, sets: Sequence[Evaluated]) -> None:
    """Write the page aside, then rename it. Raises EvaluationError where it cannot be written."""
    write_whole(path, report_page(sets))


def report_page(sets: Sequence[Evaluated]) -> str:
    """The page as HTML."""
    templates = Environment(
        loader=FileSystemLoader(TEMPLATE_FOLDER / "evaluation"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    versions = {reply.index_version for _, reply, _ in sets[-1].rows} - {""}
    return templates.get_template("answers.html").render(
        chapters=[_chapter(f"set{n}", one) for n, one in enumerate(sets, start=1)],
        index_versions=sorted(versions),
        threshold=AnsweringSettings().min_confidence,
        unanswerable_share=UNANSWERABLE_SHARE,
        colours=Markup((STATIC_FOLDER / "css" / "tokens.css").read_text(encoding="utf-8")),
    )


def _chapter(key: str, one: Evaluated) -> Chapter:
    threshold = AnsweringSettings().min_confidence
    found = one.calibration.bins
    return Chapter(
        key,
        one,
        Markup(outcomes_svg(one.types, f"{key}-outcomes")),
        Markup(curve_svg(one.curve, threshold, f"{key}-curve")) if one.curve else None,
        Markup(reliability_svg(found, f"{key}-reliability")) if found else None,
        () if one.name == ALL else tuple(Miss(*row[:2], came_of(*row)) for row in missed(one.rows)),
    )
