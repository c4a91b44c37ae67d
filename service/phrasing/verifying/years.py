"""Every year of a sentence stands in its evidence, in whichever era it is written."""

from __future__ import annotations

import re

from knowledge.reviewing.facts import disagreeing_years
from knowledge.years import Era
from service.phrasing.outcome import PhrasingOutcome
from service.phrasing.verifying.figures import MARK, FigureKind, marked
from service.phrasing.verifying.ground import Ground
from service.phrasing.verifying.statement import Sentence

_ASIDE = re.compile(rf"({MARK.pattern})[（(]({MARK.pattern})[)）]")


def check_years(sentence: Sentence, ground: Ground) -> PhrasingOutcome | None:
    """平成34年度, 令和4年度 and 2022年度 are one year; 2022年度 and 2022年 are not."""
    told = {figure for figure in sentence.figures if figure.kind == FigureKind.YEAR}
    return None if told <= ground.figures else PhrasingOutcome.YEAR


def check_both_ways(text: str, era: Era) -> PhrasingOutcome | None:
    """A year or date told both ways is the same one: 平成30年度（2019年度） is not."""
    whole = marked(text, era)
    dates = [
        (whole.figures[one], whole.figures[other]) for one, other in _ASIDE.findall(whole.text)
    ]
    differ = any(one != other for one, other in dates if "月" in one.value)
    return PhrasingOutcome.YEAR if differ or any(disagreeing_years(text, era)) else None
