"""How long and how many: the limits of what staff write."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WritingSettings:
    """All in characters, or in numbers of things.

    answer_chars   what fits a phone with its citation, and what answers are limited to
    form_chars     the longest question that is taken
    forms          more would be another question
    note_chars     one sentence, told beside an answer
    name_chars     one line of a list
    word_chars     the longest names of systems have some 25
    words          in a group of synonyms; each makes a search wider
    phrases        of a refusal topic, each of a few words
    phrase_words   more hardly ever stand in one question together
    """

    answer_chars: int = 400
    form_chars: int = 300
    forms: int = 20
    passages: int = 5
    note_chars: int = 200
    name_chars: int = 60
    word_chars: int = 40
    words: int = 12
    phrases: int = 20
    phrase_words: int = 5
