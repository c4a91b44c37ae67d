"""Words in other languages and in やさしい日本語 are whole; what is not is named."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from knowledge.errors import KnowledgeError
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import ScheduleRow
from knowledge.vocabulary import load_easy_glosses, load_foreign_terms, load_schedule_words

WORD = '["運用"]\nja-easy = "使うこと"\nen = "in use"\nzh = "a"\nko = "b"\npt = "c"\nes = "d"\n'
TERM = (
    '[[terms]]\nja = ["図書館"]\nen = ["library"]\nzh = ["a"]\nko = ["b"]\npt = ["c"]\nes = ["d"]\n'
)


def test_most_words_of_schedules_have_a_meaning(knowledge: KnowledgeBase) -> None:
    tally = Counter(
        word
        for row in knowledge.records(kind=ScheduleRow)
        for cell in row.cells
        for word in cell.words
    )
    known = sum(count for word, count in tally.items() if word in load_schedule_words())
    assert known / tally.total() > 0.85


def test_easy_terms_occur_in_reviewed_answers(knowledge: KnowledgeBase) -> None:
    answers = "\n".join(entry.answer for entry in knowledge.faq)
    absent = [term for term in load_easy_glosses() if term not in answers]
    assert len(absent) <= 5, absent


def test_a_form_means_one_service_in_a_language() -> None:
    tally = Counter((term.language, form) for term in load_foreign_terms() for form in term.forms)
    assert [form for form, count in tally.items() if count > 1] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (WORD.replace('es = "d"\n', ""), r"each language.*\['es'\]"),
        (WORD.replace('"in use"', "7"), "expected a text"),
        (WORD.replace('"in use"', '" "'), "expected a text"),
    ],
)
def test_a_faulty_meaning_is_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "schedule_words.toml").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=said):
        load_schedule_words(tmp_path)


def test_glosses_are_a_table_of_texts(tmp_path: Path) -> None:
    (tmp_path / "easy_glosses.toml").write_text('[glosses]\n"検討" = 1\n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"easy_glosses\.toml:2.*expected a text"):
        load_easy_glosses(tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TERM.replace('pt = ["c"]\n', ""), r"each language.*\['pt'\]"),
        (TERM.replace('"library"', '"Library"'), "lower case"),
        (TERM.replace('["a"]', '"a"'), "list of non-empty strings"),
        ("", "no terms"),
    ],
)
def test_a_faulty_term_is_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "foreign_terms.toml").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=said):
        load_foreign_terms(tmp_path)
