"""Every number the search rests on, with its unit and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PieceSettings:
    """How long a passage may be.

    longest_chars      characters of a piece; a quote of 300 then holds it whole
    shortest_chars     a shorter rest joins the piece before it; it could not stand alone
    entry_quote_chars  characters of the plan round an entry's evidence, white space not counted
    """

    longest_chars: int = 240
    shortest_chars: int = 40
    entry_quote_chars: int = 280


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """All settings of building and searching."""

    pieces: PieceSettings = field(default_factory=PieceSettings)
