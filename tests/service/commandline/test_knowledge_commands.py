"""`madoguchi knowledge`."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from typer.testing import Result

from service.counter import Counter

Run = Callable[..., Result]


def test_check_reports_every_plan_and_passes(run: Run, counter: Counter) -> None:
    result = run("knowledge", "check")
    assert result.exit_code == 0, result.output
    for plan in counter.knowledge.plans:
        assert plan.id in result.stdout
    for kind in ("measure", "schedule", "glossary", "faq"):
        assert kind in result.stdout


def test_check_of_one_plan(run: Run) -> None:
    result = run("knowledge", "check", "--plan", "oyama-3")
    assert result.exit_code == 0, result.output
    assert "oyama-3" in result.stdout
    assert "toride-4" not in result.stdout


def test_a_measure_is_shown_with_its_schedule_and_its_source(run: Run) -> None:
    result = run("knowledge", "show", "toride-4", "１-１-１")
    assert result.exit_code == 0, result.output
    assert "toride-4/measure/1-1-1" in result.stdout
    assert "平成34年度（令和4年度・2022年度）" in result.stdout
    assert "toride-4.txt:" in result.stdout


def test_a_measure_by_its_title_and_a_term_by_its_alias(run: Run, counter: Counter) -> None:
    title = counter.knowledge.record("toride-4/measure/1-1-1").title  # type: ignore[attr-defined]
    assert "toride-4/measure/1-1-1" in run("knowledge", "show", "toride-4", title).stdout
    assert "業務改革" in run("knowledge", "show", "toride-4", "bpr").stdout


def test_an_unknown_name_suggests_near_ones(run: Run) -> None:
    result = run("knowledge", "show", "toride-4", "クラウドコンピュタング")
    assert result.exit_code == 1
    assert "クラウドコンピューティング" in result.stderr


def test_a_name_like_no_other(run: Run) -> None:
    result = run("knowledge", "show", "toride-4", "xyzzy")
    assert result.exit_code == 1
    assert "'xyzzy'" in result.stderr


@pytest.mark.parametrize("arguments", [("check", "--plan", "edo-1"), ("show", "edo-1", "BPR")])
def test_an_unknown_plan_is_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    result = run("knowledge", *arguments)
    assert result.exit_code == 2
    assert "known: toride-4" in result.stderr
