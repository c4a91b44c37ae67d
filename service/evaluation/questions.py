"""Question files: JSON lines, one question with what its answer must fulfil on each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from knowledge.errors import Location, QuestionFileError

NO_ANSWER_TYPES = frozenset({"unanswerable", "hostile"})
# The plan holds only a pointer to a chapter: saying so without an answer is right too.
POINTER_TYPES = frozenset({"toc", "partial_toc"})
# Statuses that a reviewer may expect of a question without an answer; see `expect`.
NOT_TOLD, REFUSED = "not_told", "refused"
# A line with none but these expects nothing of an answer, so that no answer is right.
_BARE = frozenset({"id", "city", "q", "note"})


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Elsewhere(_Line):
    """Another place that answers as well, with its own evidence."""

    evidence: tuple[str, ...] = ()


class EvaluationQuestion(_Line):
    """A question as typed and what to expect.

    city      the site it is asked on; None: none
    kind      `type` in the file: when, who, ..., unanswerable, hostile. It may be left out where
              the line has nothing but id, city, q and note: then the question is unanswerable
    evidence  strings the citations must hold, white space aside
    elsewhere `gold_also_accept` in the file
    must, must_not  facts the answer must or must not state; `|` parts alternatives
    pair      name of the pair it belongs to: two questions on one subject, one with an answer
    expect    answer, partial_toc, clarify, not_in_plan, safe, or ""; of a question that nothing
              answers also not_told or refused, and then nothing else than that will do
    """

    id: str
    text: str = Field(alias="q", min_length=1)
    city: str | None = None
    kind: str = Field(alias="type")
    evidence: tuple[str, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = Field((), alias="gold_also_accept")
    must: tuple[str, ...] = Field((), alias="answer_must_include")
    must_not: tuple[str, ...] = Field((), alias="answer_must_not_include")
    pair: str = ""
    expect: str = ""

    @model_validator(mode="before")
    @classmethod
    def _bare_is_unanswerable(cls, line: Any) -> Any:
        if isinstance(line, dict) and line.keys() <= _BARE:
            return {**line, "type": "unanswerable"}
        return line

    @property
    def is_answerable(self) -> bool:
        """Whether the plans tell."""
        return self.kind not in NO_ANSWER_TYPES

    @property
    def needs_only_pointer(self) -> bool:
        """Whether only a table of contents tells."""
        return not POINTER_TYPES.isdisjoint((self.kind, self.expect))


def read_questions(path: Path) -> tuple[EvaluationQuestion, ...]:
    """Every question of a file, in order.

    Raises QuestionFileError with file, line, field and value; also for an id that stands twice.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionFileError(f"cannot be read: {error}", Location(path)) from error
    questions: list[EvaluationQuestion] = []
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            question = EvaluationQuestion.model_validate_json(line)
        except ValidationError as error:
            fault = error.errors()[0]
            field = ".".join(map(str, fault["loc"])) or None
            given = "" if fault["type"] == "missing" else f" (got {fault['input']!r:.80})"
            raise QuestionFileError(
                f"{fault['msg']}{given}", Location(path, number, field)
            ) from error
        if question.id in seen:
            raise QuestionFileError(
                f"the id {question.id!r} stands twice", Location(path, number, "id")
            )
        seen.add(question.id)
        questions.append(question)
    return tuple(questions)
