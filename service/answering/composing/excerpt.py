"""The sentences of a long text that carry an answer."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r".+?(?:。[」』）)]?|\n|$)", re.DOTALL)
ELLIPSIS = "…"


def leading(text: str, chars: int) -> str:
    """The whole sentences `text` begins with, at most `chars` characters.

    A first sentence that is itself too long is cut, and the cut is shown.
    """
    if len(text) <= chars:
        return text
    said = ""
    for sentence in _SENTENCE.findall(text):
        if len(said) + len(sentence) > chars:
            break
        said += sentence
    return said.strip() or text[: chars - 1] + ELLIPSIS


def excerpt(text: str, words: tuple[str, ...], chars: int) -> str:
    """Whole sentences of `text`, at most `chars` characters, round the one with most of `words`.

    Words are compared as they stand, lower case; where none occurs the text is taken from its
    beginning. A first sentence that is itself too long is cut, and the cut is shown.
    """
    sentences = [s.strip() for s in _SENTENCE.findall(text) if s.strip()]
    if not sentences:
        return ""
    weights = [sum(word.lower() in s.lower() for word in words) for s in sentences]
    first = last = max(range(len(sentences)), key=lambda i: (weights[i], -i))
    size = len(sentences[first])
    while last + 1 < len(sentences) and size + len(sentences[last + 1]) <= chars:
        last += 1
        size += len(sentences[last])
    while first > 0 and size + len(sentences[first - 1]) <= chars:
        first -= 1
        size += len(sentences[first])
    joined = "".join(sentences[first : last + 1])
    return joined if len(joined) <= chars else joined[: chars - 1] + ELLIPSIS
