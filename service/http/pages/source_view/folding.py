"""Text with width, case, white space and line breaks set aside, and where its signs stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from service.http.pages.source_view.blocks import Segment, Segments

# Voicing marks that stand apart make one sign of the one before: ｶﾞ is ガ.
_VOICING = frozenset("\u3099\u309a\uff9e\uff9f")
_COMMA = str.maketrans(",", "、")  # the plans print both, often in one sentence


def fold(text: str) -> str:
    """The text in one width and case, without white space: `Ｗｅｂ サイト` as `webサイト`."""
    return "".join(folded for _, _, folded in _signs(text, 0))


@dataclass(frozen=True, slots=True)
class Folded:
    """Segments and their folded text.

    starts, ends  where sign i of `text` begins and ends in the source
    """

    segments: Segments
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def cut(self, first: int, last: int) -> Segments:
        """The signs [first, last) as they are printed; nothing for none."""
        if first >= last:
            return ()
        start, end = self.starts[first], self.ends[last - 1]
        return tuple(
            Segment(max(one.start, start), min(one.end, end), one.line)
            for one in self.segments
            if one.start < end and start < one.end
        )


Units = tuple[Folded, ...]


def folded(source: str, segments: Segments) -> Folded:
    """The segments' text folded; a word broken over printed lines is whole again."""
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for segment in segments:
        for start, end, signs in _signs(source[segment.start : segment.end], segment.start):
            text.append(signs)
            for _ in signs:
                starts.append(start)
                ends.append(end)
    return Folded(segments, "".join(text), tuple(starts), tuple(ends))


def _signs(text: str, offset: int) -> Iterator[tuple[int, int, str]]:
    at, last = 0, len(text)
    while at < last:
        end = at + 1
        while end < last and text[end] in _VOICING:
            end += 1
        if signs := _folded(text[at:end]):
            yield offset + at, offset + end, signs
        at = end


@lru_cache(maxsize=8192)  # the plans are written in some 2,000 different signs
def _folded(sign: str) -> str:
    signs = unicodedata.normalize("NFKC", sign).casefold().translate(_COMMA)
    return "".join(signs.split())
