"""`knowledge/README.md` is the dictionary of every field, and says nothing that is not there."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from knowledge import records
from knowledge.catalog import City, _PlanTable
from knowledge.knowledgebase import PACKAGE
from knowledge.reading import STYLES
from knowledge.records import FaqKind, ParagraphRole, Record, RecordKind
from knowledge.reviewing import EntryLine

README = (PACKAGE / "README.md").read_text(encoding="utf-8")
KINDS = {
    thing.kind: thing
    for name in records.__all__
    if isinstance(thing := getattr(records, name), type)
    and issubclass(thing, Record)
    and thing is not Record
}


def described(heading: str) -> set[str]:
    """The names in the first column of the first table after a line."""
    rest = README[README.index(heading) + len(heading) :]
    table = re.search(r"(?:^\|.*\n)+", rest, re.M)
    assert table
    names = set()
    for row in table.group().splitlines()[2:]:
        names |= set(re.findall(r"`([a-z0-9_]+)`", row.split("|")[1]))
    return names


def test_every_kind_has_a_type() -> None:
    assert set(KINDS) == set(RecordKind)


@pytest.mark.parametrize("kind", list(RecordKind))
def test_fields_of_a_record_kind(kind: RecordKind) -> None:
    own = {f.name for f in fields(KINDS[kind])} - {f.name for f in fields(Record)}
    assert described(f"\n### `{kind.value}`") == own


def test_fields_of_every_record() -> None:
    assert described("\nEvery record carries:") == {f.name for f in fields(Record)}


def test_fields_of_the_catalog() -> None:
    assert described("\n`[[cities]]`:") == set(City.model_fields)
    assert described("\n`[[plans]]`:") == set(_PlanTable.model_fields)


def test_fields_of_faq_files() -> None:
    assert described("\n## faq/*.jsonl") == set(EntryLine.model_fields)


def test_styles() -> None:
    table = README[README.index("| style | what marks it") :].split("\n\n")[0]
    assert set(re.findall(r"^\| `([a-z-]+)`", table, re.M)) == set(STYLES)


@pytest.mark.parametrize("words", [FaqKind, ParagraphRole])
def test_words(words: type[FaqKind] | type[ParagraphRole]) -> None:
    assert all(f"`{word.value}`" in README for word in words)
