"""What a reviewer says of an answer, as one frozen record."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from service.reviewing.judging.errors import EmptyJudgementError


class Verdict(StrEnum):
    """Of a sentence, or of an answer as a whole; the best first."""

    RIGHT = "right"
    TO_IMPROVE = "to_improve"
    WRONG = "wrong"


class Fit(StrEnum):
    """Whether a cited place belongs under the answer."""

    FITS = "fits"
    DOES_NOT_FIT = "does_not_fit"
    BETTER_ONE = "better_one"  # another passage would serve better


class Fault(StrEnum):
    """What is wrong with a sentence; the words staff read for it stand in `web/wording/staff`."""

    CONTRADICTS_SOURCE = "contradicts_source"  # the source says otherwise
    NOT_IN_PLAN = "not_in_plan"  # no plan says it: it should not have been answered
    OFF_THE_QUESTION = "off_the_question"  # true, and no answer to what was asked
    OTHER_MATTER = "other_matter"  # of another measure or service
    OTHER_PLAN = "other_plan"  # of another city or plan
    WRONG_FIGURE = "wrong_figure"  # a year or a number
    OUTDATED = "outdated"
    INCOMPLETE = "incomplete"
    HARD_TO_READ = "hard_to_read"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SentenceOpinion:
    """Of one sentence. `number`: as in `sentences_of`; `remark`: in the reviewer's words, or ""."""

    number: int
    verdict: Verdict
    fault: Fault | None = None
    remark: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CitationOpinion:
    """Of one cited place. `n`: as in the answer."""

    n: int
    fit: Fit


@dataclass(frozen=True, slots=True)
class Opinion:
    """All that one reviewer says of one answer; what was not judged is left out.

    whole           of the answer as a whole, None: as its worst sentence
    better_passage  id of the passage that should have been cited, or answered from; None for none
    source_fault    what is wrong in the source itself, "" where `is_source_fault` is not set or
                    nothing more is said
    """

    whole: Verdict | None = None
    sentences: tuple[SentenceOpinion, ...] = ()
    citations: tuple[CitationOpinion, ...] = ()
    better_passage: str | None = None
    is_harmful: bool = False
    is_source_fault: bool = False
    source_fault: str = field(default="", repr=False)
    note: str = field(default="", repr=False)

    @property
    def verdict(self) -> Verdict:
        """Of the whole: as set, else that of the worst sentence; a harmful answer is wrong.

        Raises EmptyJudgementError where nothing says it.
        """
        verdict = self.whole or self.follows
        if verdict is None:
            raise EmptyJudgementError
        return verdict

    @property
    def follows(self) -> Verdict | None:
        """What the whole is where it is not set; None where nothing says it."""
        if self.is_harmful:
            return Verdict.WRONG
        order = list(Verdict)
        return max((one.verdict for one in self.sentences), key=order.index, default=None)

    def fit_of(self, n: int) -> Fit | None:
        """What is said of a citation, None for nothing."""
        return next((one.fit for one in self.citations if one.n == n), None)
