"""The form in which an answer is judged: as it was typed, and what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from service.http.errors import InvalidError
from service.http.review.queue.query import QueueQuery
from service.reviewing.judging import (
    Case,
    CitationOpinion,
    Fault,
    Fit,
    Judgement,
    Opinion,
    SentenceOpinion,
    Verdict,
    sentences_of,
)
from service.reviewing.judging.errors import UnjudgedWordsError

Kind = TypeVar("Kind", bound=StrEnum)
BETTER = "better"  # the picker of a better passage
BACK = "back"  # what of the queue the answer was opened from
_TICKED = "yes"
_VERSION = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class JudgementForm:
    """What stands in the form.

    values   field by name, as typed; what is missing is ""
    version  of the judgement that is changed, 0 where none was given yet
    """

    values: Mapping[str, str] = field(repr=False)
    version: int = 0

    @classmethod
    def typed(cls, given: Mapping[str, object]) -> JudgementForm:
        """As sent. Raises InvalidError for a version that is no number."""
        values = {name: text for name, text in given.items() if isinstance(text, str)}
        version = values.get("version", "0")
        if not _VERSION.fullmatch(version):
            raise InvalidError(field="version")
        return cls(values, int(version))

    @classmethod
    def of(cls, judgement: Judgement | None) -> JudgementForm:
        """As it begins: with what was said before."""
        if judgement is None:
            return cls({})
        opinion = judgement.opinion
        values = {"verdict": opinion.whole or "", BETTER: opinion.better_passage or ""}
        for sentence in opinion.sentences:
            values[f"sentence-{sentence.number}"] = sentence.verdict
            values[f"fault-{sentence.number}"] = sentence.fault or ""
            values[f"remark-{sentence.number}"] = sentence.remark
        for citation in opinion.citations:
            values[f"citation-{citation.n}"] = citation.fit
        values["harmful"] = _TICKED if opinion.is_harmful else ""
        values["source"] = _TICKED if opinion.is_source_fault else ""
        values |= {"source_fault": opinion.source_fault, "note": opinion.note}
        return cls(values, judgement.version)

    def value(self, name: str) -> str:
        """What stands in a field."""
        return self.values.get(name, "")

    def is_ticked(self, name: str) -> bool:
        """Whether a box is ticked."""
        return self.value(name) == _TICKED

    @property
    def queue(self) -> QueueQuery:
        """What of the queue the answer was opened from."""
        return QueueQuery.decoded(self.value(BACK))

    def opinion(self, case: Case) -> Opinion:
        """What it says of an answer.

        Raises InvalidError for a choice that was not offered, and UnjudgedWordsError for words that
        would be lost.
        """
        answer = case.told.answer if case.told else None
        numbers = [one.number for one in sentences_of(answer.text)] if answer else []
        cited = [one.n for one in answer.citations] if answer else []
        return Opinion(
            whole=self._choice("verdict", Verdict),
            sentences=tuple(filter(None, map(self._sentence, numbers))),
            citations=tuple(
                CitationOpinion(n, fit)
                for n in cited
                if (fit := self._choice(f"citation-{n}", Fit)) is not None
            ),
            better_passage=self.value(BETTER) or None,
            is_harmful=self.is_ticked("harmful"),
            is_source_fault=self.is_ticked("source"),
            source_fault=self._words("source_fault", is_judged=self.is_ticked("source")),
            note=self.value("note"),
        )

    def _sentence(self, number: int) -> SentenceOpinion | None:
        verdict = self._choice(f"sentence-{number}", Verdict)
        remark = self._words(f"remark-{number}", is_judged=verdict is not None)
        if verdict is None:
            return None
        if verdict is Verdict.RIGHT:  # a reason may have been chosen before the mind was changed
            return SentenceOpinion(number, verdict, None, remark)
        return SentenceOpinion(number, verdict, self._choice(f"fault-{number}", Fault), remark)

    def _words(self, name: str, *, is_judged: bool) -> str:
        words = self.value(name)
        if words.strip() and not is_judged:
            raise UnjudgedWordsError(name)
        return words

    def _choice(self, name: str, kind: type[Kind]) -> Kind | None:
        text = self.value(name)
        try:
            return kind(text) if text else None
        except ValueError:
            raise InvalidError(field=name) from None
