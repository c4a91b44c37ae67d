"""From records to passages."""

from index.passages.making import make_passages

__all__ = ["make_passages"]
