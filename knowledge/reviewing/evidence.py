"""Where evidence stands: verbatim strings found in a source whose white space is set aside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from knowledge.errors import QuoteError
from knowledge.records import Span
from knowledge.source import SourceText


@dataclass(frozen=True)
class CompactSource:
    """A source without its white space, and the way back to the offsets of the file."""

    source: SourceText

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """For each character of `text`, its offset in the source file."""
        return tuple(offset for offset, sign in enumerate(self.source.text) if not sign.isspace())

    @cached_property
    def text(self) -> str:
        """The source with every white space character removed."""
        return "".join(self.source.text.split())

    def count(self, evidence: str) -> int:
        """How often a string stands here, overlapping occurrences included."""
        found = 0
        at = self.text.find(evidence)
        while at >= 0:
            found += 1
            at = self.text.find(evidence, at + 1)
        return found

    def locate(self, evidence: str) -> Span:
        """The span of the one place where the string stands.

        Raises QuoteError when it stands nowhere, or in several places: evidence that could be
        quoted from two places must be lengthened until it says which one is meant.
        """
        at = self.text.find(evidence)
        if at < 0:
            raise QuoteError(f"does not stand in {self.source.path.name} ({evidence})")
        if self.text.find(evidence, at + 1) >= 0:
            raise QuoteError(
                f"stands {self.count(evidence)} times in {self.source.path.name} ({evidence})"
            )
        return Span(self.offsets[at], self.offsets[at + len(evidence) - 1] + 1)
