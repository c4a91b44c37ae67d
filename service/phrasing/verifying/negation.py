"""No word of a sentence is negated that is not so in the evidence, or the other way round."""

from __future__ import annotations

from service.phrasing.outcome import PhrasingOutcome
from service.phrasing.verifying.ground import Ground
from service.phrasing.verifying.statement import Sentence


def check_negation(sentence: Sentence, ground: Ground) -> PhrasingOutcome | None:
    """Where the evidence has a word both ways, either is held; a name of a place has it plain."""
    speaking = ground.speaking_of(sentence.forms)
    for word in sentence.words:
        ways = {w.negated for one in speaking for w in one.words if w.form == word.form} or {False}
        if word.negated not in ways:
            return PhrasingOutcome.NEGATION
    return None
