"""Every number the search rests on, with its unit and the reason for it.

The weights of entries were fitted on question forms held out of training and index, together with
those of `service.answering.settings`, by `madoguchi fit ranking`. The figures are in DECISIONS.md.
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


@dataclass(frozen=True, slots=True)
class KanaSettings:
    """How a question in kana is written with kanji; costs in negative log probability.

    pair_weight      share of how often a word follows the one before it, the rest of how often it
                     stands at all. With no share 48 % of held-out forms put into kana come back to
                     the letter, with 0.5 63 %, with 0.8 64 %
    spellings        spellings tried for a reading, the most frequent ones
    paths            paths kept at each character
    unknown_first    cost of a character that begins no word: more than the rarest word (13)
    unknown_next     of each after it: unknown words are longer than a character
    dictionary_cost  of a word that only Sudachi's dictionary knows: less than spelling it with two
                     short words that it does not mean
    lonely_cost      of one kana written as kanji where no text has it so: 五見 for ごみ
    """

    pair_weight: float = 0.8
    spellings: int = 3
    paths: int = 8
    unknown_first: float = 14.0
    unknown_next: float = 6.0
    dictionary_cost: float = 15.0
    lonely_cost: float = 6.0


@dataclass(frozen=True, slots=True)
class SpellingSettings:
    """Which misspelt words are mended.

    shortest        characters of a word that may be mended: short words have too many neighbours
    two_slips_from  characters from which two slips are forgiven, else one
    """

    shortest: int = 5
    two_slips_from: int = 9


def _weights(weights: dict[Leg, float]) -> Mapping[Leg, float]:
    return MappingProxyType(weights)


@dataclass(frozen=True, slots=True)
class FusionSettings:
    """What each leg weighs, in score per standard deviation.

    best_form        share of an entry's best form in its form legs; the rest is the mean of all its
                     forms, which tells an entry that is meant from one lucky wording
    entry_weights    entries: forms and the answer by meaning lead, words refine
    passage_weights  everything else: text by meaning leads; a title alone says little of a plan's
                     passage. Tuned with every entry of a place hidden, so that only passages could
                     answer, and not fitted with the rest: see `service.evaluation.ranking`
    """

    best_form: float = 0.3
    entry_weights: Mapping[Leg, float] = field(
        default_factory=lambda: _weights(
            {
                Leg.FORM_DENSE: 1.69,
                Leg.ANSWER_DENSE: 1.14,
                Leg.TEXT_LEXICAL: 0.13,
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
    fusion, kana, spelling  shape the ranking alone
    rejected       candidates kept below the cut, so that staff see what nearly was found
    kept_versions  built indexes left on disk: the current one and one to go back to
    """

    model: ModelChoice = field(default_factory=ModelChoice)
    cache_folder: Path = field(default_factory=default_cache_folder)
    pieces: PieceSettings = field(default_factory=PieceSettings)
    bm25: Bm25Settings = field(default_factory=Bm25Settings)
    fusion: FusionSettings = field(default_factory=FusionSettings)
    kana: KanaSettings = field(default_factory=KanaSettings)
    spelling: SpellingSettings = field(default_factory=SpellingSettings)
    rejected: int = 10
    kept_versions: int = 2
