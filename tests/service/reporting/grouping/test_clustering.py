"""Vectors to groups."""

from __future__ import annotations

import numpy as np

from index import Models
from service.reporting.grouping.clustering import NEAR, cluster
from service.reporting.grouping.vectors import KEPT_AS, unpacked


def unit(*angles: float) -> np.ndarray:
    """Unit vectors in a plane, by their angle in degrees."""
    turned = np.deg2rad(angles)
    return np.stack([np.cos(turned), np.sin(turned)], axis=1).astype(np.float32)


def test_whoever_has_most_neighbours_names_the_group() -> None:
    # 43.9 degrees are as far as NEAR reaches: 0 and 40 are near, 0 and 80 are not.
    members = cluster(unit(0, 40, 80, 180))
    assert [member.centre for member in members] == [1, 1, 1, 3]
    assert members[1].nearness == members[3].nearness == 1.0
    assert NEAR < members[0].nearness < 0.78


def test_no_chain_joins_what_is_far_apart() -> None:
    members = cluster(unit(0, 40, 80, 120, 160))
    for row, member in enumerate(members):
        assert abs(row - member.centre) <= 1


def test_the_same_rows_give_the_same_groups() -> None:
    vectors = np.random.default_rng(7).standard_normal((700, 8)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    breaths: list[None] = []
    first = cluster(vectors, lambda: breaths.append(None))
    assert first == cluster(vectors)
    assert len(breaths) == 3  # so that nobody waits for all of it
    assert all(first[member.centre].centre == member.centre for member in first)


def test_a_question_asked_often_weighs_often_and_is_compared_once() -> None:
    breaths: list[None] = []
    vectors = np.concatenate([unit(0, 40, 80), np.repeat(unit(120), 700, axis=0)])
    members = cluster(vectors, lambda: breaths.append(None))
    # Were it counted once, 40 and 80 would have as many neighbours, and 40 comes first.
    assert [member.centre for member in members] == [0, 2, 2] + [2] * 700
    assert len(breaths) == 1  # all pairs of 20,000 that are alike would take gigabytes
    assert {member.nearness for member in cluster(vectors[3:])} == {1.0}


def test_nothing_makes_no_groups() -> None:
    assert cluster(np.empty((0, 384), dtype=np.float32)) == []


def test_questions_of_like_meaning_come_together(models: Models) -> None:
    questions = [
        "市役所の開庁時間を教えてください",
        "市役所は何時から何時まで開いていますか",
        "市役所は何時に開きますか",
        "ごみの収集日はいつですか",
        "ごみを出す日を知りたい",
    ]
    members = cluster(models.matcher.queries(questions))
    assert len({member.centre for member in members[:3]}) == 1
    assert len({member.centre for member in members[3:]}) == 1
    assert members[0].centre != members[3].centre


def test_vectors_outlive_being_kept_small() -> None:
    vectors = np.random.default_rng(3).standard_normal((5, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    back = unpacked([vector.astype(KEPT_AS).tobytes() for vector in vectors])
    assert np.abs(back @ back.T - vectors @ vectors.T).max() < 1e-3
