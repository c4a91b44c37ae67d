"""A question over HTTP and its answer."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from service.conversations import Reply
from service.outcome import Generator, Status

Lang = Literal["ja", "ja-easy", "en", "zh", "ko", "pt", "es"]
Channel = Literal["web", "widget", "kiosk", "api"]


class ChatRequest(BaseModel):
    """A question. Unknown fields are ignored, so that older servers serve newer clients."""

    model_config = ConfigDict(extra="ignore")

    question: str = Field(
        description="1-300 characters, counted after NFKC, without control characters and trimmed",
        examples=["コンビニ交付はいつから始まりましたか。"],
    )
    city: str | None = Field(
        None, description="the site's city, one of the ids of `GET /api/plans`", examples=["toride"]
    )
    conversation_id: str | None = Field(
        None,
        pattern=r"^[A-Za-z0-9_-]{1,64}$",
        description="from an earlier response; when absent, unknown, expired or of another city's "
        "site, a new conversation begins under a new id",
    )
    lang: Lang | None = Field(
        None,
        description="language of the reply; when absent, that of the question. Quotes, and answers "
        "taken from reviewed entries, are Japanese in every language",
    )
    channel: Channel = Field("api", description="where the question is asked")


class CitationReply(BaseModel):
    """A place in a plan that carries the answer."""

    n: int = Field(ge=1, description="1 is the best")
    plan_id: str
    plan_title: str
    city: str = Field(description="city id")
    section: str = Field(description="path in the plan's own numbers and titles")
    page: int | None = Field(description="printed page; null where the source does not tell")
    quote: str = Field(description="verbatim, white space collapsed")
    url: str = Field(description="the source viewer at the passage, relative to the site's root")


class ChoiceReply(BaseModel):
    """Something to ask next: a clarifying choice or a related question."""

    label: str = Field(description="what to show")
    question: str = Field(description="what to ask when it is taken")
    city: str | None = Field(description="the city to ask it with; null: as before")


class ChatReply(BaseModel):
    """The outcome of a question. Everything that is not an error has status 200."""

    message_id: str = Field(description="32 hex digits, for feedback")
    conversation_id: str = Field(description="32 hex digits, to send with the next question")
    status: Status
    reason: str = Field(description="finer code under the status, e.g. `not_found.no_evidence`")
    answer: str = Field(description="plain text, what the resident reads")
    citations: list[CitationReply] = Field(description="best first")
    choices: list[ChoiceReply]
    confidence: float = Field(ge=0, le=1)
    generator: Generator = Field(description="`llm`: worded by a language model, held by evidence")
    index_version: str = Field(description="which knowledge answered")

    @classmethod
    def of(cls, reply: Reply) -> ChatReply:
        """An answer as it goes over the wire, with the ids under which it is kept."""
        answer = reply.answer
        return cls.model_validate(
            {
                "message_id": reply.message_id,
                "conversation_id": reply.conversation_id,
                "status": answer.status,
                "reason": answer.reason.value,
                "answer": answer.text,
                "citations": [
                    {name: getattr(citation, name) for name in CitationReply.model_fields}
                    for citation in answer.citations
                ],
                "choices": [
                    {"label": choice.label, "question": choice.question, "city": choice.city}
                    for choice in answer.choices
                ],
                "confidence": answer.confidence,
                "generator": answer.generator,
                "index_version": answer.index_version,
            }
        )
