"""Two ways to ask: a counter in this process, or a service somewhere else."""

from __future__ import annotations

import json
import math
from time import perf_counter
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from knowledge.errors import ServiceUnreachableError
from service.answering.turn import Candidate, Question, Turn
from service.evaluation.questions import EvaluationQuestion
from service.evaluation.reply import Alternative, Inside, Quoted, Ranked, Reply

if TYPE_CHECKING:
    from service.counter import Counter

_CANDIDATES_KEPT = 3  # of each side; what lost further down explains little


def ask_counter(counter: Counter, question: EvaluationQuestion) -> Reply:
    """Ask in this process; what would be replied at other thresholds is not part of the time."""
    started = perf_counter()
    turn = counter.follow(Question(question.text, question.city))
    seconds = perf_counter() - started
    inside = Inside(
        asked=turn.understanding.asked.value if turn.understanding else None,
        candidates=tuple(
            _ranked(candidate)
            for side in turn.sides
            for candidate in side.candidates[:_CANDIDATES_KEPT]
        ),
        alternatives=_alternatives(counter, turn),
        milliseconds=turn.answered.milliseconds,
    )
    return reply_of(turn, seconds, inside)


def _alternatives(counter: Counter, turn: Turn) -> tuple[Alternative, ...]:
    """A threshold changes the reply only where it passes the confidence of a side."""
    if not turn.sides:
        return ()
    steps = sorted({side.confidence for side in turn.sides})
    beyond = math.nextafter(steps[-1], math.inf)
    return tuple(
        Alternative(up_to, reply_of(counter.conclude(turn, threshold)))
        for up_to, threshold in [*zip(steps, steps, strict=True), (math.inf, beyond)]
    )


def reply_of(turn: Turn, seconds: float = 0.0, inside: Inside | None = None) -> Reply:
    """What a turn replied, as it is judged."""
    answer = turn.answered
    return Reply(
        answer.status.value,
        answer.text,
        tuple(Quoted(c.plan_id, c.section, c.page, c.quote) for c in answer.citations),
        seconds,
        answer.reason.value,
        answer.confidence,
        inside,
        answer.index_version,
    )


def _ranked(candidate: Candidate) -> Ranked:
    passage = candidate.hit.passage
    return Ranked(passage.id, candidate.hit.best_form or passage.title, candidate.score)


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
        told["reason"],
        told["confidence"],
        index_version=told["index_version"],
    )
