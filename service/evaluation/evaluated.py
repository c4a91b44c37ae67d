"""All that is known of one set of questions once they are asked and judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from service.evaluation.confusion import Confusion, by_outcome, by_understanding
from service.evaluation.curve import CurvePoint, curve
from service.evaluation.figures import Figures, Row, TypeRow, by_type, figures
from service.evaluation.reliability import Calibration, calibration
from service.evaluation.steps import StepTime, step_times

ALL = "all together"


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The questions of one file, or of all of them.

    name  of the file, without its ending, or `ALL`
    """

    name: str
    rows: tuple[Row, ...]
    figures: Figures
    types: tuple[TypeRow, ...]
    outcomes: Confusion
    understood: Confusion
    curve: tuple[CurvePoint, ...]
    calibration: Calibration
    steps: tuple[StepTime, ...]


def evaluated(name: str, rows: Sequence[Row], sources: Mapping[str, str]) -> Evaluated:
    """Count everything; `sources` as in `figures`."""
    return Evaluated(
        name,
        tuple(rows),
        figures(rows, sources),
        by_type(rows),
        by_outcome(rows),
        by_understanding(rows),
        curve(rows),
        calibration(rows),
        step_times(rows),
    )


def each_and_all(
    files: Mapping[Path, Sequence[Row]], sources: Mapping[str, str]
) -> tuple[Evaluated, ...]:
    """Every file apart, so that one that was never read while tuning can be told from the others;
    then all together, where there are several.
    """
    names = [file.stem for file in files]
    apart = [
        evaluated(file.stem if names.count(file.stem) == 1 else str(file), rows, sources)
        for file, rows in files.items()
    ]
    if len(apart) == 1:
        return tuple(apart)
    return (*apart, evaluated(ALL, [row for rows in files.values() for row in rows], sources))
