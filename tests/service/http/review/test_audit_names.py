"""Every action that is noted in the log of changes has a name in Japanese."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from service.http.review.accounts.audit import action_names

SERVICE = Path(__file__).resolve().parents[4] / "service"


def noted(path: Path) -> Iterator[str]:
    """The codes that stand in calls of `note`; those that are put together there are left out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "note" and len(node.args) > 2:
            action = node.args[2]
            choices = [action.body, action.orelse] if isinstance(action, ast.IfExp) else [action]
            yield from (one.value for one in choices if isinstance(one, ast.Constant))


def test_every_action_has_a_name() -> None:
    codes = {code for path in SERVICE.rglob("*.py") for code in noted(path)}
    assert {"user.added", "user.role_set"} <= codes
    assert not codes - set(action_names())
