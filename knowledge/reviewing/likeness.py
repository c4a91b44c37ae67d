"""How alike two texts are: enough to find two entries on one thing, cheap enough for a test."""

from __future__ import annotations

from knowledge.reviewing.wording import comparable


def pairs_of_signs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text, in comparable wording."""
    plain = comparable(text)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard likeness of two sets of pairs, 0..1; 0 where both are empty."""
    return len(one & other) / len(one | other) if one | other else 0.0
