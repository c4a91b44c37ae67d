"""How far reviewers agree with each other."""

from service.reviewing.agreement.judged_twice import (
    Period,
    Reviewers,
    read_agreement,
    read_reviewers,
)
from service.reviewing.agreement.kappa import VERDICTS, Agreement, agreement_of

__all__ = [
    "VERDICTS",
    "Agreement",
    "Period",
    "Reviewers",
    "agreement_of",
    "read_agreement",
    "read_reviewers",
]
