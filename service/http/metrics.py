"""What Prometheus may know: counts and times by route and outcome, never a word of a resident."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

# The bar for an answer is 80 ms at the 95th percentile: finest around it.
SECONDS = (0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5, 5.0)


class Metrics:
    """The figures of one app, in a registry of its own so that tests do not share them."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "madoguchi_requests",
            "HTTP requests by method, route template and response code",
            ("method", "route", "code"),
            registry=self.registry,
        )
        self.request_seconds = Histogram(
            "madoguchi_request_seconds",
            "seconds from request to response by route template",
            ("route",),
            buckets=SECONDS,
            registry=self.registry,
        )
        self.answers = Counter(
            "madoguchi_answers",
            "questions by outcome and channel",
            ("status", "reason", "channel"),
            registry=self.registry,
        )
        self.phrasings = Counter(
            "madoguchi_phrasings",
            "attempts to phrase an answer by a language model, by outcome; shown or why not",
            ("outcome",),
            registry=self.registry,
        )

        self.feedback = Counter(
            "madoguchi_feedback",
            "votes on answers and changes of them, by vote (yes, no) and reason given",
            ("helpful", "reason"),
            registry=self.registry,
        )

    def page(self) -> bytes:
        """The exposition format, text version 0.0.4."""
        return generate_latest(self.registry)
