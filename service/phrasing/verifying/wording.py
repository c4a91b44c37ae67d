"""Every claiming word of a sentence stands in its evidence."""

from __future__ import annotations

from service.phrasing.outcome import PhrasingOutcome
from service.phrasing.verifying.ground import Ground
from service.phrasing.verifying.statement import Sentence


def check_words(sentence: Sentence, ground: Ground) -> PhrasingOutcome | None:
    """All of them, as the one word left out of ten may be the lie (無料).

    The question's words are no evidence: what a resident supposes would come back as the city's
    word. A sentence without any claiming word says nothing that could be held.
    """
    told = sentence.forms
    return None if told and told <= ground.forms else PhrasingOutcome.WORD
