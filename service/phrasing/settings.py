"""Every number the phrasing rests on, with its unit and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EndpointSettings:
    """Which language model is asked, and how patiently.

    url              base address of an OpenAI-compatible API, such as http://127.0.0.1:8080/v1
    model            the model's name there
    key              sent as a bearer token; None where the endpoint wants none
    timeout_s        seconds of silence after which one try is given up
    retries          tries after the first; each waits half a second or more before it
    temperature, seed  as repeatable as an endpoint can be
    tokens           most tokens of a reply: 400 characters of Japanese and their marks
    """

    url: str
    model: str
    key: str | None = None
    timeout_s: float = 8.0
    retries: int = 1
    temperature: float = 0.0
    seed: int = 1
    tokens: int = 512

    def __repr__(self) -> str:
        # A key never reaches a log by way of a repr.
        return f"EndpointSettings({self.url!r}, {self.model!r})"


@dataclass(frozen=True, slots=True)
class BreakerSettings:
    """When an endpoint that fails is left alone.

    failures  failed questions in a row (their retries included) that open the breaker
    rest_s    seconds it stays open; then one question tries again
    """

    failures: int = 3
    rest_s: float = 60.0


@dataclass(frozen=True, slots=True)
class VerifyingSettings:
    """Limits of what may be shown.

    reply_chars  characters of a reply without its marks: as `AnsweringSettings.answer_chars`
    words_kept   share of the composed answer's claiming words that must come back, 0..1: with fewer
                 a model has told a part, or something beside it
    """

    reply_chars: int = 400
    words_kept: float = 0.7
