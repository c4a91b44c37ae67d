"""What a resident says of an answer: helpful or not, why not, and in their own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from service.conversations.errors import CommentTooLongError, PersonalCommentError
from service.question.normalisation import normalise
from service.question.personal_data import personal_data


class FeedbackReason(StrEnum):
    """What was wrong with an answer; the words residents read for it stand in `web/wording/`."""

    NOT_ANSWERED = "not_answered"  # it answers something else than was asked
    WRONG = "wrong"  # what it says is not so
    HARD_TO_READ = "hard_to_read"
    OUTDATED = "outdated"  # it was so once
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Feedback:
    """A vote on one message; a later vote on it takes its place.

    message_id  32 hex digits, from the reply
    comment     in the resident's own words; "" for none
    """

    message_id: str
    helpful: bool
    reason: FeedbackReason | None = None
    comment: str = field(default="", repr=False)


def checked_comment(text: str, chars_max: int) -> str:
    """`text` normalised as questions are, so that it may be kept; "" where nothing is left.

    Raises CommentTooLongError, or PersonalCommentError where it holds personal data.
    """
    plain = normalise(text)
    if len(plain) > chars_max:
        raise CommentTooLongError(len(plain), chars_max)
    if personal_data(plain):
        raise PersonalCommentError()
    return plain
