"""The lists of `knowledge/vocabulary/following.toml` as patterns, and texts as they see them."""

from __future__ import annotations

import re
from functools import cache

from knowledge.vocabulary import load_words
from service.question.normalisation import squeezed

_AROUND = re.compile(r"^[\s¿¡、。,.]+|[\s?!。、,.…~〜]+$")


def plain(text: str) -> str:
    """No blanks beside Japanese letters, no signs at either end."""
    return _AROUND.sub("", squeezed(text))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """One of the patterns of a list."""
    return re.compile(
        "|".join(f"(?:{one})" for one in load_words("following")[name]), re.IGNORECASE
    )


@cache
def patterns(name: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a list one by one, for those with groups."""
    return tuple(re.compile(one, re.IGNORECASE) for one in load_words("following")[name])


def says_only(text: str, *names: str) -> bool:
    """Whether the whole text is one of the patterns of these lists."""
    return any(pattern(name).fullmatch(text) for name in names)


def without_opener(text: str) -> str:
    """The text without じゃあ, and, 那 before it; as it is where nothing else is left."""
    found = pattern("openers").match(text)
    return text[found.end() :] if found and found.end() < len(text) else text


def is_further(text: str) -> bool:
    """Whether the text opens as a further question: じゃあ, and, 那."""
    return pattern("openers").match(text) is not None


def framed(said: str, *names: str) -> tuple[str, ...]:
    """What the frames of these lists leave as the thing changed, likeliest first."""
    matches = (one.fullmatch(said) for name in names for one in patterns(name))
    found = [match["x"] for match in matches if match is not None]
    return tuple(dict.fromkeys([*found, said] if "bare_change" in names else found))


# Longer texts than this say what they are about; no word of the lists is longer than the other.
_LEANING_CHARS_MAX = 40
_WORD_CHARS_MAX = 14


def has_no_subject(text: str) -> bool:
    """Whether the text holds nothing but words of asking: どの課ですか, いつから, why."""
    if len(text) > _LEANING_CHARS_MAX or not _is_made_of_words(text):
        return False
    return bool(pattern("asking_words").search(text) or pattern("aspects").search(text))


def _is_made_of_words(text: str) -> bool:
    """Whether the text can be cut into words of asking, aspects and fillers.

    Place by place: one regular expression for the whole tries ways that double with each word.
    """
    word = _leaning_word()
    ends = {0}
    for start in range(len(text)):
        if start in ends:
            last = min(len(text), start + _WORD_CHARS_MAX)
            ends |= {end for end in range(start + 1, last + 1) if word.fullmatch(text, start, end)}
    return len(text) in ends


@cache
def _leaning_word() -> re.Pattern[str]:
    names = ("asking_words", "aspects", "fillers")
    return re.compile("|".join([r"[\s,、?!·]", *(pattern(name).pattern for name in names)]), re.I)
