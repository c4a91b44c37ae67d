"""Every number of a sentence stands in its evidence with the same unit."""

from __future__ import annotations

from service.phrasing.outcome import PhrasingOutcome
from service.phrasing.verifying.figures import FigureKind
from service.phrasing.verifying.ground import Ground
from service.phrasing.verifying.statement import Sentence


def check_numbers(sentence: Sentence, ground: Ground) -> PhrasingOutcome | None:
    """５施策, 5施策 and 五施策 are one number; 5施策 and 5% are not."""
    told = {figure for figure in sentence.figures if figure.kind.startswith(FigureKind.NUMBER)}
    return None if told <= ground.figures else PhrasingOutcome.NUMBER
