"""A retrieval collection: documents, questions, and which documents answer which question."""

from __future__ import annotations

import json
from collections.abc import Collection as Sized
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import CollectionError, Location


@dataclass(frozen=True, slots=True)
class Document:
    """What is searched; `title` may be empty."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Collection:
    """`relevant`: by question id, the grade of each judged document; above 0 is relevant."""

    documents: tuple[Document, ...]
    questions: tuple[Question, ...]
    relevant: Mapping[str, Mapping[str, int]]


def read_collection(folder: Path) -> Collection:
    """Read `corpus.jsonl`, `queries.jsonl` and `qrels.tsv` (with or without a heading line).

    Raises CollectionError naming file, line, field and value.
    """
    documents = tuple(
        Document(_text(row, "id", at), _text(row, "title", at, ""), _text(row, "text", at))
        for row, at in _rows(folder / "corpus.jsonl")
    )
    questions = tuple(
        Question(_text(row, "id", at), _text(row, "text", at))
        for row, at in _rows(folder / "queries.jsonl")
    )
    relevant = _judgements(
        folder / "qrels.tsv", {one.id for one in questions}, {one.id for one in documents}
    )
    return Collection(documents, questions, relevant)


def _rows(file: Path) -> Iterator[tuple[dict[str, object], Location]]:
    """Objects of a JSON lines file, their ids distinct, with their places."""
    first: dict[object, int] = {}
    for number, line in _lines(file):
        at = Location(file, number)
        try:
            row = json.loads(line)
        except ValueError as error:
            raise CollectionError(f"not JSON: {error} ({line[:40]!r})", at) from error
        if not isinstance(row, dict):
            raise CollectionError(f"not an object: {line[:40]!r}", at)
        key = _text(row, "id", at)
        if key in first:
            raise CollectionError(
                f"{key!r} stands in line {first[key]} already", Location(file, number, "id")
            )
        first[key] = number
        yield row, at
    if not first:
        raise CollectionError("the file holds nothing", Location(file))


def _judgements(
    file: Path, questions: Sized[str], documents: Sized[str]
) -> dict[str, dict[str, int]]:
    relevant: dict[str, dict[str, int]] = {}
    for number, line in _lines(file):
        cells = line.split("\t")
        if len(cells) != 3:
            raise CollectionError(
                f"expected 3 cells between tabs, got {len(cells)} ({line[:40]!r})",
                Location(file, number),
            )
        question, document, score = (cell.strip() for cell in cells)
        if number == 1 and question not in questions and not _is_whole(score):
            continue  # a heading line
        if not _is_whole(score):
            place = Location(file, number, "score")
            raise CollectionError(f"not a whole number: {score!r}", place)
        if question not in questions:
            place = Location(file, number, "query-id")
            raise CollectionError(f"unknown query: {question!r}", place)
        if document not in documents:
            place = Location(file, number, "corpus-id")
            raise CollectionError(f"unknown document: {document!r}", place)
        relevant.setdefault(question, {})[document] = int(score)
    if not any(grade > 0 for grades in relevant.values() for grade in grades.values()):
        raise CollectionError("no document is relevant to any query", Location(file))
    return relevant


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    """Lines that are not blank, with their numbers from 1."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CollectionError(f"cannot be read: {error}", Location(file)) from error
    # Only line feeds end a line: JSON strings may hold other separators, unescaped.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line.rstrip("\r")


def _text(row: dict[str, object], field: str, at: Location, default: str | None = None) -> str:
    place = Location(at.file, at.line, field)
    value = row.get(field, default)
    if value is None and field not in row:
        raise CollectionError("the field is missing", place)
    if not isinstance(value, str) or (field == "id" and not value):
        raise CollectionError(f"expected text, got {value!r}", place)
    return value


def _is_whole(score: str) -> bool:
    return score.removeprefix("-").isdecimal()
