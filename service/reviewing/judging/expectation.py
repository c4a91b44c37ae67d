"""What a judged answer makes of its question: how it has to be answered from now on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from service.outcome import Answer, Status
from service.reviewing.judging.opinion import Fault, Fit, Opinion, Verdict
from service.reviewing.judging.sentences import sentences_of

# A passage's characters that the citations must hold, None for one that is not known.
EvidenceOf = Callable[[str], str | None]

# Shorter sentences (はい。) say nothing that would be wrong under another question.
_TELLING_CHARS = 12
# Such a sentence may be true, or right elsewhere: nothing is wrong with its words.
_NOT_ITS_WORDS = frozenset({Fault.INCOMPLETE, Fault.HARD_TO_READ, Fault.OTHER})


class Expectation(StrEnum):
    """How a question has to end."""

    ANSWERED = "answered"
    NOT_TOLD = "not_told"  # the plans do not tell it
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected of the answer to a question.

    evidence  strings that the citations must hold, white space aside; () for none in particular
    must_not  what the answer must not say
    """

    expects: Expectation
    evidence: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()


def expected(opinion: Opinion, told: Answer, evidence_of: EvidenceOf) -> Expected | None:
    """What one opinion on an answer expects; None where it settles nothing.

    Nothing is settled by a fault of the source, by an answer that is right in part, and by one
    that is wrong where nothing says what would be right.
    """
    if opinion.is_source_fault:
        return None
    if told.status is Status.ANSWERED:
        return _of_answer(opinion, told, evidence_of)
    if opinion.verdict is Verdict.RIGHT:
        known = {Status.NOT_FOUND: Expectation.NOT_TOLD, Status.REFUSED: Expectation.REFUSED}
        return Expected(known[told.status]) if told.status in known else None
    return _better(opinion, (), evidence_of)


def agreed(all_expected: Sequence[Expected | None]) -> Expected | None:
    """What several opinions expect together; None where one settles nothing or another end.

    The first one's evidence holds. Forbidden is only what every one of them forbids.
    """
    settled = [one for one in all_expected if one is not None]
    if not settled or len(settled) < len(all_expected):
        return None
    first, *others = settled
    if any((one.expects, one.evidence) != (first.expects, first.evidence) for one in others):
        return None
    must_not = (text for text in first.must_not if all(text in one.must_not for one in others))
    return Expected(first.expects, first.evidence, tuple(must_not))


def _of_answer(opinion: Opinion, told: Answer, evidence_of: EvidenceOf) -> Expected | None:
    if opinion.verdict is Verdict.RIGHT:
        judged = {one.number for one in opinion.sentences}
        is_partly = {one.number for one in sentences_of(told.text)} - judged
        if is_partly and opinion.whole is None:
            return None
        return Expected(Expectation.ANSWERED, _fitting(opinion, told, evidence_of))
    must_not = _forbidden(opinion, told)
    better = _better(opinion, must_not, evidence_of)
    if better is not None:
        return better
    never = any(one.fault is Fault.NOT_IN_PLAN for one in opinion.sentences)
    if opinion.is_harmful or (never and opinion.verdict is Verdict.WRONG):
        return Expected(Expectation.NOT_TOLD, (), must_not)
    return None


def _better(
    opinion: Opinion, must_not: tuple[str, ...], evidence_of: EvidenceOf
) -> Expected | None:
    evidence = evidence_of(opinion.better_passage) if opinion.better_passage else None
    if evidence is None:
        return None
    return Expected(Expectation.ANSWERED, (evidence,), must_not)


def _fitting(opinion: Opinion, told: Answer, evidence_of: EvidenceOf) -> tuple[str, ...]:
    """Of the first citation that fits: all strings of one place must be cited, so one place."""
    for citation in told.citations:
        if opinion.fit_of(citation.n) is Fit.FITS:
            return (evidence_of(citation.passage_id) or citation.quote,)
    return ()


def _forbidden(opinion: Opinion, told: Answer) -> tuple[str, ...]:
    texts = {one.number: one.text for one in sentences_of(told.text)}
    wrong = [
        texts[one.number]
        for one in opinion.sentences
        if one.verdict is Verdict.WRONG
        and one.fault is not None
        and one.fault not in _NOT_ITS_WORDS
        and one.number in texts
    ]
    return tuple(text for text in wrong if len(text) >= _TELLING_CHARS)
