"""Question forms as they are shown: one width of letters, Japanese commas."""

from __future__ import annotations

_HALF_WIDTH = {
    **{ord("０") + i: ord("0") + i for i in range(10)},
    **{ord("Ａ") + i: ord("A") + i for i in range(26)},
    **{ord("ａ") + i: ord("a") + i for i in range(26)},
    ord("－"): ord("-"),
    ord("，"): ord("、"),
    ord("\u3000"): ord(" "),
}


def tidied(form: str) -> str:
    """A form with letters, digits and hyphens of half width; it asks the same."""
    return form.translate(_HALF_WIDTH)
