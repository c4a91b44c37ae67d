"""Which forms are held out."""

from __future__ import annotations

from index.evaluation.held_out import thinned
from knowledge.knowledgebase import KnowledgeBase


def test_one_form_of_each_entry_is_held_out_and_nothing_else_changes(
    knowledge: KnowledgeBase,
) -> None:
    less, asked = thinned(knowledge)
    assert len(less.faq) == len(knowledge.faq)
    assert len(asked) > 0.95 * len(knowledge.faq)
    kept = {entry.id: entry for entry in less.faq}
    held = {one.entry_id: one for one in asked}
    for entry in knowledge.faq:
        if entry.id in held:
            out = held[entry.id]
            assert out.question in entry.forms
            assert set(kept[entry.id].forms) == set(entry.forms) - {out.question}
            assert out.spans == entry.spans
        else:
            assert kept[entry.id] == entry


def test_every_register_is_held_out(knowledge: KnowledgeBase) -> None:
    _, asked = thinned(knowledge)
    forms = {entry.id: entry.forms for entry in knowledge.faq}
    places = {forms[one.entry_id].index(one.question) for one in asked}
    assert places >= set(range(8))
