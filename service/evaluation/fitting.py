"""Fit the confidence: how likely is it that the plans answer the question?

A logistic regression on the signals of `service.answering.confidence`, one of which is what the
answerability probe says; both are judged on folds that they did not see, and no pair of questions
on one subject is parted by a fold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from service.answering.confidence import Signals, features
from service.answering.settings import Logistic
from service.evaluation.observing import Kind, Observed
from service.evaluation.probing import fit_probe, folds, unseen_log_odds
from service.evaluation.reliability import Bin, bins

REGULARISATION = 1.0  # scikit-learn's C; the signals are few and the questions many
# What share of residents' questions each kind stands for. More unanswerable ones refuse more of
# them and answer fewer of the others.
UNANSWERABLE_SHARE = 0.4
_SHARES = {
    Kind.HELD_OUT: 0.25,
    Kind.ANSWERABLE: 0.35,
    Kind.UNANSWERABLE: UNANSWERABLE_SHARE,
}


@dataclass(frozen=True, slots=True)
class Fit:
    """The fitted weights, and how they do on folds not seen.

    probe_weights, probe_bias  of the answerability probe, `(dim,)`
    area           area under the curve, our answerable questions against the unanswerable ones
    area_held_out  the same, held-out forms against them
    refused        share of unanswerable questions below one half, those settled before included
    abstained      share of our answerable questions below one half
    abstained_held_out  of held-out forms
    """

    logistic: Logistic
    probe_weights: NDArray[np.float64]
    probe_bias: float
    area: float
    area_held_out: float
    refused: float
    abstained: float
    abstained_held_out: float
    reliability: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """The questions that were searched for, a row each."""

    signals: Sequence[Signals]
    vectors: NDArray[np.float64]
    kinds: NDArray[np.object_]
    true: NDArray[np.bool_]
    weight: NDArray[np.float64]
    groups: NDArray[np.intp]


def fit(seen: Sequence[Observed], *, entries: bool = True) -> Fit:
    """Fit answerable against unanswerable, judge by cross-validation.

    entries  False fits what is used where a plan has no entries: there a question counts as
             answerable only where a passage of its place was found
    """
    table = _table(seen, entries)
    asked = unseen_log_odds(table.vectors, table.true, table.weight, table.groups)
    promised = np.empty(len(asked))
    for known, held in folds(table.groups, seed=3):
        # Probe and logistic of a fold know nothing of its questions.
        weights, bias = fit_probe(table.vectors[known], table.true[known], table.weight[known])
        inner = unseen_log_odds(
            table.vectors[known], table.true[known], table.weight[known], table.groups[known]
        )
        model = _model(_values(table, known, inner, entries), table, known)
        outer = table.vectors[held] @ weights + bias
        promised[held] = model.predict_proba(_values(table, held, outer, entries))[:, 1]
    everything = np.arange(len(asked))
    model = _model(_values(table, everything, asked, entries), table, everything)
    weights, bias = fit_probe(table.vectors, table.true, table.weight)
    settled = sum(one.signals is None and one.kind is Kind.UNANSWERABLE for one in seen)
    against = np.concatenate([promised[table.kinds == Kind.UNANSWERABLE], np.zeros(settled)])
    own = promised[table.kinds == Kind.ANSWERABLE]
    forms = promised[table.kinds == Kind.HELD_OUT]
    return Fit(
        logistic=Logistic(float(model.intercept_[0]), tuple(map(float, model.coef_[0]))),
        probe_weights=weights,
        probe_bias=bias,
        area=_area(own, against),
        area_held_out=_area(forms, against),
        refused=float(np.mean(against < 0.5)),
        abstained=float(np.mean(own < 0.5)),
        abstained_held_out=float(np.mean(forms < 0.5)),
        reliability=bins(promised.tolist(), table.true.tolist(), table.weight.tolist()),
    )


def _table(seen: Sequence[Observed], entries: bool) -> _Table:
    rows = [(one, one.signals, one.vector) for one in seen]
    known = [(one, s, v) for one, s, v in rows if s is not None and v is not None]
    kinds = np.array([one.kind for one, _, _ in known], dtype=object)
    counts = {kind: int(np.sum(kinds == kind)) for kind in Kind}
    return _Table(
        signals=[signals for _, signals, _ in known],
        vectors=np.array([vector for _, _, vector in known], dtype=np.float64),
        kinds=kinds,
        true=np.array(
            [one.kind is not Kind.UNANSWERABLE and (entries or one.found) for one, _, _ in known]
        ),
        weight=np.array([_SHARES[kind] / counts[kind] for kind in kinds]) * len(known),
        groups=np.unique([one.group for one, _, _ in known], return_inverse=True)[1],
    )


def _values(
    table: _Table, rows: NDArray[np.intp], asked: NDArray[np.float64], entries: bool
) -> NDArray[np.float64]:
    """Features of some rows, with what a probe says of them in place of what was said."""
    return np.array(
        [
            features(replace(table.signals[row], askable=float(log_odds)), entries=entries)
            for row, log_odds in zip(rows, asked, strict=True)
        ]
    )


def _model(
    values: NDArray[np.float64], table: _Table, rows: NDArray[np.intp]
) -> LogisticRegression:
    model = LogisticRegression(C=REGULARISATION, max_iter=10000)
    return model.fit(values, table.true[rows], sample_weight=table.weight[rows])


def _area(above: NDArray[np.float64], below: NDArray[np.float64]) -> float:
    true = np.concatenate([np.ones(len(above)), np.zeros(len(below))])
    return float(roc_auc_score(true, np.concatenate([above, below])))
