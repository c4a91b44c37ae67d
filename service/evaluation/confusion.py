"""Who is taken for whom: types of question against what came of them."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable
from dataclasses import dataclass

from service.evaluation.causes import came_of
from service.evaluation.figures import Row
from service.evaluation.judging import Outcome

# From right to wrong to nothing.
_ORDER = (Outcome.CORRECT, Outcome.REFUSED, Outcome.WRONG, Outcome.ABSTAINED)
NOT_READ = "settled unread"  # the first check refused it


@dataclass(frozen=True, slots=True)
class Confusion:
    """A table of counts: a line for each type of question, columns that hold at least one.

    lines  types in alphabetical order, each with a count for every column
    """

    columns: tuple[str, ...]
    lines: tuple[tuple[str, tuple[int, ...]], ...]


def by_outcome(rows: Iterable[Row]) -> Confusion:
    """Types against outcomes: correct, wrong by cause, abstained and refused by reason code."""
    pairs = [(row[0].kind, came_of(*row)) for row in rows]
    came = sorted({one for _, one in pairs}, key=lambda one: (_ORDER.index(one.outcome), str(one)))
    return _table([(kind, str(one)) for kind, one in pairs], tuple(map(str, came)))


def by_understanding(rows: Iterable[Row]) -> Confusion:
    """Types against what was understood to be asked; without what was asked over HTTP."""
    pairs = [
        (question.kind, reply.inside.asked or NOT_READ)
        for question, reply, _ in rows
        if reply.inside
    ]
    return _table(pairs, tuple(sorted({asked for _, asked in pairs})))


def _table(pairs: Iterable[tuple[str, str]], columns: tuple[str, ...]) -> Confusion:
    tally = Tally(pairs)
    kinds = sorted({kind for kind, _ in tally})
    return Confusion(
        columns, tuple((kind, tuple(tally[kind, column] for column in columns)) for kind in kinds)
    )
