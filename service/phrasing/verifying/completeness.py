"""A phrasing tells what the composed answer tells."""

from __future__ import annotations

from collections.abc import Sequence

from service.phrasing.outcome import PhrasingOutcome
from service.phrasing.verifying.statement import Sentence


def check_completeness(
    told: Sequence[Sentence], stated: Sequence[Sentence], words_kept: float
) -> PhrasingOutcome | None:
    """All its years, numbers and bodies, and `words_kept` (0..1) of its words."""
    wanted = {form for one in stated for form in one.forms}
    kept = wanted & {form for one in told for form in one.forms}
    figures = {figure for one in told for figure in one.figures}
    whole = all(one.figures <= figures for one in stated)
    enough = len(kept) >= words_kept * len(wanted)
    return None if whole and enough else PhrasingOutcome.INCOMPLETE
