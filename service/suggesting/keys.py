"""The texts by which questions are found: FAQ forms, terms of the glossary, titles of measures."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, FaqKind, Footnote, GlossaryTerm, Measure
from service.question.language import language_of
from service.question.typography import tidied
from service.suggesting.folding import Folded, by_words, written_and_read
from service.suggesting.settings import SuggestionSettings
from service.suggesting.suggestion import Key, Suggestion


def keys_of(knowledge: KnowledgeBase, settings: SuggestionSettings) -> Iterator[Key]:
    """The keys of every FAQ entry, in the order of the entries."""
    for entry in knowledge.faq:
        plan = knowledge.plan(entry.plan_id)
        shown = tidied(entry.forms[0])
        main = Suggestion(shown, plan.city, plan.city_name, "ja")
        # A length in characters says little of a foreign question: all forms share one cost.
        cost = len(shown) + settings.kind_costs[entry.asks]
        for place, text in enumerate((*entry.forms, *_names(entry, knowledge))):
            language = language_of(text)
            own = Suggestion(text, plan.city, plan.city_name, language)
            japanese = language == "ja"
            written, read = written_and_read(text) if japanese else (by_words(text), Folded())
            yield Key(
                entry=entry.id,
                suggestion=main if japanese else own,
                language=language,
                main=place == 0 or not japanese,
                cost=cost,
                written=written.text,
                read=read.text,
                written_starts=written.starts,
                read_starts=read.starts,
            )


def _names(entry: FaqEntry, knowledge: KnowledgeBase) -> Iterator[str]:
    """What the plan itself calls the thing that an entry explains."""
    for record_id in entry.record_ids:
        record = knowledge.record(record_id)
        if entry.asks is FaqKind.DEFINITION and isinstance(record, GlossaryTerm | Footnote):
            yield record.term
            if isinstance(record, GlossaryTerm):
                yield from (name for name in (record.reading, *record.aliases) if name)
        if entry.asks is FaqKind.MEASURE and isinstance(record, Measure):
            yield record.title
