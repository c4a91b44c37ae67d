"""Reviewed words: what residents say, and what it means. Data in TOML, about Japanese in general.

Nothing here knows a particular plan. `README.md` is the dictionary of the files.
"""

from knowledge.vocabulary.foreign_terms import ForeignTerm, load_foreign_terms
from knowledge.vocabulary.glosses import load_easy_glosses, load_schedule_words
from knowledge.vocabulary.help_lines import Danger, HelpLine, help_lines_for, load_help_lines
from knowledge.vocabulary.municipalities import Municipality, load_municipalities
from knowledge.vocabulary.readings import ReviewedReading, load_readings
from knowledge.vocabulary.rules import Rule, load_rules
from knowledge.vocabulary.synonyms import load_synonyms
from knowledge.vocabulary.words import load_words

__all__ = [
    "Danger",
    "ForeignTerm",
    "HelpLine",
    "Municipality",
    "ReviewedReading",
    "Rule",
    "help_lines_for",
    "load_easy_glosses",
    "load_foreign_terms",
    "load_help_lines",
    "load_municipalities",
    "load_readings",
    "load_rules",
    "load_schedule_words",
    "load_synonyms",
    "load_words",
]
