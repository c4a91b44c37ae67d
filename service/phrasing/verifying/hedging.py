"""What the evidence only considers or intends is not told as a fact."""

from __future__ import annotations

from service.phrasing.outcome import PhrasingOutcome
from service.phrasing.verifying.ground import Ground
from service.phrasing.verifying.statement import Clause, Sentence


def check_hedges(sentence: Sentence, ground: Ground) -> PhrasingOutcome | None:
    """A clause keeps the hedges of the evidence's clause that is most like it.

    The last clause of a Japanese sentence hedges those that wait for it: 構築し、運用する予定です.
    """
    speaking = ground.speaking_of(sentence.forms)
    told = sentence.forms
    for clause in sentence.clauses:
        if not any(hedges <= told for hedges in _hedges_of_nearest(clause, speaking)):
            return PhrasingOutcome.HEDGE
    return None


def _hedges_of_nearest(clause: Clause, speaking: tuple[Sentence, ...]) -> list[frozenset[str]]:
    own = frozenset(word.form for word in clause.words)
    found = [
        (len(own & {word.form for word in held.words}), held.hedges | _over(at, sentence))
        for sentence in speaking
        for at, held in enumerate(sentence.clauses)
    ]
    most = max((shared for shared, _ in found), default=0)
    return [hedges for shared, hedges in found if shared == most] if most else [frozenset()]


def _over(at: int, sentence: Sentence) -> frozenset[str]:
    """The hedges of the clause that a clause waits for."""
    ends = (one for one in sentence.clauses[at:] if one.is_complete)
    return next(ends, sentence.clauses[-1]).hedges
