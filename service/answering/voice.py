"""One language's wording, with years as residents of that language read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.catalog import City
from knowledge.records import Half, Term
from knowledge.vocabulary import load_schedule_words
from knowledge.years import WESTERN, Era, both_forms, in_era, in_western
from prompts import say

LANGUAGES = ("ja", "ja-easy", "en", "zh", "ko", "pt", "es")
_AND = " / "


@dataclass(frozen=True, slots=True)
class Voice:
    """Says templates of `prompts/` in one language.

    lang   one of `LANGUAGES`, a folder of `prompts/`
    brief  without what only helps to understand: eras beside western years, meanings of words
    """

    lang: str
    brief: bool = False

    @property
    def is_foreign(self) -> bool:
        """Whether its readers may know no Japanese."""
        return not self.lang.startswith("ja")

    def say(self, name: str, **values: object) -> str:
        """A template as plain text; a missing value raises jinja2.UndefinedError."""
        return say(name, self.lang, **values)

    def year(self, fiscal_year: int, style: Era | str) -> str:
        """A western 年度; `style` is how the plan prints its years (an Era, or 西暦)."""
        in_print = in_western(fiscal_year)
        if style != WESTERN:
            in_print = in_era(fiscal_year, Era(style))
        return self.say(
            "year/fiscal",
            western=fiscal_year,
            printed="" if self.brief else in_print,
            both=both_forms(fiscal_year, style),
        )

    def term(self, term: Term, style: Era | str) -> str:
        """A 年度, or its first or second half."""
        year = self.year(term.fiscal_year, style)
        if term.half is None:
            return year
        return self.say("year/half", year=year, is_first=term.half is Half.FIRST)

    def span(self, first: str, last: str) -> str:
        """From one year to another, both in words."""
        return self.say("year/range", first=first, last=last)

    def period(self, first_year: int, last_year: int, style: Era | str) -> str:
        """The 年度 from the first to the last."""
        return self.span(self.year(first_year, style), self.year(last_year, style))

    def meaning(self, words: Iterable[str]) -> str:
        """What words of a schedule mean in this language; "" where none is known or to be told."""
        if self.brief:
            return ""
        known = load_schedule_words()
        meanings = [known.get(word, {}).get(self.lang, "") for word in words]
        return _AND.join(filter(None, meanings))

    def city(self, city: City) -> str:
        """A city's name."""
        return getattr(city.names, self.lang, None) or city.name
