"""One reply held against what its question asks for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from service.evaluation.questions import NOT_TOLD, REFUSED, EvaluationQuestion
from service.evaluation.reply import Reply

# Only so much of a quote and of an answer counts, so that quoting whole pages earns nothing.
QUOTE_CHARS = 400
ANSWER_CHARS = 800
QUOTES_READ = 5  # the evidence must stand in these many first citations

_STATUS_OF = {NOT_TOLD: "not_found", REFUSED: "refused"}
_SET_ASIDE = re.compile(r"[\s\u200b|｜]+")


class Outcome(StrEnum):
    """What a reply is worth."""

    CORRECT = "correct"
    WRONG = "wrong"
    ABSTAINED = "abstained"  # no answer, though the plans tell
    REFUSED = "refused"  # no answer, and rightly


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one reply.

    cited_at         1-based place of the first citation that holds an evidence string, or None
    covers_evidence  all evidence of one place stands in the citations that are read
    """

    outcome: Outcome
    cited_at: int | None
    covers_evidence: bool
    has_facts: bool
    says_forbidden: bool

    def cited_within(self, k: int) -> bool:
        """Whether one of the first k citations holds evidence."""
        return self.cited_at is not None and self.cited_at <= k


def fold(text: str) -> str:
    """What both sides are compared in: NFKC, lower case, no white space or bars, one comma."""
    return _SET_ASIDE.sub("", unicodedata.normalize("NFKC", text).lower()).replace("、", ",")


def judge(question: EvaluationQuestion, reply: Reply) -> Verdict:
    """Judge a reply. Every fact is one string with alternatives parted by `|`."""
    quotes = [fold(citation.quote[:QUOTE_CHARS]) for citation in reply.citations]
    groups = [tuple(map(fold, question.evidence))]
    groups += [tuple(map(fold, other.evidence)) for other in question.elsewhere]
    needed = {string for group in groups for string in group}
    cited_at = next(
        (n for n, quote in enumerate(quotes, start=1) if any(e in quote for e in needed)), None
    )
    answer = fold(reply.text[:ANSWER_CHARS])
    has_facts = all(_states(answer, fact) for fact in question.must)
    says_forbidden = any(_states(answer, fact) for fact in question.must_not)
    first = quotes[:QUOTES_READ]
    covered = not question.evidence or any(_covers(first, group) for group in groups)
    outcome = _outcome(question, reply.status, covered and has_facts, says_forbidden)
    return Verdict(outcome, cited_at, covered, has_facts, says_forbidden)


def _outcome(
    question: EvaluationQuestion, status: str, is_right: bool, says_forbidden: bool
) -> Outcome:
    if not question.is_answerable:
        is_other = status != _STATUS_OF.get(question.expect, status)
        is_wrong = status == "answered" or is_other or says_forbidden
        return Outcome.WRONG if is_wrong else Outcome.REFUSED
    asks_back = question.expect == "clarify"
    pointed = status == "not_found" and question.needs_only_pointer
    if status != "answered" and not pointed and not (asks_back and status == "clarify"):
        return Outcome.ABSTAINED
    if asks_back:
        return Outcome.CORRECT if status == "clarify" else Outcome.WRONG
    return Outcome.CORRECT if is_right and not says_forbidden else Outcome.WRONG


def _covers(quotes: Iterable[str], group: tuple[str, ...]) -> bool:
    """Whether every string of a group stands in a quote; an empty group covers nothing."""
    quotes = tuple(quotes)
    return bool(group) and all(any(string in quote for quote in quotes) for string in group)


def _states(answer: str, fact: str) -> bool:
    return any(fold(form) in answer for form in fact.split("|"))
