"""The questions that a change has to stand: those of the repository and those that staff judged."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import or_, select

from knowledge.knowledgebase import PACKAGE
from service.evaluation.questions import (
    NOT_TOLD,
    REFUSED,
    EvaluationQuestion,
    read_questions,
)
from service.store import JudgedQuestionRow, Store

FOLDER = PACKAGE / "evaluation"
# `JudgedQuestionRow.expects` as the type of question that judging knows.
_ANSWERED = "answered"
_KINDS = {_ANSWERED: "judged", NOT_TOLD: "unanswerable", REFUSED: "unanswerable"}


class EvaluationSets:
    """The evaluation set of each city.

    folder  question files, `*.jsonl`; read once

    Raises QuestionFileError where one does not hold.
    """

    def __init__(self, store: Store, folder: Path = FOLDER) -> None:
        self._store = store
        self._development = tuple(
            question for path in sorted(folder.glob("*.jsonl")) for question in read_questions(path)
        )

    def of(self, city: str | None) -> tuple[EvaluationQuestion, ...]:
        """The questions of a city and those asked without one; all questions for None.

        A question without a city is part of every set, since what a city puts right stands in its
        results too. Raises StoreError.
        """
        own = (q for q in self._development if city is None or q.city in (city, None))
        return (*own, *self._judged(city))

    def _judged(self, city: str | None) -> tuple[EvaluationQuestion, ...]:
        row = JudgedQuestionRow
        wanted = select(row.__table__).where(row.retired_at.is_(None))
        if city is not None:
            wanted = wanted.where(or_(row.city == city, row.city.is_(None)))
        with self._store.reading() as connection:
            rows = connection.execute(wanted.order_by(row.message_id)).mappings().all()
        return tuple(
            EvaluationQuestion.model_validate(
                {
                    "id": f"judged/{one['message_id']}",
                    "q": one["question"],
                    "city": one["city"],
                    "type": _KINDS[one["expects"]],
                    "evidence": _plain(one["evidence"]),
                    "answer_must_not_include": _plain(one["must_not"]),
                    "expect": "" if one["expects"] == _ANSWERED else one["expects"],
                }
            )
            for one in rows
        )


def _plain(texts: list[str]) -> tuple[str, ...]:
    """Without bars: in a question file they part alternatives, in a table of a plan they do not."""
    bare = (text.replace("|", "").strip() for text in texts)
    return tuple(text for text in bare if text)
