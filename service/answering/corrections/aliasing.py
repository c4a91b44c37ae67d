"""Words of staff that mean the same: they find what the plan's word finds, and count as it does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from service.answering.corrections.scope import holds_for, site_of
from service.question.morphology import Word, words
from service.question.synonyms import Meaning, forms_of
from service.question.understanding import Understanding

_SHORTEST = 2  # characters: a single letter or kanji stands in too many words


@dataclass(frozen=True, slots=True)
class Alias:
    """A word in a question for which the plan has another: `[start, end)` of the text."""

    start: int
    end: int
    plain: str
    meaning: Meaning


class Aliases:
    """The synonyms in force, by city; None stands for all cities."""

    def __init__(self, groups: Iterable[tuple[str | None, tuple[str, ...]]] = ()) -> None:
        self._groups: dict[str, list[tuple[str | None, tuple[str, ...]]]] = {}
        for city, named in groups:
            for word in named:
                if len(word) >= _SHORTEST:
                    self._groups.setdefault(_folded(word), []).append((city, named))
        self._longest = max(map(len, self._groups), default=0)

    def found(self, text: str, city: str | None) -> tuple[Alias, ...]:
        """The words of a text that stand in a group, in order; the longest that fits a place.

        A word has to begin and end where words of the text do (Sudachi, long words): カード is not
        found inside ICカード, nor 発行 in 発行所.
        """
        if not self._groups:
            return ()
        folded = _folded(text)
        if len(folded) != len(text):
            return ()
        long = words(text)
        free = [True, *(not _is_suffix(one[0]) for one in long[1:]), True]
        starts = [
            one[0].start
            for at, one in enumerate(long)
            if free[at] and not (at and _is_prefix(long[at - 1][-1]))
        ]
        ends = sorted((one[-1].end for at, one in enumerate(long) if free[at + 1]), reverse=True)
        found: list[Alias] = []
        for start in starts:
            if found and start < found[-1].end:
                continue
            for end in ends:
                alias = self._alias(folded, start, end, city) if end > start else None
                if alias is not None:
                    found.append(alias)
                    break
        return tuple(found)

    def _alias(self, text: str, start: int, end: int, city: str | None) -> Alias | None:
        if end - start > self._longest:
            return None
        held = self._groups.get(text[start:end], ())
        groups = [named for own, named in held if holds_for(own, city)]
        if not groups:
            return None
        others = dict.fromkeys(word for named in groups for word in named)
        meaning = Meaning(forms_of(text[start:end]), tuple(map(forms_of, others)))
        return Alias(start, end, groups[0][0], meaning)


def aliased(asked: Understanding, aliases: Aliases) -> Understanding:
    """The understanding with what staff's words add; itself where none stands in it."""
    city = site_of(asked)
    found = aliases.found(asked.text, city)
    if not found:
        return asked
    named = [_folded(asked.text[one.start : one.end]) for one in found]
    return replace(
        asked,
        meanings=(*asked.meanings, *(one.meaning for one in found)),
        # The plan has another word: that this one stands nowhere tells nothing.
        compounds=tuple(c for c in asked.compounds if not any(c in n or n in c for n in named)),
        official_text=_in_plan_words(asked, aliases.found(asked.search_text, city)),
    )


def _in_plan_words(asked: Understanding, found: Iterable[Alias]) -> str | None:
    """What is searched, with the plan's word in the place of each alias; None where none is one."""
    text = asked.search_text
    for one in sorted(found, key=lambda alias: alias.start, reverse=True):
        text = f"{text[: one.start]}{one.plain}{text[one.end :]}"
    return text if text != asked.search_text else None


def _is_suffix(word: Word) -> bool:
    return word.pos[0] == "接尾辞"


def _is_prefix(word: Word) -> bool:
    return word.pos[0] == "接頭辞"


def _folded(text: str) -> str:
    return text.casefold()
