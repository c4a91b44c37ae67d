"""What a model is told: the rules, the numbered evidence, the question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from prompts import say
from service.phrasing.endpoint import Messages
from service.phrasing.evidence import Evidence

_FOLDER = "llm"


def messages_for(question: str, evidence: Sequence[Evidence]) -> Messages:
    """The two messages. Evidence and question are put on one line each, so none forges a number."""
    pieces = [{**asdict(piece), "statement": _line(piece.statement)} for piece in evidence]
    return Messages(
        say("system", _FOLDER),
        say("user", _FOLDER, evidence=pieces, question=_line(question)),
    )


def _line(text: str) -> str:
    return " ".join(text.split())
