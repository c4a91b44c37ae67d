"""Keeping entry files true after the readers or the entries changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from knowledge.records import Reading
from knowledge.reviewing.binding import bind
from knowledge.reviewing.entry_file import read_entry_file, write_entry_file
from knowledge.source import SourceText


def bind_file(
    path: Path, sources: Mapping[str, SourceText], readings: Mapping[str, Reading]
) -> int:
    """Bind the entries of a file anew and rewrite it; returns how many entries changed.

    Raises FaqError, and leaves the file as it was, where evidence does not stand exactly once or no
    record stands on it.
    """
    entries = read_entry_file(path)
    bound = bind(entries, sources, readings)
    changed = sum(entry.line != line for entry, line in zip(entries, bound, strict=True))
    if changed:
        write_entry_file(path, bound)
    return changed
