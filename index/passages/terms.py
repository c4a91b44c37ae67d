"""Glossary terms and footnotes: a word and what it means."""

from __future__ import annotations

from index.passages.context import Part
from knowledge.records import Footnote, GlossaryTerm


def glossary_part(term: GlossaryTerm) -> Part:
    """The term with its reading and other names, so that it is found by any of them."""
    names = [name for name in (term.reading, *term.aliases) if name and name != term.term]
    aside = f"（{'、'.join(names)}）" if names else ""
    return Part(
        records=(term,),
        title=f"{term.term}とは",
        text=f"{term.term}{aside}とは、{term.definition}",
        shown=f"{term.term}: {term.definition}",
    )


def footnote_part(note: Footnote) -> Part:
    """A footnote reads like a glossary entry."""
    return Part(
        records=(note,),
        title=f"{note.term}とは",
        text=f"{note.term}とは、{note.definition}",
        shown=f"{note.term}: {note.definition}",
    )
