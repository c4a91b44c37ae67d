"""A vote on an answer, over HTTP."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from service.conversations import Feedback, FeedbackReason


class FeedbackRequest(BaseModel):
    """A vote. Unknown fields are ignored, so that older servers serve newer clients."""

    model_config = ConfigDict(extra="ignore")

    message_id: str = Field(
        pattern=r"^[A-Za-z0-9_-]{1,64}$", description="from a response of the chat"
    )
    helpful: StrictBool = Field(description="whether the answer helped")
    reason: FeedbackReason | None = Field(
        None,
        description="`not_answered`: answers something else; `wrong`: is not so; `hard_to_read`; "
        "`outdated`: was so once; `other`",
    )
    comment: str | None = Field(
        None,
        description="up to 500 characters, counted after NFKC; refused with personal data in it",
    )

    def feedback(self) -> Feedback:
        """The vote as the service knows it."""
        return Feedback(self.message_id, self.helpful, self.reason, self.comment or "")


class FeedbackReply(BaseModel):
    """The vote that holds now; its comment is not repeated."""

    message_id: str
    helpful: bool
    reason: FeedbackReason | None

    @classmethod
    def of(cls, feedback: Feedback) -> FeedbackReply:
        """A vote that was kept."""
        return cls(message_id=feedback.message_id, helpful=feedback.helpful, reason=feedback.reason)
