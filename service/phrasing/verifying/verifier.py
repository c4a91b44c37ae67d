"""The way of a reply: what may be shown of it, or why nothing may."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.years import Era
from service.phrasing.evidence import Evidence
from service.phrasing.outcome import NotPhrased, PhrasingOutcome
from service.phrasing.reply import Cited, cited_sentences
from service.phrasing.settings import VerifyingSettings
from service.phrasing.verifying.completeness import check_completeness
from service.phrasing.verifying.form import check_sentences, check_text
from service.phrasing.verifying.ground import Ground
from service.phrasing.verifying.hedging import check_hedges
from service.phrasing.verifying.names import check_names
from service.phrasing.verifying.negation import check_negation
from service.phrasing.verifying.numbers import check_numbers
from service.phrasing.verifying.placing import check_places
from service.phrasing.verifying.statement import Sentence, read
from service.phrasing.verifying.wording import check_words
from service.phrasing.verifying.years import check_both_ways, check_years

Check = Callable[[Sentence, Ground], PhrasingOutcome | None]

_CHECKS: tuple[Check, ...] = (
    check_years,
    check_numbers,
    check_names,
    check_words,
    check_negation,
    check_hedges,
    check_places,
)


def verify(reply: str, evidence: Sequence[Evidence], era: Era, settings: VerifyingSettings) -> str:
    """The text to show, without its marks. Raises NotPhrased where any part of it is not held.

    era  whose years a bare 31年度 is: the era in which the plan prints
    """
    cited = cited_sentences(reply)
    _stop(check_text("".join(one.text for one in cited), settings.reply_chars))
    _stop(_citations(cited, evidence))
    _stop(check_sentences([one.text for one in cited]))
    grounds = {piece.n: Ground.of(piece, era) for piece in evidence}
    told = []
    for one in cited:
        _stop(check_both_ways(one.text, era))
        for sentence in read(one.text, era):
            _stop(_first_fault(sentence, [grounds[n] for n in one.cites]))
            told.append(sentence)
    stated = [sentence for ground in grounds.values() for sentence in ground.stated]
    _stop(check_completeness(told, stated, settings.words_kept))
    return "".join(one.text for one in cited)


def _citations(cited: Sequence[Cited], evidence: Sequence[Evidence]) -> PhrasingOutcome | None:
    known = {piece.n for piece in evidence}
    if not all(one.cites for one in cited):
        return PhrasingOutcome.UNCITED
    if not all(set(one.cites) <= known for one in cited):
        return PhrasingOutcome.UNKNOWN_CITATION
    return None


def _first_fault(sentence: Sentence, cited: Sequence[Ground]) -> PhrasingOutcome | None:
    """None where one cited place holds it all: two places together may say what neither says."""
    faults = [_fault(sentence, ground) for ground in cited]
    return None if None in faults else faults[0]


def _fault(sentence: Sentence, ground: Ground) -> PhrasingOutcome | None:
    return next(filter(None, (check(sentence, ground) for check in _CHECKS)), None)


def _stop(outcome: PhrasingOutcome | None) -> None:
    if outcome is not None:
        raise NotPhrased(outcome)
