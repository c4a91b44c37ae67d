"""Tuning numbers of the furigana."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FuriganaSettings:
    """texts_kept  texts whose ruby is kept in memory, at some 6 kB an answer of 300 characters"""

    texts_kept: int = 2_000
