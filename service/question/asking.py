"""What kind of thing a question asks, and which particular facts it wants."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.vocabulary import load_rules
from service.question.morphology import Word
from service.question.understanding import Asked, Wanted

# Classes of words that make a sentence of nouns; の, と and や join keywords as well.
_PREDICATES = frozenset({"動詞", "形容詞", "助動詞"})
_JOINING = frozenset({"の", "と", "や", "・"})
_ASKING_TO_BE_TOLD = re.compile(
    r"(教え|おしえ|知りた|しりた|説明し|示し|答え|述べ|確認し|引用し|tell|explain|알려|가르쳐|告诉|告訴|explique)"
)


def asked_in(text: str, language: str, long_words: Sequence[Sequence[Word]]) -> Asked:
    """The kind of thing that would answer; `text` as `squeezed` gives it."""
    keywords = language == "ja" and _is_nouns(long_words)
    for rule in load_rules("asking"):
        if rule.match(text) is not None and not (
            rule.name == Asked.YES_NO and (keywords or _ASKING_TO_BE_TOLD.search(text))
        ):
            return Asked(rule.name)
    return Asked.KEYWORDS if keywords else Asked.CONTENT


def wanted_in(text: str) -> frozenset[Wanted]:
    """Facts the evidence must hold; several may be wanted at once."""
    return frozenset(Wanted(r.name) for r in load_rules("wanted") if r.match(text) is not None)


def _is_nouns(long_words: Sequence[Sequence[Word]]) -> bool:
    """Whether the text is keywords: no predicate, no particle but those that join nouns."""
    for word in (word for long in long_words for word in long):
        if word.pos[0] in _PREDICATES:
            return False
        if word.pos[0] == "助詞" and word.surface not in _JOINING:
            return False
    return True
