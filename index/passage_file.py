"""Passages, forms and words as lines: the part of an artifact a person can read."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from index.results import Passage
from knowledge.records import RecordKind, Span


def passage_lines(passages: Iterable[Passage]) -> str:
    """One JSON object a line; equal passages give equal text."""
    return "".join(_line(_plain(passage)) for passage in passages)


def form_lines(forms: Iterable[Sequence[str]]) -> str:
    """One JSON list of forms a line."""
    return "".join(_line(list(own)) for own in forms)


def word_lines(words: Iterable[Collection[str]]) -> str:
    """The words of one passage a line, in order and with spaces between."""
    return "".join(" ".join(sorted(own)) + "\n" for own in words)


def read_passages(file: Path) -> tuple[Passage, ...]:
    """Raises OSError, ValueError, KeyError or TypeError for a file of another make."""
    with file.open(encoding="utf-8") as lines:
        return tuple(_passage(json.loads(line)) for line in lines)


def read_forms(file: Path) -> tuple[tuple[str, ...], ...]:
    """Raises as `read_passages` does."""
    with file.open(encoding="utf-8") as lines:
        return tuple(tuple(map(str, json.loads(line))) for line in lines)


def read_words(file: Path) -> tuple[str, ...]:
    """Raises as `read_passages` does."""
    with file.open(encoding="utf-8") as lines:
        return tuple(line.rstrip("\n") for line in lines)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _plain(passage: Passage) -> dict[str, object]:
    return {
        "id": passage.id,
        "plan_id": passage.plan_id,
        "city": passage.city,
        "kind": passage.kind.value,
        "title": passage.title,
        "text": passage.text,
        "shown": passage.shown,
        "record_ids": list(passage.record_ids),
        "section": list(passage.section),
        "page": passage.page,
        "spans": [[span.start, span.end] for span in passage.spans],
    }


def _passage(plain: dict[str, object]) -> Passage:
    match plain:
        case {
            "id": str(id_),
            "plan_id": str(plan_id),
            "city": str(city),
            "kind": str(kind),
            "title": str(title),
            "text": str(text),
            "shown": str(shown),
            "record_ids": list(record_ids),
            "section": list(section),
            "page": (int() | None) as page,
            "spans": list(spans),
        }:
            return Passage(
                id=id_,
                plan_id=plan_id,
                city=city,
                kind=RecordKind(kind),
                title=title,
                text=text,
                shown=shown,
                record_ids=tuple(record_ids),
                section=tuple(section),
                page=page,
                spans=tuple(Span(start, end) for start, end in spans),
            )
    raise ValueError(f"not a passage: {str(plain)[:80]}")
