"""Matters that staff refuse, by the words that all stand in a question on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from service.answering.corrections.records import RefusalTopic
from service.answering.corrections.scope import holds_for
from service.question.morphology import Word, words

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A refusal that may be told. `phrases`: each of words, each of them as its short words."""

    correction_id: str
    city: str | None
    body: RefusalTopic
    phrases: tuple[tuple[Phrase, ...], ...]

    @classmethod
    def of(cls, correction_id: str, city: str | None, body: RefusalTopic) -> Topic:
        """Read the words of its phrases; words of nothing but signs are passed over."""
        read = (tuple(filter(None, map(_bases, phrase))) for phrase in body.phrases)
        return cls(correction_id, city, body, tuple(filter(None, read)))


def topic_of(text: str, city: str | None, among: Iterable[Topic]) -> Topic | None:
    """The first topic all words of one of whose phrases stand in the text, None for none.

    Words are whole ones (Sudachi, short words) with their inflection folded: 納める stands in
    納めたい and 税 in 固定資産税, but not in 税務課.
    """
    fitting = [topic for topic in among if holds_for(topic.city, city)]
    if not fitting:
        return None
    said = _bases(text)
    return next(
        (
            topic
            for topic in fitting
            if any(all(_stands(word, said) for word in phrase) for phrase in topic.phrases)
        ),
        None,
    )


def _stands(wanted: Phrase, said: Phrase) -> bool:
    """Whether the wanted words stand one after the other."""
    size = len(wanted)
    return any(said[at : at + size] == wanted for at in range(len(said) - size + 1))


def _bases(text: str) -> Phrase:
    return tuple(word.base for long in words(text) for word in long if _is_word(word))


def _is_word(word: Word) -> bool:
    return any(map(str.isalnum, word.surface))
