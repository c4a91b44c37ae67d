"""A checked question, read: every field of an Understanding, in the order they depend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from knowledge.knowledgebase import KnowledgeBase
from service.question.asking import asked_in, wanted_in
from service.question.beyond import beyond_any_plan
from service.question.compounds import compounds
from service.question.content_words import content_words
from service.question.editions import EditionMention, editions_in, plans_in
from service.question.foreign_terms import japanese_words
from service.question.held_cities import CityMention, cities_in
from service.question.language import language_of
from service.question.morphology import words
from service.question.normalisation import normalise, squeezed
from service.question.other_municipality import other_place
from service.question.period import years_in
from service.question.synonyms import meanings
from service.question.understanding import Understanding
from service.question.wrapping import comparing, core, without

_LEAST_ASKED = 4  # characters of a comparison without the names of what it compares


def understand(
    text: str,
    site_city: str | None,
    knowledge: KnowledgeBase,
    today: date,
    written: Callable[[str], str] = str,
) -> Understanding:
    """Read a question that `check` let pass.

    site_city  id of the city whose site asks, or None; `today` settles 今年度 and the like
    written    writes kana with kanji where the whole question is in kana; by default nothing does
    """
    typed = normalise(text)
    text = normalise(written(typed))
    # As typed too: なんじから may have come back as 何次から.
    readings = tuple(dict.fromkeys((squeezed(text), squeezed(typed))))
    language = language_of(text)
    long_words = words(text)
    mentions = cities_in(text, knowledge.cities)
    cities = tuple(dict.fromkeys(mention.city_id for mention in mentions))
    scope = cities or ((site_city,) if site_city else ())
    years = years_in(text, today)
    place = other_place(
        text,
        mentions,
        long_words,
        knowledge.cities,
        spoken_of=lambda name: any(name in s.text for s in knowledge.sources.values()),
    )
    verdicts = [beyond_any_plan(reading, place) for reading in readings]
    verdict = next((one for one in verdicts if one.beyond), verdicts[0])
    editions = editions_in(text)
    plans = plans_in(text, knowledge.plans, scope)
    start, end = core(text)
    taken = [
        *((mention.start, mention.end) for mention in mentions),
        *((mention.start, mention.end) for mention in years),
        *((mention.start, mention.end) for mention in editions),
        *(comparing(text) if len(cities) > 1 or len(plans) > 1 else ()),
        (0, start),
        (end, len(text)),
    ]
    return Understanding(
        text=text,
        language=language,
        cities=cities,
        site_city=site_city,
        plans=plans,
        years=years,
        asked=asked_in(readings[0], language, long_words),
        wanted=frozenset().union(*map(wanted_in, readings)),
        beyond=verdict.beyond,
        beyond_words=verdict.words,
        other_city=place.name if place else None,
        content_words=content_words(long_words, language, taken),
        meanings=meanings(text),
        compounds=compounds(long_words, taken) if language == "ja" else (),
        search_text=_search_text(text, mentions, editions),
        japanese_words=japanese_words(text, language),
    )


def _search_text(
    text: str,
    mentions: tuple[CityMention, ...],
    editions: Sequence[EditionMention],
) -> str:
    """Without the names of the cities and plans that are searched anyway, one by one where several
    are compared, and without polite phrases.
    """
    named = [(mention.start, mention.end) for mention in mentions]
    several = len({mention.city_id for mention in mentions}) > 1
    if len({mention.edition for mention in editions}) > 1:
        named += [(mention.start, mention.end) for mention in editions]
        several = True
    if named:
        bare = without(text, named)
        if several:
            base = without(bare, comparing(bare))
            bare = base if len(base) >= _LEAST_ASKED else bare
        # 違い alone asks nothing: then the names are the question.
        text = bare if len(bare) >= (_LEAST_ASKED if several else 2) else text
    start, end = core(text)
    return text[start:end]
