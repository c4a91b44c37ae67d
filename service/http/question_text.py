"""The length of a question as the contract counts it."""

from __future__ import annotations

from service.http.errors import InvalidError
from service.question.normalisation import normalise


def checked_question(text: str, chars_max: int, field: str = "question") -> str:
    """`text` normalised as the answering does it, 1 to `chars_max` characters long.

    Raises InvalidError naming `field` and what to do.
    """
    plain = normalise(text)
    if not plain:
        raise InvalidError("質問を入力してください。", field)
    if len(plain) > chars_max:
        raise InvalidError(
            f"質問は{chars_max}文字までで入力してください（いまは{len(plain)}文字です）。"
            "短くするか、2回に分けてお試しください。",
            field,
        )
    return plain
