"""A whole training, small: it learns, goes on where it stopped, and writes a model that loads."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from index import ModelChoice, load_models
from index.training import Course, Look, Step, TrainingSettings, train
from index.training.card import CARD, FIGURES
from knowledge.errors import TrainingError
from knowledge.knowledgebase import KnowledgeBase

SETTINGS = TrainingSettings(steps=24, rate=6e-3, warm_up=4, evaluate_every=12, patience=9)

# The checkpoint is that of step 12.
STOP = 13

Events = list[Step | Look]
Run = Callable[..., tuple[Path, Events]]


class Stopped(Exception):
    """Somebody pressed Ctrl-C."""


def training(folder: Path, knowledge: KnowledgeBase, base: Path) -> Run:
    """Trains into a folder, and tells what happened."""

    def run(
        name: str = "out", settings: TrainingSettings = SETTINGS, stop_at: int = 0, **kept: bool
    ) -> tuple[Path, Events]:
        events: Events = []

        def watch(event: Step | Look) -> None:
            events.append(event)
            if isinstance(event, Step) and event.number == stop_at:
                raise Stopped

        course = Course(str(base), folder / name, folder / f"{name}.work", settings)
        train(course, knowledge, watch, **kept)
        return course.out, events

    return run


@pytest.fixture
def run(two_plans: KnowledgeBase, small_base: Path, tmp_path: Path) -> Run:
    return training(tmp_path, two_plans, small_base)


@pytest.fixture(scope="module")
def whole(
    two_plans: KnowledgeBase, small_base: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Events]:
    """One training from beginning to end; its folder is only read."""
    return training(tmp_path_factory.mktemp("whole"), two_plans, small_base)()


@pytest.fixture(scope="module")
def broken_off(
    two_plans: KnowledgeBase, small_base: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """What a training leaves that was stopped."""
    folder = tmp_path_factory.mktemp("broken-off")
    with pytest.raises(Stopped):
        training(folder, two_plans, small_base)(stop_at=STOP)
    return folder


@pytest.fixture
def interrupted(broken_off: Path, tmp_path: Path, run: Run) -> Run:
    """`run`, where a training was stopped before."""
    shutil.copytree(broken_off, tmp_path, dirs_exist_ok=True)
    return run


def weights(folder: Path) -> np.ndarray:
    return load_models(ModelChoice(str(folder))).matcher.queries(["計画の期間はいつまで？"])


def losses(events: Sequence[Step | Look]) -> list[float]:
    return [one.pairs + one.centres for one in events if isinstance(one, Step)]


def test_it_learns_and_writes_a_model_that_loads(
    whole: tuple[Path, Events], small_base: Path
) -> None:
    out, events = whole
    found = losses(events)
    assert sum(found[-6:]) < sum(found[:6])
    looks = [one for one in events if isinstance(one, Look)]
    assert [one.step for one in looks] == [0, 12, 24]
    best = max(one.reach.first for one in looks)
    assert best > looks[0].reach.first
    model = load_models(ModelChoice(str(out))).matcher
    assert model.queries(["計画"]).shape == (1, 32)
    assert not np.allclose(weights(out), weights(small_base))
    card = (out / CARD).read_text(encoding="utf-8")
    assert f"{best:.3f}" in card
    assert '"rate": 0.006' in card
    assert (out / FIGURES).is_file()
    assert sorted(path.name for path in out.parent.iterdir() if "out" in path.name) == [
        "out",
        "out.work",
    ]


def test_twice_the_same(run: Run, whole: tuple[Path, Events]) -> None:
    again, _ = run()
    assert np.allclose(weights(again), weights(whole[0]), atol=1e-4)


def test_an_interrupted_training_goes_on(interrupted: Run, whole: tuple[Path, Events]) -> None:
    out, events = whole
    part, rest = interrupted()
    assert [one.number for one in rest if isinstance(one, Step)] == list(range(13, 25))
    assert losses(rest) == pytest.approx(losses(events)[12:], rel=1e-3)
    assert np.allclose(weights(part), weights(out), atol=1e-3)


def test_it_begins_anew_where_told_to(interrupted: Run) -> None:
    _, events = interrupted(fresh=True)
    assert [one.number for one in events if isinstance(one, Step)] == list(range(1, 25))


def test_a_checkpoint_of_other_settings_is_refused(interrupted: Run) -> None:
    with pytest.raises(TrainingError, match=r"checkpoint\.pt: was begun with rate = 0\.006"):
        interrupted(settings=replace(SETTINGS, rate=1e-4))


def test_a_damaged_checkpoint_is_refused(interrupted: Run, tmp_path: Path) -> None:
    (tmp_path / "out.work" / "checkpoint.pt").write_bytes(b"PK")
    with pytest.raises(TrainingError, match=r"checkpoint\.pt: cannot be resumed"):
        interrupted()


def test_it_stops_early_where_nothing_is_gained(run: Run) -> None:
    still = replace(SETTINGS, rate=1e-12, evaluate_every=4, patience=1)
    _, events = run(settings=still)
    assert max(one.number for one in events if isinstance(one, Step)) < 24


def test_a_loss_that_is_no_number_ends_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.nn.functional, "normalize", lambda x, dim: x * float("nan"))
    with pytest.raises(TrainingError, match="loss of step 1 is nan"):
        run()


def test_an_old_model_stays_until_the_new_one_is_whole(
    run: Run, whole: tuple[Path, Events], tmp_path: Path
) -> None:
    shutil.copytree(whole[0].parent, tmp_path, dirs_exist_ok=True)
    out = tmp_path / "out"
    before = weights(out)
    with pytest.raises(Stopped):
        run(settings=replace(SETTINGS, seed=8), stop_at=3)
    assert np.array_equal(weights(out), before)
