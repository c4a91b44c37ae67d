"""A published plan as its characters and lines; everything else points into these by offset."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from knowledge.errors import Location, QuoteError, SourceError
from knowledge.records import Span


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    number      1-based, as an editor counts
    start, end  offsets of `text` in the source: the line without surrounding white space
    indented    the printed line begins with one blank: (mostly) the first line of a page
    """

    number: int
    start: int
    end: int
    text: str
    indented: bool

    @property
    def span(self) -> Span:
        """The span of the stripped line."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class SourceText:
    """A source file, decoded. `text` is never altered: offsets and quotes rest on it."""

    path: Path
    text: str
    digest: str

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line that holds more than white space, in order."""
        found = []
        offset = 0
        for number, raw in enumerate(self.text.splitlines(keepends=True), start=1):
            stripped = raw.strip()
            if stripped:
                start = offset + raw.index(stripped)
                found.append(
                    Line(number, start, start + len(stripped), stripped, raw.startswith(" "))
                )
            offset += len(raw)
        return tuple(found)

    def quote(self, span: Span) -> str:
        """The characters of `span` letter for letter, each run of white space as one blank.

        Raises QuoteError when the span reaches beyond the source.
        """
        if span.end > len(self.text):
            raise QuoteError(f"span [{span.start}, {span.end}) ends after the source", self.at(0))
        return " ".join(self.text[span.start : span.end].split())

    def at(self, offset: int) -> Location:
        """The file and 1-based line of a character offset, for messages."""
        return Location(self.path, self.text.count("\n", 0, offset) + 1)


def read_source(path: Path) -> SourceText:
    """Read a UTF-8 source file. Raises SourceError naming the file, and the byte if undecodable."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except FileNotFoundError as error:
        raise SourceError("the source file does not exist", Location(path)) from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        bad = data[error.start : error.start + 1].hex()
        raise SourceError(f"byte 0x{bad} is not UTF-8", Location(path, line)) from error
    if not text.strip():
        raise SourceError("the source file holds no text", Location(path))
    return SourceText(path, text, hashlib.sha256(data).hexdigest())
