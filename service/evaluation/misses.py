"""What went wrong, one JSON object a line, with all that is needed to see why."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from service.evaluation.causes import came_of
from service.evaluation.figures import Row
from service.evaluation.judging import Outcome
from service.evaluation.writing import write_whole


def missed(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The wrong and the abstained ones, in order."""
    return tuple(row for row in rows if row[2].outcome in (Outcome.WRONG, Outcome.ABSTAINED))


def write_misses(path: Path, rows: Iterable[Row]) -> int:
    """Write what was missed; returns how many there are."""
    lines = [
        json.dumps(
            {
                **asdict(verdict),
                "came": str(came_of(question, reply, verdict)),
                "status": reply.status,
                "reason": reply.reason,
                "confidence": reply.confidence,
                "question": question.model_dump(by_alias=True),
                "answer": reply.text,
                "citations": [asdict(citation) for citation in reply.citations],
            },
            ensure_ascii=False,
        )
        for question, reply, verdict in missed(rows)
    ]
    write_whole(path, "".join(f"{line}\n" for line in lines))
    return len(lines)
