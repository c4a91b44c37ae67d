"""Every way in which what a resident says of an answer cannot be taken."""

from __future__ import annotations

from knowledge.errors import FeedbackError


class UnknownMessageError(FeedbackError):
    """The message was never kept, or was forgotten."""

    def __init__(self) -> None:
        super().__init__("no message with this id is held")


class CommentTooLongError(FeedbackError):
    """The comment has `chars` characters after NFKC, more than `chars_max`."""

    def __init__(self, chars: int, chars_max: int) -> None:
        super().__init__(f"a comment of {chars} characters, {chars_max} at most")
        self.chars = chars
        self.chars_max = chars_max


class PersonalCommentError(FeedbackError):
    """The comment holds personal data and was not kept."""

    def __init__(self) -> None:
        super().__init__("the comment holds personal data")
