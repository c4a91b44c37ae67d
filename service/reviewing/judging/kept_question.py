"""The words of a question as they may be copied into the evaluation set."""

from __future__ import annotations

from service.question.normalisation import normalise
from service.question.personal_data import personal_data
from service.reviewing.masking import MASK, masked

_LEAST_CHARS = 4  # a question of which masking leaves less asks nothing any more


def question_to_keep(meaning: str) -> str | None:
    """The words of a question as they may be copied; None where too little or too much is left.

    meaning  the question on its own; "" where it was refused
    """
    text = masked(meaning)
    if personal_data(normalise(text)) or len(text.replace(MASK, "").strip()) < _LEAST_CHARS:
        return None
    return text
