"""What went wrong, one JSON object a line, with all that is needed to see why."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from service.evaluation.figures import Row
from service.evaluation.judging import Outcome


def write_misses(path: Path, rows: Iterable[Row]) -> int:
    """Write the wrong and the abstained ones aside, then rename; returns how many there are."""
    lines = [
        json.dumps(
            {
                **asdict(verdict),
                "status": reply.status,
                "question": question.model_dump(by_alias=True),
                "answer": reply.text,
                "citations": [asdict(citation) for citation in reply.citations],
            },
            ensure_ascii=False,
        )
        for question, reply, verdict in rows
        if verdict.outcome in (Outcome.WRONG, Outcome.ABSTAINED)
    ]
    aside = path.with_name(path.name + ".new")
    aside.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    aside.replace(path)
    return len(lines)
