"""Every action that is noted in the log of changes has a name in Japanese."""

from __future__ import annotations

import ast
import re
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


def of_accounts() -> set[str]:
    """The codes of accounts: there every text of such a form is one, however it comes to `note`."""
    texts = {
        node.value
        for path in (SERVICE / "accounts").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {text for text in texts if re.fullmatch(r"(account|sign_in|user)\.[a-z_]+", text)}


def test_every_action_has_a_name() -> None:
    codes = {code for path in SERVICE.rglob("*.py") for code in noted(path)}
    assert {"user.added", "user.role_set"} <= codes
    codes |= of_accounts()
    assert {"sign_in.refused", "account.session_ended", "user.disabled"} <= codes
    assert not codes - set(action_names())
