"""Suggestions while a question is typed, over HTTP."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from service.http.api.schemas.chat import Lang
from service.suggesting import Suggestion


class SuggestionsRequest(BaseModel):
    """What has been typed so far. Unknown fields are ignored."""

    model_config = ConfigDict(extra="ignore")

    text: str = Field(
        description="1-100 characters, counted after NFKC and trimmed; letters an input method has "
        "not converted yet do no harm",
        examples=["こんびにこ"],
    )
    city: str | None = Field(
        None,
        description="only questions about this city, one of the ids of `GET /api/plans`; when "
        "absent, the site's city, else all cities",
        examples=["toride"],
    )
    lang: Lang | None = Field(
        None,
        description="Japanese questions and those of this language; when absent, all languages",
    )


class SuggestionReply(BaseModel):
    """A question that the plans answer."""

    question: str = Field(description="what to show, and to ask when it is taken")
    city: str = Field(description="the city to ask it with")
    city_name: str = Field(description="to show where the suggestions are of several cities")
    lang: str = Field(description="BCP 47 code of the question's own language")


class SuggestionsReply(BaseModel):
    """At most six questions; none where nothing fits or the text holds personal data."""

    suggestions: list[SuggestionReply] = Field(description="the likeliest first")

    @classmethod
    def of(cls, suggestions: tuple[Suggestion, ...]) -> SuggestionsReply:
        """Suggestions as they go over the wire."""
        return cls(
            suggestions=[
                SuggestionReply(
                    question=found.question,
                    city=found.city,
                    city_name=found.city_name,
                    lang=found.language,
                )
                for found in suggestions
            ]
        )
