"""Two ways to ask: a counter in this process, or a service somewhere else."""

from __future__ import annotations

import json
from time import perf_counter
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from knowledge.errors import ServiceUnreachableError
from service.answering.turn import Question
from service.evaluation.questions import EvaluationQuestion
from service.evaluation.reply import Quoted, Reply

if TYPE_CHECKING:
    from service.counter import Counter


def ask_counter(counter: Counter, question: EvaluationQuestion) -> Reply:
    """Ask in this process."""
    started = perf_counter()
    answer = counter.ask(Question(question.text, question.city))
    return Reply(
        answer.status.value,
        answer.text,
        tuple(Quoted(c.plan_id, c.section, c.page, c.quote) for c in answer.citations),
        perf_counter() - started,
    )


def ask_url(url: str, question: EvaluationQuestion, timeout_s: float = 30.0) -> Reply:
    """Ask a running service; an HTTP error is a reply, too.

    Raises ServiceUnreachableError where there is none.
    """
    if urlsplit(url).scheme not in ("http", "https"):
        raise ServiceUnreachableError(f"{url!r} is not an http or https address")
    body = {"question": question.text, "channel": "api"}
    if question.city:
        body["city"] = question.city
    request = Request(
        url.rstrip("/") + "/api/chat",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    started = perf_counter()
    try:
        with urlopen(request, timeout=timeout_s) as response:
            told = json.load(response)
    except HTTPError as error:
        text = error.read().decode("utf-8", "replace")
        return Reply(f"http_{error.code}", text, (), perf_counter() - started)
    except (URLError, TimeoutError) as error:
        raise ServiceUnreachableError(f"no service at {url}: {error}") from error
    return Reply(
        told["status"],
        told["answer"],
        tuple(Quoted(c["plan_id"], c["section"], c["page"], c["quote"]) for c in told["citations"]),
        perf_counter() - started,
    )
