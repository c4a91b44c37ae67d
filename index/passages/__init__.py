"""From records to passages, and what belongs to each."""

from index.passages.about import about, told
from index.passages.making import make_passages

__all__ = ["about", "make_passages", "told"]
