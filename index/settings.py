"""Every number the search rests on, with its unit and the reason for it.

The weights were tuned with question forms held out: each of 3,000 forms was hidden from its own
entry and asked, once with the entry's other forms (foreseen) and once with every entry on that
place hidden (unforeseen: only passages can answer). The figures are in DECISIONS.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from index.embedding import ModelChoice
from index.results import Leg
from index.vectors import default_cache_folder


@dataclass(frozen=True, slots=True)
class PieceSettings:
    """How long a passage may be.

    longest_chars      characters of a piece; a quote of 300 then holds it whole
    shortest_chars     a shorter rest joins the piece before it; it could not stand alone
    entry_quote_chars  characters of the plan round an entry's evidence, white space not counted;
                       what is quoted to residents
    """

    longest_chars: int = 240
    shortest_chars: int = 40
    entry_quote_chars: int = 280


@dataclass(frozen=True, slots=True)
class Bm25Settings:
    """BM25 in Lucene's variant (its IDF is never negative).

    k1  saturation of a word's frequency, no unit. Lucene's default; between 0.6 and 2.0 no
        difference beyond chance was measured on forms
    b   weight of a text's length, 0..1. Lucene's default
    """

    k1: float = 1.2
    b: float = 0.75


def _weights(weights: dict[Leg, float]) -> Mapping[Leg, float]:
    return MappingProxyType(weights)


@dataclass(frozen=True, slots=True)
class FusionSettings:
    """What each leg weighs, in score per standard deviation.

    best_form        share of an entry's best form in its form legs; the rest is the mean of all its
                     forms, which tells an entry that is meant from one lucky wording
    entry_weights    entries: forms by meaning lead, forms by words and the answer refine
    passage_weights  everything else: text by meaning leads; a title alone says little of a plan's
                     passage. High enough that passages beside equal entries keep their place, low
                     enough that foreseen questions still find their entry
    """

    best_form: float = 0.7
    entry_weights: Mapping[Leg, float] = field(
        default_factory=lambda: _weights(
            {
                Leg.FORM_DENSE: 1.0,
                Leg.FORM_LEXICAL: 0.6,
                Leg.TEXT_DENSE: 0.3,
                Leg.TEXT_LEXICAL: 0.3,
            }
        )
    )
    passage_weights: Mapping[Leg, float] = field(
        default_factory=lambda: _weights(
            {Leg.TEXT_DENSE: 1.2, Leg.TITLE_DENSE: 0.2, Leg.TEXT_LEXICAL: 0.6}
        )
    )


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """All settings of building and searching.

    model          which model embeds
    cache_folder   where vectors are kept between builds and checkouts
    pieces, bm25   shape the index: changing them makes another version
    fusion         shapes the ranking alone
    rejected       candidates kept below the cut, so that staff see what nearly was found
    kept_versions  built indexes left on disk: the current one and one to go back to
    """

    model: ModelChoice = field(default_factory=ModelChoice)
    cache_folder: Path = field(default_factory=default_cache_folder)
    pieces: PieceSettings = field(default_factory=PieceSettings)
    bm25: Bm25Settings = field(default_factory=Bm25Settings)
    fusion: FusionSettings = field(default_factory=FusionSettings)
    rejected: int = 10
    kept_versions: int = 2
