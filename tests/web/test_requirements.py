"""Every requirement of pages is held by a test that names it, or by hand for a reason told."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = tomllib.loads(
    (Path(__file__).parent / "requirements.toml").read_text(encoding="utf-8")
)["requirement"]


def _named(path: Path) -> Iterator[str]:
    """The ids that the tests of a file name by `@pytest.mark.meets`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            for mark in node.decorator_list:
                if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.meets":
                    yield from (ast.literal_eval(argument) for argument in mark.args)


def test_every_requirement_that_can_be_tested_is_named_by_a_test() -> None:
    named = {name for path in (ROOT / "tests").rglob("test_*.py") for name in _named(path)}
    ids = [one["id"] for one in REQUIREMENTS]
    assert len(ids) == len(set(ids))
    assert named <= set(ids)
    by_hand = {one["id"] for one in REQUIREMENTS if one["check"] == "hand"}
    assert not set(ids) - by_hand - named


def test_what_is_checked_by_hand_is_told_with_its_reason() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    by_hand = [one["id"] for one in REQUIREMENTS if one["check"] == "hand"]
    assert by_hand
    for name in by_hand:
        assert f"| {name} |" in told
