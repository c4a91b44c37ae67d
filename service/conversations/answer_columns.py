"""An answer as the store holds it: into columns, and back out of them."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from knowledge.records import Span
from service.outcome import Answer, Citation, Generator, Reason

log = logging.getLogger("madoguchi.conversations")


def columns_of(answer: Answer) -> dict[str, Any]:
    """What was shown, by column; the question's own words are in none of them."""
    return {
        "reason": answer.reason.value,
        "city": answer.city,
        "answer": answer.text,
        "core": answer.core,
        "note": answer.note,
        "lang": answer.lang,
        "generator": answer.generator.value,
        "confidence": answer.confidence,
        "index_version": answer.index_version,
        "citations": [asdict(citation) for citation in answer.citations],
    }


def answer_of(row: Mapping[str, Any]) -> Answer | None:
    """The answer as it was shown, or None where the row does not hold it.

    Rows of a release that kept less, or other fields, live on after an update for as long as words
    are kept.
    """
    if row["answer"] is None:
        return None
    try:
        return Answer(
            reason=Reason(row["reason"]),
            text=row["answer"],
            citations=tuple(_citation(each) for each in row["citations"]),
            core=row["core"],
            note=row["note"],
            confidence=row["confidence"],
            lang=row["lang"],
            generator=Generator(row["generator"]),
            index_version=row["index_version"],
            city=row["city"],
        )
    except (KeyError, TypeError, ValueError) as error:
        log.warning("an answer of another release is not shown again: %s", type(error).__name__)
        return None


def _citation(held: dict[str, Any]) -> Citation:
    return Citation(**{**held, "span": Span(**held["span"])})
