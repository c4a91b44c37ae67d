"""Fit the confidence: how likely is it that the plans answer the question?

Answerable questions are forms that neither training nor index has seen. Unanswerable ones come from
a file; besides, every held-out form is asked a second time with its own place hidden, so that what
is left is near and wrong. The fit is a logistic regression on the signals of
`service.answering.confidence`, judged on folds that it did not see and on a file of questions that
no fit ever sees.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from index.evaluation.held_out import HeldOut
from service.answering.confidence import Signals, features, sigmoid
from service.answering.settings import Logistic
from service.evaluation.questions import EvaluationQuestion
from service.evaluation.rehearsal import Rehearsed, tells
from service.evaluation.reliability import Bin, bins

FOLDS = 5
REGULARISATION = 10.0  # scikit-learn's C; the signals are few and the questions many
SEED = 7
# How many of residents' questions we prepare for that no plan tells, and how many whose answer the
# search does not bring up. Higher refuses more of them and answers fewer of the others.
UNANSWERABLE_SHARE = 0.35
HIDDEN_SHARE = 0.05


class Kind(Enum):
    """Where a question comes from."""

    HELD_OUT = auto()
    HIDDEN = auto()
    UNANSWERABLE = auto()
    UNSEEN = auto()


_SHARES = {
    Kind.HELD_OUT: 1 - UNANSWERABLE_SHARE - HIDDEN_SHARE,
    Kind.HIDDEN: HIDDEN_SHARE,
    Kind.UNANSWERABLE: UNANSWERABLE_SHARE,
}


@dataclass(frozen=True, slots=True)
class Observed:
    """A question asked: its signals, and whether a candidate of the first three answers it.

    signals  None where the question was settled before any search: it gets no answer
    first    whether the place cited first is the right one
    """

    kind: Kind
    signals: Signals | None
    first: bool = False
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """The fitted weights and how they do on folds, and on questions, not seen.

    area         area under the curve, answerable against unanswerable
    area_unseen  the same against questions that no fit ever sees
    area_all     against both together
    first        share of the held-out forms whose place is cited first
    refused, refused_unseen  share of unanswerable questions below one half
    abstained    share of answerable questions below one half
    """

    logistic: Logistic
    area: float
    area_unseen: float
    area_all: float
    first: float
    refused: float
    refused_unseen: float
    abstained: float
    reliability: tuple[Bin, ...]


Ask = Callable[[str, str | None, HeldOut | None], Rehearsed | None]


def observe(
    ask: Ask,
    held_out: Sequence[HeldOut],
    unanswerable: Sequence[EvaluationQuestion],
    unseen: Sequence[EvaluationQuestion],
) -> tuple[Observed, ...]:
    """Ask all of them."""
    seen: list[Observed] = []
    for one in held_out:
        found = ask(one.question, one.city, None)
        if found is None:
            continue
        near = any(tells(candidate.hit.passage, one) for candidate in found.candidates[:3])
        seen.append(Observed(Kind.HELD_OUT, found.signals, _is_right(found, one), near))
        if without := ask(one.question, one.city, one):
            seen.append(Observed(Kind.HIDDEN, without.signals))
    for kind, questions in ((Kind.UNANSWERABLE, unanswerable), (Kind.UNSEEN, unseen)):
        for question in questions:
            found = ask(question.text, question.city, None)
            seen.append(Observed(kind, found.signals if found else None))
    return tuple(seen)


def _is_right(found: Rehearsed, asked: HeldOut) -> bool:
    cited = found.cited
    return cited.plan_id == asked.plan_id and any(
        cited.span.start <= span.start and span.end <= cited.span.end for span in asked.spans
    )


def fit(seen: Sequence[Observed], *, entries: bool = True) -> Fit:
    """Fit answerable against the rest on all but the unseen, judge by cross-validation.

    entries  False fits what is used where a plan has no entries: there a held-out form counts as
             answerable only where a passage of its place was found
    """
    known = [one for one in seen if one.signals and one.kind is not Kind.UNSEEN]
    values = np.array([features(one.signals, entries=entries) for one in known if one.signals])
    kinds = [one.kind for one in known]
    true = np.array([one.kind is Kind.HELD_OUT and (entries or one.answered) for one in known])
    weight = np.array([_SHARES[kind] / kinds.count(kind) for kind in kinds]) * len(known)
    model = LogisticRegression(C=REGULARISATION, max_iter=5000, random_state=SEED)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    promised = cross_val_predict(
        model, values, true, cv=folds, method="predict_proba", params={"sample_weight": weight}
    )[:, 1]
    model.fit(values, true, sample_weight=weight)
    logistic = Logistic(float(model.intercept_[0]), tuple(float(one) for one in model.coef_[0]))
    settled = sum(one.signals is None and one.kind is Kind.UNANSWERABLE for one in seen)
    against = np.array([kind is Kind.UNANSWERABLE for kind in kinds])
    refused = np.concatenate([promised[against], np.zeros(settled)])
    unseen = np.array(
        [
            sigmoid(logistic, features(one.signals, entries=entries)) if one.signals else 0.0
            for one in seen
            if one.kind is Kind.UNSEEN
        ]
    )
    return Fit(
        logistic=logistic,
        area=_area(promised[true], refused),
        area_unseen=_area(promised[true], unseen),
        area_all=_area(promised[true], np.concatenate([refused, unseen])),
        first=float(np.mean([one.first for one in known if one.kind is Kind.HELD_OUT])),
        refused=float(np.mean(refused < 0.5)),
        refused_unseen=float(np.mean(unseen < 0.5)),
        abstained=float(np.mean(promised[true] < 0.5)),
        reliability=bins(promised.tolist(), true.tolist(), weight.tolist()),
    )


def _area(above: NDArray[np.float64], below: NDArray[np.float64]) -> float:
    true = np.concatenate([np.ones(len(above)), np.zeros(len(below))])
    return float(roc_auc_score(true, np.concatenate([above, below])))
