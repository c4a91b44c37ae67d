"""An answer looked at closely: read with all that is known of it, judged, and asked again."""

from service.reviewing.judging.again import Again, Change, Difference, difference
from service.reviewing.judging.asking_again import AskingAgain
from service.reviewing.judging.case import Case, Exchanged, Judgement
from service.reviewing.judging.cases import Cases
from service.reviewing.judging.evidence import Passages
from service.reviewing.judging.expectation import Expectation
from service.reviewing.judging.judgements import Judgements
from service.reviewing.judging.opinion import (
    CitationOpinion,
    Fault,
    Fit,
    Opinion,
    SentenceOpinion,
    Verdict,
)
from service.reviewing.judging.sentences import Sentence, sentences_of

__all__ = [
    "Again",
    "AskingAgain",
    "Case",
    "Cases",
    "Change",
    "CitationOpinion",
    "Difference",
    "Exchanged",
    "Expectation",
    "Fault",
    "Fit",
    "Judgement",
    "Judgements",
    "Opinion",
    "Passages",
    "Sentence",
    "SentenceOpinion",
    "Verdict",
    "difference",
    "sentences_of",
]
