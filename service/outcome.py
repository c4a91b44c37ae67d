"""What the service says in the end: statuses, reasons, citations and choices as frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from index.results import ResultSet
from knowledge.records import Span
from service.phrasing.outcome import PhrasingOutcome


class Status(StrEnum):
    """The four families of outcomes; every Reason begins with one of them."""

    ANSWERED = "answered"
    CLARIFY = "clarify"
    NOT_FOUND = "not_found"
    REFUSED = "refused"


class Reason(StrEnum):
    """Why the status is what it is. Each has a sentence in `prompts/`, held by a test."""

    ANSWERED_FAQ = "answered.faq"  # the reviewed answer of an FAQ entry
    ANSWERED_RECORD = "answered.record"  # composed from records
    ANSWERED_CONTENTS = "answered.contents"  # only the table of contents tells: chapter and page
    ANSWERED_APPROVED = "answered.approved"  # staff wrote and approved it for this question
    CLARIFY_CITY = "clarify.city"
    CLARIFY_QUESTION = "clarify.question"  # too little to go on
    NOT_FOUND_NO_EVIDENCE = "not_found.no_evidence"
    NOT_FOUND_NOT_IN_PLAN = "not_found.not_in_plan"  # a near thing is told, not what was asked
    NOT_FOUND_NO_MORE = "not_found.no_more"  # all that is told of a matter was told
    NOT_FOUND_OTHER_CITY = "not_found.other_city"
    NOT_FOUND_LIVE = "not_found.live"  # needs today's data: hours, weather, timetables
    NOT_FOUND_PERSONAL_MATTER = (
        "not_found.personal_matter"  # my application, medical or legal advice
    )
    REFUSED_PERSONAL_DATA = "refused.personal_data"
    REFUSED_ABUSE = "refused.abuse"
    REFUSED_INJECTION = "refused.injection"
    REFUSED_EMERGENCY = "refused.emergency"
    REFUSED_TOPIC = "refused.topic"  # staff decided that it is not answered here

    @property
    def status(self) -> Status:
        """The family this reason belongs to."""
        return Status(self.value.split(".", 1)[0])


class Generator(StrEnum):
    """Who put the answer into words."""

    COMPOSED = "composed"
    LLM = "llm"


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a plan that carries the answer.

    quote  verbatim, white space collapsed, at most `settings.quote_chars` characters
    span   the quoted characters in the source
    page   printed page, None where the source does not tell
    """

    n: int
    plan_id: str
    plan_title: str
    city: str
    section: str
    page: int | None
    quote: str
    span: Span
    passage_id: str

    @property
    def url(self) -> str:
        """The source viewer at this passage, relative to the site's root."""
        return f"/sources/{self.plan_id}?from={self.span.start}&to={self.span.end}#cited"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to tap next: `label` is shown, `question` is asked, `city` is set where given."""

    label: str
    question: str
    city: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole outcome of one question.

    text        plain text the resident reads, at most about 400 characters
    core        `text` without `note` and not shortened; "" where nothing was composed
    note        what must be told with the core: that the plan's period is over, that a body of text
                is not held; "" for nothing
    confidence  0..1
    lang        language of `text`, as in the HTTP contract
    phrasing    how the attempt to phrase it by a language model ended; None: none was made
    revision    which of the staff's corrections were live; 0: none was ever approved
    results     what the search gave, None where no search was made; for staff and tests
    meaning     the question as it was taken, with what it left to earlier turns; "" where refused
    city        id of the one city it was answered for, None for none or several
    record_ids  the records that answered, those of the best candidate first; empty if none did
    """

    reason: Reason
    text: str
    citations: tuple[Citation, ...] = ()
    choices: tuple[Choice, ...] = ()
    core: str = ""
    note: str = ""
    confidence: float = 0.0
    lang: str = "ja"
    generator: Generator = Generator.COMPOSED
    phrasing: PhrasingOutcome | None = None
    index_version: str = ""
    revision: int = 0
    results: ResultSet | None = None
    milliseconds: Mapping[str, float] = field(default_factory=dict)
    meaning: str = field(default="", repr=False)
    city: str | None = None
    record_ids: tuple[str, ...] = ()

    @property
    def status(self) -> Status:
        """The family of `reason`."""
        return self.reason.status
