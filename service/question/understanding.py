"""What a question was understood to ask, as one frozen record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.years import YearMention
from service.question.synonyms import Meaning


class Asked(StrEnum):
    """What kind of thing would answer the question."""

    WHEN = "when"
    WHO = "who"  # a person, a body, a department
    WHERE = "where"
    WHAT_IS = "what_is"  # a definition, a meaning, an abbreviation
    HOW_MANY = "how_many"  # a count or a share
    YES_NO = "yes_no"
    LIST = "list"
    COMPARE = "compare"
    WHY = "why"
    HOW_TO = "how_to"
    CONTENT = "content"  # what, what kind, what is done: anything else that is a question
    KEYWORDS = "keywords"  # words without a question
    PAGE = "page"  # which page or chapter


class Wanted(StrEnum):
    """A particular sort of fact asked for, which the evidence must hold to be an answer."""

    PRICE = "price"
    CLOCK_TIME = "clock_time"  # opening hours, at what time
    WEEKDAY = "weekday"
    PHONE = "phone"
    ADDRESS = "address"
    URL = "url"
    PERSON_NAME = "person_name"
    HEADCOUNT = "headcount"  # number of people
    PERCENTAGE = "percentage"
    COUNT = "count"
    AMOUNT = "amount"  # any other quantity
    DATE = "date"
    YEAR = "year"
    DEPARTMENT = "department"
    PLACE_NAME = "place_name"  # which school, river, company, neighbouring city
    PROCEDURE = "procedure"  # how to apply or register
    DOCUMENTS = "documents"  # what to bring
    ELIGIBILITY = "eligibility"  # who may
    ABBREVIATION = "abbreviation"  # what letters stand for


class Beyond(StrEnum):
    """Why a question is, by its nature, nothing a published plan can tell."""

    LIVE = "live"  # today's opening, weather, timetables, results, news
    PERSONAL_MATTER = "personal_matter"  # my application, my tax, medical or legal advice
    OTHER_CITY = "other_city"  # a municipality whose plans are not held


@dataclass(frozen=True, slots=True)
class Understanding:
    """A question, read.

    text          normalised: NFKC, control and invisible characters out, trimmed, 1-300 characters;
                  with kanji where it was all in kana
    language      BCP 47 of the question itself (ja, en, zh, ko, pt, es)
    cities        city ids named in the question; empty if none
    site_city     the city whose site asks, or None
    plans         plan ids the question names or implies (第5次, 前の計画), empty if none
    years         year mentions, in order
    asked         what kind of thing would answer
    wanted        particular facts the evidence must hold, may be empty
    beyond        set when no plan can tell, with the words that told us so in `beyond_words`
    other_city    the name of a municipality that is not held, as written
    content_words normalised Sudachi forms of nouns, verbs, adjectives that carry the question,
                  city names, years and words of asking taken out
    meanings      words of the question that others say as well, from the table of synonyms
    compounds     compound nouns among them, as written: NFKC, lower case; Japanese only
    search_text   what is searched: the text without the names of the site's own city or plan
    japanese_words  words of official Japanese for what a question in another language names
    official_text   `search_text` with the plan's word for each word that staff know to mean the
                    same; None where it holds none
    """

    text: str
    language: str
    cities: tuple[str, ...]
    site_city: str | None
    plans: tuple[str, ...]
    years: tuple[YearMention, ...]
    asked: Asked
    wanted: frozenset[Wanted]
    beyond: Beyond | None
    beyond_words: tuple[str, ...]
    other_city: str | None
    content_words: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    compounds: tuple[str, ...]
    search_text: str
    japanese_words: tuple[str, ...] = ()
    official_text: str | None = None
