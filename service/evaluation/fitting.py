"""Fit the confidence: how likely is it that the first candidate answers the question?

Answerable questions are forms held out of a thinned index; unanswerable ones come from a file.
The fit is a logistic regression on `service.answering.confidence.Signals`, judged on folds that it
did not see.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_predict

from service.answering.confidence import Signals, features
from service.evaluation.held_out import HeldOut

FOLDS = 5
REGULARISATION = 1.0  # scikit-learn's C; the signals are few and the questions many
SEED = 7


@dataclass(frozen=True, slots=True)
class Observed:
    """A question asked: its signals, and whether the first candidate answers it."""

    question: str
    signals: Signals
    right: bool
    answerable: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """One line of the reliability table: what was promised and what came true."""

    low: float
    high: float
    questions: int
    promised: float
    came_true: float


@dataclass(frozen=True, slots=True)
class Fit:
    """The fitted weights and how they do on folds not seen.

    area       area under the curve, right first candidates against all others
    refused    share of unanswerable questions below one half
    abstained  share of answerable questions below one half
    """

    bias: float
    weights: tuple[float, ...]
    area: float
    refused: float
    abstained: float
    reliability: tuple[Bin, ...]


Observe = Callable[[str, str | None], tuple[Signals, str, int, int] | None]


def read_questions(path: Path) -> tuple[tuple[str, str | None], ...]:
    """Question and city of each line of a JSONL file with the fields `q` and `city`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return tuple((row["q"], row.get("city")) for row in rows)


def observe(
    ask: Observe, held_out: Sequence[HeldOut], unanswerable: Sequence[tuple[str, str | None]]
) -> tuple[Observed, ...]:
    """Ask all of them. Questions settled before the search (refused, beyond) are left aside.

    ask  gives signals, plan id and [start, end) of the place cited first; None where no search ran
    """
    seen: list[Observed] = []
    for one in held_out:
        if (found := ask(one.question, one.city)) is None:
            continue
        signals, plan_id, start, end = found
        right = plan_id == one.plan_id and any(s.start < end and start < s.end for s in one.spans)
        seen.append(Observed(one.question, signals, right, answerable=True))
    for question, city in unanswerable:
        if (found := ask(question, city)) is not None:
            seen.append(Observed(question, found[0], right=False, answerable=False))
    return tuple(seen)


def fit(seen: Sequence[Observed], unanswerable_share: float = 0.25) -> Fit:
    """Fit on all, judge by cross-validation.

    unanswerable_share  how many of residents' questions we expect the plans not to tell
    """
    values = np.array([features(one.signals) for one in seen])
    right = np.array([one.right for one in seen])
    answerable = np.array([one.answerable for one in seen])
    weight = np.where(
        answerable,
        (1 - unanswerable_share) / answerable.sum(),
        unanswerable_share / max(1, (~answerable).sum()),
    ) * len(seen)
    model = LogisticRegression(C=REGULARISATION, max_iter=5000, random_state=SEED)
    promised = cross_val_predict(
        model, values, right, cv=FOLDS, method="predict_proba", params={"sample_weight": weight}
    )[:, 1]
    model.fit(values, right, sample_weight=weight)
    return Fit(
        bias=float(model.intercept_[0]),
        weights=tuple(float(value) for value in model.coef_[0]),
        area=float(roc_auc_score(right, promised, sample_weight=weight)),
        refused=float(np.mean(promised[~answerable] < 0.5)),
        abstained=float(np.mean(promised[answerable] < 0.5)),
        reliability=_reliability(promised, right, weight),
    )


def _reliability(
    promised: NDArray[np.float64], right: NDArray[np.bool_], weight: NDArray[np.float64]
) -> tuple[Bin, ...]:
    bins = []
    for low in np.arange(0.0, 1.0, 0.1):
        inside = (promised >= low) & (promised < low + 0.1)
        if inside.any():
            bins.append(
                Bin(
                    float(low),
                    float(low + 0.1),
                    int(inside.sum()),
                    float(np.average(promised[inside], weights=weight[inside])),
                    float(np.average(right[inside], weights=weight[inside])),
                )
            )
    return tuple(bins)
