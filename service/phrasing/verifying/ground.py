"""What one piece of evidence says, read once for all checks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from knowledge.reviewing.facts import Support
from knowledge.years import Era
from service.phrasing.evidence import Evidence
from service.phrasing.verifying.claim_words import forms
from service.phrasing.verifying.figures import Figure
from service.phrasing.verifying.statement import Sentence, read

_FULL_STOP = "。"


@dataclass(frozen=True)
class Ground:
    """What a sentence that cites this evidence may rest on.

    stated  the composed answer's sentences; only they hold figures, since in a quoted table no one
            can tell which number belongs to which word
    prose   the whole sentences of the quote
    place   plan and section path, which name things and state nothing
    """

    stated: tuple[Sentence, ...]
    prose: tuple[Sentence, ...]
    place: tuple[Sentence, ...]
    support: Support

    @classmethod
    def of(cls, evidence: Evidence, era: Era) -> Ground:
        """Read a piece of evidence. `era` is whose years a bare 31年度 is."""
        quote = "".join(evidence.quote.split())
        prose = quote[: quote.rfind(_FULL_STOP) + 1]
        texts = (evidence.statement, prose, evidence.place)
        stated, told, place = (read(text, era) for text in texts)
        plain = [sentence.text for part in (stated, told, place) for sentence in part]
        return cls(stated, told, place, Support.of(plain, era))

    @cached_property
    def forms(self) -> frozenset[str]:
        """The forms of all its words."""
        return forms(word for one in self._all() for word in one.words)

    @cached_property
    def figures(self) -> frozenset[Figure]:
        """The figures that may be told."""
        return frozenset(f for one in (*self.stated, *self.place) for f in one.figures)

    @cached_property
    def latin(self) -> frozenset[str]:
        """Its Latin words, in small letters."""
        return frozenset(fact.text for one in self._all() for fact in one.names)

    def speaking_of(self, wanted: frozenset[str]) -> tuple[Sentence, ...]:
        """The sentences that decide on these words: the statement alone where it holds them all."""
        stated = frozenset(form for one in self.stated for form in one.forms)
        return self.stated if wanted <= stated else (*self.stated, *self.prose)

    def _all(self) -> tuple[Sentence, ...]:
        return (*self.stated, *self.prose, *self.place)
