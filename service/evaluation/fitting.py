"""Fit the confidence: how likely is it that the plans answer the question?

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
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from service.answering.confidence import Signals, features
from service.evaluation.held_out import HeldOut
from service.outcome import Citation

FOLDS = 5
REGULARISATION = 10.0  # scikit-learn's C; the signals are few and the questions many
SEED = 7
# How many of residents' questions we prepare for that no plan tells. Higher refuses more of them
# and answers fewer of the others; at 0.4 about one answerable question in twenty is not answered.
UNANSWERABLE_SHARE = 0.4


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

    area       area under the curve, answerable against unanswerable
    first      share of the held-out forms whose place is cited first
    refused    share of unanswerable questions below one half
    abstained  share of answerable questions below one half
    """

    bias: float
    weights: tuple[float, ...]
    area: float
    first: float
    refused: float
    abstained: float
    reliability: tuple[Bin, ...]


Ask = Callable[[str, str | None], tuple[Signals, Citation] | None]


def read_questions(path: Path) -> tuple[tuple[str, str | None], ...]:
    """Question and city of each line of a JSONL file with the fields `q` and `city`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return tuple((row["q"], row.get("city")) for row in rows)


def observe(
    ask: Ask, held_out: Sequence[HeldOut], unanswerable: Sequence[tuple[str, str | None]]
) -> tuple[Observed, ...]:
    """Ask all of them. Questions settled before the search (refused, beyond) are left aside.

    ask  gives the signals and the place cited first; None where no search ran
    """
    seen: list[Observed] = []
    for one in held_out:
        if (found := ask(one.question, one.city)) is None:
            continue
        signals, cited = found
        right = cited.plan_id == one.plan_id and any(
            cited.span.start <= span.start and span.end <= cited.span.end for span in one.spans
        )
        seen.append(Observed(one.question, signals, right, answerable=True))
    for question, city in unanswerable:
        if (found := ask(question, city)) is not None:
            seen.append(Observed(question, found[0], right=False, answerable=False))
    return tuple(seen)


def fit(seen: Sequence[Observed]) -> Fit:
    """Fit answerable against unanswerable on all of them, judge by cross-validation."""
    values = np.array([features(one.signals) for one in seen])
    answerable = np.array([one.answerable for one in seen])
    weight = np.where(
        answerable,
        (1 - UNANSWERABLE_SHARE) / answerable.sum(),
        UNANSWERABLE_SHARE / max(1, (~answerable).sum()),
    ) * len(seen)
    model = LogisticRegression(C=REGULARISATION, max_iter=5000, random_state=SEED)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    promised = cross_val_predict(
        model,
        values,
        answerable,
        cv=folds,
        method="predict_proba",
        params={"sample_weight": weight},
    )[:, 1]
    model.fit(values, answerable, sample_weight=weight)
    return Fit(
        bias=float(model.intercept_[0]),
        weights=tuple(float(value) for value in model.coef_[0]),
        area=float(roc_auc_score(answerable, promised, sample_weight=weight)),
        first=float(np.mean([one.right for one in seen if one.answerable])),
        refused=float(np.mean(promised[~answerable] < 0.5)),
        abstained=float(np.mean(promised[answerable] < 0.5)),
        reliability=_reliability(promised, answerable, weight),
    )


def _reliability(
    promised: NDArray[np.float64], true: NDArray[np.bool_], weight: NDArray[np.float64]
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
                    float(np.average(true[inside], weights=weight[inside])),
                )
            )
    return tuple(bins)
