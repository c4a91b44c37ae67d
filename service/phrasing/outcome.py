"""How an attempt to phrase an answer ended, one code for every way."""

from __future__ import annotations

from enum import StrEnum

from knowledge.errors import PhrasingError


class PhrasingOutcome(StrEnum):
    """The first is shown; with every other the composed answer is."""

    SHOWN = "shown"
    # Not asked.
    UNSUITED = "unsuited"  # a comparison, or another language than the evidence's
    BREAKER_OPEN = "breaker_open"  # the endpoint failed lately and is left alone
    # No reply.
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    ENDPOINT_ERROR = "endpoint_error"  # it answered with an HTTP status of 400 or more
    MALFORMED = "malformed"  # not a chat completion
    # A reply that is none of the form asked for.
    EMPTY = "empty"
    CUT_OFF = "cut_off"  # the limit of tokens was reached
    TOO_LONG = "too_long"
    MARKUP = "markup"  # addresses, telephone numbers, markup
    LANGUAGE = "language"  # another script, or not polite Japanese
    REPEATED = "repeated"
    UNCITED = "uncited"
    UNKNOWN_CITATION = "unknown_citation"
    # A reply that its evidence does not hold.
    YEAR = "year_not_in_evidence"
    NUMBER = "number_not_in_evidence"
    NAME = "name_not_in_evidence"
    WORD = "word_not_in_evidence"
    NEGATION = "negation_turned"
    HEDGE = "hedge_lost"  # 「検討する」 told as 「実施する」
    MISPLACED = "misplaced"  # its words stand in the evidence, but are not said together
    INCOMPLETE = "incomplete"  # a fact of the composed answer is missing


class NotPhrased(PhrasingError):
    """Nothing may be shown. The message is the outcome alone: it never holds a resident's words."""

    def __init__(self, outcome: PhrasingOutcome) -> None:
        super().__init__(outcome.value)
        self.outcome = outcome
