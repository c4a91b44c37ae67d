"""An opinion as the store holds it: into columns, and back out of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from service.reviewing.judging.opinion import (
    CitationOpinion,
    Fault,
    Fit,
    Opinion,
    SentenceOpinion,
    Verdict,
)


def columns_of(opinion: Opinion) -> dict[str, Any]:
    """What is kept, by column. Raises EmptyJudgementError."""
    return {
        "verdict": opinion.verdict.value,
        "sentences": [asdict(one) for one in opinion.sentences],
        "citations": [asdict(one) for one in opinion.citations],
        "better_passage_id": opinion.better_passage,
        "is_harmful": opinion.is_harmful,
        "is_source_fault": opinion.is_source_fault,
        "source_fault": opinion.source_fault or None,
        "note": opinion.note,
    }


def opinion_of(row: Mapping[str, Any]) -> Opinion:
    """What was kept; a verdict of the whole that follows from the rest counts as not set."""
    told = _without_whole(row)
    verdict = Verdict(row["verdict"])
    return replace(told, whole=None if told.follows == verdict else verdict)


def _without_whole(row: Mapping[str, Any]) -> Opinion:
    return Opinion(
        sentences=tuple(map(_sentence, row["sentences"])),
        citations=tuple(CitationOpinion(one["n"], Fit(one["fit"])) for one in row["citations"]),
        better_passage=row["better_passage_id"],
        is_harmful=row["is_harmful"],
        is_source_fault=row["is_source_fault"],
        source_fault=row["source_fault"] or "",
        note=row["note"],
    )


def _sentence(held: Mapping[str, Any]) -> SentenceOpinion:
    fault = Fault(held["fault"]) if held["fault"] else None
    return SentenceOpinion(held["number"], Verdict(held["verdict"]), fault, held["remark"])
