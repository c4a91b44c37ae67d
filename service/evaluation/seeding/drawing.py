"""What residents may have asked, drawn by chance from the FAQ entries: the same for one seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry
from service.outcome import Answer, Citation, Reason, Status
from service.question.understanding import Asked

T = TypeVar("T")

# Shares as a city's counter may see them; nothing that is measured rests on them being exact.
_CHANNELS = {"web": 62, "widget": 22, "kiosk": 10, "api": 6}
_LANGUAGES = {"ja": 80, "ja-easy": 6, "en": 6, "zh": 3, "pt": 2, "es": 1, "ko": 2}
_SITES = {"toride": 40, "otawara": 27, "oyama": 18, "joso": 11, None: 4}
_REASONS = {
    Reason.ANSWERED_FAQ: 62,
    Reason.ANSWERED_RECORD: 9,
    Reason.ANSWERED_CONTENTS: 2,
    Reason.CLARIFY_QUESTION: 5,
    Reason.NOT_FOUND_NO_EVIDENCE: 10,
    Reason.NOT_FOUND_NOT_IN_PLAN: 3,
    Reason.NOT_FOUND_LIVE: 2,
    Reason.NOT_FOUND_PERSONAL_MATTER: 2,
    Reason.NOT_FOUND_OTHER_CITY: 1,
    Reason.REFUSED_PERSONAL_DATA: 2,
    Reason.REFUSED_ABUSE: 1,
    Reason.REFUSED_INJECTION: 1,
}
_HOURS = (1, 1, 0, 0, 0, 1, 2, 4, 9, 12, 12, 10, 8, 10, 11, 10, 9, 7, 5, 5, 5, 4, 3, 2)
_INDEX_VERSIONS = ("5d1c0a6e2f", "9be47c3310")  # one before, one in the second half
_FURTHER = 0.3  # of the questions are followed by another one
_SITE_ONLY = 0.97  # of the questions are of the city on whose site they are asked


@dataclass(frozen=True, slots=True)
class Drawn:
    """A question with its outcome, for a row of every table.

    entry    what it was drawn from
    site     id of the city on whose site it was asked, None for none
    helpful  the resident's vote, None for none
    """

    entry: FaqEntry
    question: str
    answer: Answer
    asked: Asked
    asked_at: datetime
    site: str | None
    channel: str
    milliseconds: float
    helpful: bool | None


class Drawing:
    """Draws conversations, each a list of one or more questions, oldest first."""

    def __init__(self, knowledge: KnowledgeBase, seed: int, until: datetime, days: int) -> None:
        """until: the last moment, with a time zone; days: how far back the first may lie."""
        self._knowledge = knowledge
        self._random = Random(seed)
        self._until = until
        self._days = days
        self._entries: dict[str | None, list[FaqEntry]] = {None: list(knowledge.faq)}
        for entry in knowledge.faq:
            city = knowledge.plan(entry.plan_id).city
            self._entries.setdefault(city, []).append(entry)

    def conversations(self, number: int) -> Iterator[list[Drawn]]:
        """So many conversations, in no order of time."""
        for _ in range(number):
            yield self._conversation()

    def _conversation(self) -> list[Drawn]:
        site, channel = self._one_of(_SITES), self._one_of(_CHANNELS)
        lang, at = self._one_of(_LANGUAGES), self._moment()
        drawn = [self._question(site, channel, lang, at)]
        while self._random.random() < _FURTHER and len(drawn) < 12:
            at = min(at + timedelta(seconds=self._random.randint(15, 240)), self._until)
            drawn.append(self._question(site, channel, lang, at))
        return drawn

    def _question(self, site: str | None, channel: str, lang: str, at: datetime) -> Drawn:
        entries = self._entries.get(site) if self._random.random() < _SITE_ONLY else None
        entry = self._random.choice(entries or self._entries[None])
        reason = Reason.CLARIFY_CITY if site is None else self._one_of(_REASONS)
        form = self._random.choice(entry.forms)
        answer = self._answer(entry, form, reason, lang, at)
        return Drawn(
            entry=entry,
            question=form if answer.meaning else "",
            answer=answer,
            asked=self._random.choice(list(Asked)),
            asked_at=at,
            site=site,
            channel=channel,
            milliseconds=round(self._random.lognormvariate(3.3, 0.35), 2),
            helpful=self._vote(reason),
        )

    def _answer(
        self, entry: FaqEntry, form: str, reason: Reason, lang: str, at: datetime
    ) -> Answer:
        is_told = reason.status is Status.ANSWERED
        late = at > self._until - timedelta(days=self._days / 2)
        return Answer(
            reason=reason,
            text=entry.answer if is_told else "計画には、お尋ねのことが書かれていません。",
            citations=self._citations(entry) if is_told else (),
            core=entry.answer if is_told else "",
            confidence=round(self._random.betavariate(8, 2) if is_told else 0.3, 3),
            lang=lang,
            index_version=_INDEX_VERSIONS[late],
            meaning="" if reason.status is Status.REFUSED else form,
            city=self._knowledge.plan(entry.plan_id).city if is_told else None,
            record_ids=(entry.id, *entry.record_ids) if is_told else (),
        )

    def _citations(self, entry: FaqEntry) -> tuple[Citation, ...]:
        plan = self._knowledge.plan(entry.plan_id)
        return tuple(
            Citation(
                n=n,
                plan_id=plan.id,
                plan_title=plan.title,
                city=plan.city,
                section=" ".join(entry.section),
                page=entry.page,
                quote=quote,
                span=span,
                passage_id=entry.id if n == 1 else entry.record_ids[0],
            )
            for n, (quote, span) in enumerate(
                zip(entry.evidence, entry.spans, strict=True), start=1
            )
        )

    def _vote(self, reason: Reason) -> bool | None:
        if self._random.random() > 0.12:
            return None
        return self._random.random() < (0.84 if reason.status is Status.ANSWERED else 0.2)

    def _moment(self) -> datetime:
        day = self._until - timedelta(days=self._random.random() ** 1.2 * self._days)
        (hour,) = self._random.choices(range(24), _HOURS)
        # Hours of the wall clock, nine ahead of UTC; today's later ones are yesterday's.
        moment = day.replace(hour=(hour - 9) % 24, minute=self._random.randrange(60))
        return moment if moment <= self._until else moment - timedelta(days=1)

    def _one_of(self, shares: dict[T, int]) -> T:
        return self._random.choices(list(shares), list(shares.values()))[0]
