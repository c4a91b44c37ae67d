"""The length of a question as the contract counts it."""

from __future__ import annotations

from service.http.form_errors import QuestionEmptyError, QuestionTooLongError
from service.question.normalisation import normalise


def checked_question(text: str, chars_max: int, field: str = "question") -> str:
    """`text` normalised as the answering does it, 1 to `chars_max` characters long.

    Raises QuestionEmptyError or QuestionTooLongError naming `field` and what to do.
    """
    plain = normalise(text)
    if not plain:
        raise QuestionEmptyError(field)
    if len(plain) > chars_max:
        raise QuestionTooLongError(len(plain), chars_max, field)
    return plain
