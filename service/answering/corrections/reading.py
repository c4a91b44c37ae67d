"""The step that reads staff's words in a question."""

from __future__ import annotations

from dataclasses import replace

from service.answering.corrections.aliasing import aliased
from service.answering.turn import Turn


class ReadAliases:
    """The step after understanding: staff's words beside those of the table of synonyms."""

    def __call__(self, turn: Turn) -> Turn:
        """Set the meanings of the understanding and the text to search for."""
        asked = turn.understood
        read = aliased(asked, turn.corrections.aliases)
        return turn if read is asked else replace(turn, understanding=read)
