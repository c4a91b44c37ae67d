"""The reviewed readings of a text: where they stand, in place of what the dictionary says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge.vocabulary import ReviewedReading
from service.furigana.words import Word

# As far as an entry's condition sees to either side, characters.
_SIGHT = 12
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


class ReviewedReadings:
    """Puts reviewed words into the place of the dictionary's; the longest first.

    An entry holds where it begins and ends with words of the dictionary: 上 in 以上 is no word.
    Figures are one width to it.
    """

    def __init__(self, entries: Iterable[ReviewedReading]) -> None:
        self._by_first: dict[str, list[ReviewedReading]] = {}
        for entry in entries:
            self._by_first.setdefault(entry.surface[0], []).append(entry)
        for fitting in self._by_first.values():
            # Of one word, the entry that asks for more decides.
            fitting.sort(key=lambda e: (-len(e.surface), e.before is None, e.after is None))

    def applied(self, text: str, words: Sequence[Word]) -> list[Word]:
        """The words of the text with reviewed ones in the place of theirs."""
        text = text.translate(_HALF_WIDTH)
        ends = {word.end for word in words}
        found: list[Word] = []
        done = 0
        for word in words:
            if word.start < done:
                continue
            entry = self._entry(text, word.start, ends)
            if entry is None:
                found.append(word)
            else:
                surface = text[word.start : word.start + len(entry.surface)]
                found.append(Word(word.start, surface, entry.reading or None))
            done = found[-1].end
        return found

    def _entry(self, text: str, start: int, ends: set[int]) -> ReviewedReading | None:
        for entry in self._by_first.get(text[start], ()):
            end = start + len(entry.surface)
            if end in ends and text.startswith(entry.surface, start) and _fits(entry, text, start):
                return entry
        return None


def _fits(entry: ReviewedReading, text: str, start: int) -> bool:
    end = start + len(entry.surface)
    before, after = text[max(0, start - _SIGHT) : start], text[end : end + _SIGHT]
    return (entry.before is None or entry.before.search(before) is not None) and (
        entry.after is None or entry.after.match(after) is not None
    )
