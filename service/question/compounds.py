"""Compound nouns of a question: 副市長, 応募資格, 転出届 name one thing, and their parts others.

The plans hold 市長 and 応募 and 資格, and may know nothing of a 副市長 or of an 応募資格.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from service.question.content_words import is_stop
from service.question.morphology import Word

_PARTS = frozenset({"名詞", "接頭辞", "接尾辞", "形状詞"})
_SHORTEST = 3  # characters; 市民 or AI alone is a word, not a compound


def compounds(
    long_words: Sequence[Sequence[Word]], taken: Sequence[tuple[int, int]]
) -> tuple[str, ...]:
    """Runs of two nouns or more without anything between them: NFKC, lower case, each once.

    taken  [start, end) ranges that no run goes into: names of cities and plans, years. Words of
           asking at the end (一覧, 方法) do not belong to the name of the thing
    """
    found = []
    for run in _runs(long_words, taken):
        while run and is_stop(run[-1]):
            run.pop()
        while run and is_stop(run[0]):
            run.pop(0)
        name = unicodedata.normalize("NFKC", "".join(word.surface for word in run)).lower()
        if len(run) > 1 and len(name) >= _SHORTEST:
            found.append(name)
    return tuple(dict.fromkeys(found))


def _runs(
    long_words: Sequence[Sequence[Word]], taken: Sequence[tuple[int, int]]
) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in (word for long in long_words for word in long):
        free = not any(start < word.end and word.start < end for start, end in taken)
        if free and _is_part(word):
            if run and run[-1].end != word.start:
                yield run
                run = []
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_part(word: Word) -> bool:
    first, second = word.pos[0], word.pos[1]
    if first == "名詞" and second in ("数詞", "助動詞語幹"):
        return False
    if first == "接尾辞":
        return second == "名詞的"
    return first in _PARTS
