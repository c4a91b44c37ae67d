"""An OpenAI-compatible endpoint, asked for one chat completion."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.phrasing.outcome import NotPhrased, PhrasingOutcome
from service.phrasing.settings import EndpointSettings

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion

_WAIT_HEADERS = ("retry-after", "retry-after-ms")


@dataclass(frozen=True, slots=True)
class Messages:
    """What a model is told: its task, and the evidence with the question."""

    system: str
    user: str

    def __repr__(self) -> str:
        # Residents' words never reach a log by way of a repr.
        return f"Messages({len(self.system)} + {len(self.user)} characters)"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model wrote. `finished` is False where the limit of tokens cut it off."""

    text: str
    finished: bool = True


Complete = Callable[[Messages], Reply]


class Endpoint:
    """Asks one endpoint; safe to share between threads. `openai` is imported when one is made."""

    def __init__(self, settings: EndpointSettings) -> None:
        import openai  # noqa: PLC0415 - half a second, wasted where no endpoint is set

        # At level debug this library writes whole requests, and a resident's words with them.
        logging.getLogger("openai").setLevel(logging.WARNING)
        self._settings = settings
        self._client = openai.OpenAI(
            base_url=settings.url,
            api_key=settings.key or "none",
            timeout=settings.timeout_s,
            max_retries=settings.retries,
            # A reply must not send the question on to another machine than the operator's choice.
            http_client=openai.DefaultHttpxClient(
                follow_redirects=False, event_hooks={"response": [_without_wait]}
            ),
        )

    def __call__(self, messages: Messages) -> Reply:
        """The reply. Raises NotPhrased where none comes."""
        import openai  # noqa: PLC0415

        try:
            completion = self._client.chat.completions.create(
                model=self._settings.model,
                messages=[
                    {"role": "system", "content": messages.system},
                    {"role": "user", "content": messages.user},
                ],
                temperature=self._settings.temperature,
                seed=self._settings.seed,
                max_tokens=self._settings.tokens,
            )
        except openai.APITimeoutError:
            raise NotPhrased(PhrasingOutcome.TIMEOUT) from None
        except openai.APIConnectionError:
            raise NotPhrased(PhrasingOutcome.UNREACHABLE) from None
        except openai.APIStatusError:
            raise NotPhrased(PhrasingOutcome.ENDPOINT_ERROR) from None
        except (openai.OpenAIError, ValueError):  # ValueError: a body that is no JSON
            raise NotPhrased(PhrasingOutcome.MALFORMED) from None
        return _reply(completion)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()


def _reply(completion: ChatCompletion) -> Reply:
    # The library builds its records from any JSON without looking: nothing here is certain.
    try:
        choice = completion.choices[0]
        text, reason = choice.message.content, choice.finish_reason
    except (AttributeError, IndexError, KeyError, TypeError):
        raise NotPhrased(PhrasingOutcome.MALFORMED) from None
    if text is not None and not isinstance(text, str):
        raise NotPhrased(PhrasingOutcome.MALFORMED)
    return Reply(text or "", finished=reason != "length")


def _without_wait(response: object) -> None:
    """Retries wait as long as we say: a server may ask for a minute, and a resident waits."""
    headers = getattr(response, "headers", {})
    for name in _WAIT_HEADERS:
        headers.pop(name, None)
