"""What a batch is judged by."""

from __future__ import annotations

import pytest
import torch
from torch.nn.functional import normalize

from index.training.batches import Pair, Partner
from index.training.objective import Objective
from index.training.settings import ObjectiveSettings

EYE = torch.eye(4)
NONE = torch.eye(4, dtype=torch.bool)
ALL = torch.ones(4, 4, dtype=torch.bool)


def batch(*rows: int, kind: Partner = Partner.FORM) -> list[Pair]:
    return [Pair(row, "", "", kind) for row in rows]


def objective(twins: torch.Tensor = NONE, same: torch.Tensor = ALL) -> Objective:
    return Objective(ObjectiveSettings(), EYE.clone(), twins, same)


def test_partners_that_lie_close_cost_less() -> None:
    pairs = batch(0, 1, 2)
    right = objective()(pairs, EYE[:3], EYE[:3])
    wrong = objective()(pairs, EYE[:3], EYE[[1, 2, 0]])
    assert right.pairs < wrong.pairs
    assert right.total == right.pairs + right.centres
    assert right.centres < 0.01


def test_twins_are_no_negatives() -> None:
    same = normalize(torch.ones(2, 4), dim=1)
    twins = NONE.clone()
    twins[0, 1] = twins[1, 0] = True
    apart, together = (objective(known)(batch(0, 1), same, same) for known in (NONE, twins))
    assert together.pairs == pytest.approx(0.0, abs=1e-5)
    assert apart.pairs > 0.5


def test_an_entry_is_told_apart_within_its_city_alone() -> None:
    near_two = normalize(EYE[[0]] + EYE[[1]], dim=1)
    whole = objective()(batch(0), near_two, near_two)
    cities = torch.block_diag(torch.ones(1, 1), torch.ones(3, 3)).bool()
    assert objective(same=cities)(batch(0), near_two, near_two).centres < 1e-5 < whole.centres


def test_centres_follow_forms_and_no_passage() -> None:
    judge = objective()
    moved = normalize(EYE[[0]] + EYE[[3]], dim=1)
    judge(batch(0), moved, moved)
    assert judge.centres[0] @ moved[0] > EYE[0] @ moved[0]
    assert torch.equal(judge.centres[1:], EYE[1:])
    passage = objective()
    passage(batch(0, kind=Partner.PASSAGE), EYE[[0]], EYE[[3]])
    assert torch.allclose(passage.centres[0], EYE[0])


def test_the_gradient_reaches_both_sides() -> None:
    forms, partners = (normalize(torch.rand(3, 4), dim=1).requires_grad_() for _ in range(2))
    objective()(batch(0, 1, 2), forms, partners).total.backward()
    assert forms.grad is not None
    assert partners.grad is not None
    assert forms.grad.abs().sum() > 0 < partners.grad.abs().sum()
