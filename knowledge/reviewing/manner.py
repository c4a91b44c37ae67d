"""How answers speak: whole sentences, です and ます."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"(?:「[^」]*」|（(?:[^（）]|（[^）]*）)*）|[^。「（])+。")
_POLITE = re.compile(
    r"(?:です|ます|ません|でした|ました|ませんでした)(?:（(?:[^（）]|（[^）]*）)*）)?。$"
)


def ends_whole(text: str) -> bool:
    """Whether a text is sentences alone, the last one ended."""
    return "".join(_SENTENCE.findall(text)) == text


def impolite(text: str) -> Iterator[str]:
    """The sentences of a text that do not end as one speaks to a resident."""
    return (one for one in _SENTENCE.findall(text) if not _POLITE.search(one))
