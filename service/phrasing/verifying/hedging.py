"""What the evidence only considers or intends is not told as a fact."""

from __future__ import annotations

from service.phrasing.outcome import PhrasingOutcome
from service.phrasing.verifying.ground import Ground
from service.phrasing.verifying.statement import Clause, Sentence


def check_hedges(sentence: Sentence, ground: Ground) -> PhrasingOutcome | None:
    """A clause keeps the hedges of the evidence's clause that is most like it.

    The last clause of a Japanese sentence hedges all before it: 構築し、運用する予定です.
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
        (
            len(own & {word.form for word in held.words}),
            held.hedges | sentence.clauses[-1].hedges,
        )
        for sentence in speaking
        for held in sentence.clauses
    ]
    most = max((shared for shared, _ in found), default=0)
    return [hedges for shared, hedges in found if shared == most] if most else [frozenset()]
