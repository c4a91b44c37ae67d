"""A folder that is replaced as a whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def placing(out: Path) -> Iterator[Path]:
    """A new folder to write into; it takes the place of `out` when the block ends well."""
    aside, before = (out.with_name(f"{out.name}.{end}") for end in ("new", "old"))
    for left in (aside, before):
        shutil.rmtree(left, ignore_errors=True)
    aside.mkdir(parents=True)
    yield aside
    if out.exists():
        out.rename(before)
    aside.rename(out)
    shutil.rmtree(before, ignore_errors=True)
