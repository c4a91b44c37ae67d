"""What reviewers write in their own words, held to what may be kept."""

from __future__ import annotations

from dataclasses import replace

from service.question.normalisation import normalise
from service.question.personal_data import personal_data
from service.reviewing.judging.errors import LongJudgementError, PersonalJudgementError
from service.reviewing.judging.opinion import Opinion


def with_kept_words(opinion: Opinion, chars_max: int) -> Opinion:
    """The opinion with its words normalised line by line.

    chars_max  of each of them

    Raises LongJudgementError and PersonalJudgementError, which name the field.
    """

    def kept(text: str, field: str) -> str:
        plain = "\n".join(normalise(line) for line in text.splitlines()).strip()
        if len(plain) > chars_max:
            raise LongJudgementError(field, len(plain), chars_max)
        if personal_data(normalise(plain)):
            raise PersonalJudgementError(field)
        return plain

    return replace(
        opinion,
        sentences=tuple(
            replace(one, remark=kept(one.remark, f"remark-{one.number}"))
            for one in opinion.sentences
        ),
        source_fault=kept(opinion.source_fault, "source_fault"),
        note=kept(opinion.note, "note"),
    )
