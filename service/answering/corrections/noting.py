"""Notes of staff on passages: told with every answer that quotes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.records import Span
from service.answering.voice import Voice
from service.outcome import Citation


@dataclass(frozen=True, slots=True)
class Noted:
    """A note that is told, and the characters of a plan it is on."""

    plan_id: str
    spans: tuple[Span, ...]
    text: str

    def is_on(self, citation: Citation) -> bool:
        """Whether the citation shows some of them, whichever passage it was made from."""
        return citation.plan_id == self.plan_id and any(
            span.overlaps(citation.span) for span in self.spans
        )


def noted(
    citations: Sequence[Citation], notes: Iterable[Noted], voice: Voice, chars: int
) -> tuple[tuple[Citation, ...], str]:
    """The citations that may be shown, and what must be told with them, at most `chars` long.

    A further citation whose note finds no room is not shown: without the note it would mislead.
    The first stays, as it carries the answer.
    """
    notes = tuple(notes)
    if not notes:
        return tuple(citations), ""
    kept: list[Citation] = []
    told = ""
    for citation in citations:
        own = dict.fromkeys(
            voice.say("phrase/noted", note=note.text) for note in notes if note.is_on(citation)
        )
        more = "\n".join(filter(None, (told, *(line for line in own if line not in told))))
        if len(more) <= chars:
            told = more
        elif kept:
            continue
        kept.append(replace(citation, n=len(kept) + 1))
    return tuple(kept), told
