"""What belongs to a passage is what its question words are held against."""

from __future__ import annotations

from pathlib import Path

from index import about, open_index, told
from index.tokens import Tokenizer
from knowledge.knowledgebase import KnowledgeBase


def test_an_entry_has_its_evidence_headings_and_forms(
    index_artifact: Path, knowledge: KnowledgeBase
) -> None:
    entry = knowledge.faq[0]
    passage = next(p for p in open_index(index_artifact).corpus.entries if p.id == entry.id)
    said, everything = told(passage, knowledge), about(passage, knowledge)
    assert entry.answer in said
    assert all(knowledge.quote(entry.plan_id, span) in said for span in entry.spans)
    assert not any(form in said for form in entry.forms)
    parts = (said, knowledge.plan(entry.plan_id).title, *entry.section, *entry.forms)
    assert all(part in everything for part in parts)


def test_the_artifact_holds_the_words_of_every_passage(
    index_artifact: Path, knowledge: KnowledgeBase
) -> None:
    corpus = open_index(index_artifact).corpus
    every = (*corpus.passages, *corpus.entries)
    assert len(corpus.words) == len(every)
    for passage in every[::97]:
        words = set(Tokenizer().tokens(about(passage, knowledge)))
        assert set(corpus.words[corpus.row_of[passage.id]].split()) == words
