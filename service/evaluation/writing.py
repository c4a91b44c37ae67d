"""Files of figures, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from knowledge.errors import EvaluationError, Location


def write_whole(path: Path, text: str) -> None:
    """Write aside, then rename; folders that are missing are made.

    Raises EvaluationError where the place cannot be written.
    """
    aside = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)
    except OSError as error:
        raise EvaluationError(f"cannot be written: {error}", Location(path)) from error
