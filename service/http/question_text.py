"""The length of a question as the contract counts it."""

from __future__ import annotations

import unicodedata

from service.http.errors import InvalidError


def checked_question(text: str, chars_max: int, field: str = "question") -> str:
    """`text` in NFKC, without control and invisible characters, trimmed; 1 to `chars_max` long.

    Raises InvalidError naming `field` and what to do.
    """
    normal = unicodedata.normalize("NFKC", text)
    # Cc: control characters, of which line ends and tabs separate words; Cf: zero-width characters.
    visible = "".join(
        " " if sign in "\r\n\t" else sign
        for sign in normal
        if sign in "\r\n\t" or unicodedata.category(sign) not in ("Cc", "Cf")
    ).strip()
    if not visible:
        raise InvalidError("質問を入力してください。", field)
    if len(visible) > chars_max:
        raise InvalidError(
            f"質問は{chars_max}文字までで入力してください（いまは{len(visible)}文字です）。"
            "短くするか、2回に分けてお試しください。",
            field,
        )
    return visible
