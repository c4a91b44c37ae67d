"""What the days of a period come to: sums, shares and waiting times by step."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from service.evaluation.share import Share
from service.outcome import Status
from service.reporting.day_summary import DaySummary
from service.reporting.period import Period, Step

HELPFUL, UNHELPFUL = "helpful", "unhelpful"
VERDICTS = ("right", "to_improve", "wrong")
MEDIAN, LATE = 0.5, 0.95  # the quantiles of waiting times that are told
# Plots stay readable on a telephone up to so many points; a rate of a single day is mostly chance.
_COUNT_DAYS, _COUNT_WEEKS = 92, 60
_RATE_DAYS, _RATE_WEEKS = 31, 26
_VERDICT_WEEKS = 14


@dataclass(frozen=True, slots=True)
class Waits:
    """Milliseconds from the first step of answering to the last, rounded; None of no question.

    median  half of the questions had their answer by then
    late    95 of 100 had
    """

    median: int | None
    late: int | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Some days together.

    statuses, channels  questions
    answered  of the questions that were to be answered: all but those refused
    helpful   of the votes
    verdicts  judged answers by verdict, each once
    """

    questions: int
    statuses: Mapping[str, int]
    channels: Mapping[str, int]
    answered: Share
    helpful: Share
    verdicts: Mapping[str, int]
    waits: Waits

    @classmethod
    def of(cls, days: Iterable[DaySummary]) -> Figures:
        """The sums over summaries."""
        statuses: Counter[str] = Counter()
        channels: Counter[str] = Counter()
        votes: Counter[str] = Counter()
        waits: Counter[int] = Counter()
        verdicts: Counter[str] = Counter()
        for day in days:
            for channel, by_status in day.channels.items():
                channels[channel] += sum(by_status.values())
                statuses.update(by_status)
            for by_vote in day.votes.values():
                votes.update(by_vote)
            for milliseconds, number in zip(day.waits, day.wait_counts, strict=True):
                waits[milliseconds] += number
            verdicts.update(day.verdicts)
        questions = statuses.total()
        return cls(
            questions=questions,
            statuses=statuses,
            channels=channels,
            answered=Share(statuses[Status.ANSWERED], questions - statuses[Status.REFUSED]),
            helpful=Share(votes[HELPFUL], votes.total()),
            verdicts=verdicts,
            waits=Waits(quantile(waits, MEDIAN), quantile(waits, LATE)),
        )

    def verdict(self, name: str) -> Share:
        """A verdict's share of the judged answers."""
        return Share(self.verdicts.get(name, 0), sum(self.verdicts.values()))


@dataclass(frozen=True, slots=True)
class Totals:
    """What is told of a period as a whole only.

    langs, kinds  questions by name and status
    passages      votes on the answers that cite it, by passage id
    """

    langs: Mapping[str, Mapping[str, int]]
    kinds: Mapping[str, Mapping[str, int]]
    passages: Mapping[str, Share]

    @classmethod
    def of(cls, days: Iterable[DaySummary]) -> Totals:
        """The sums over summaries."""
        langs: dict[str, Counter[str]] = {}
        kinds: dict[str, Counter[str]] = {}
        helpful: Counter[str] = Counter()
        votes: Counter[str] = Counter()
        for day in days:
            for summed, own in ((langs, day.langs), (kinds, day.kinds)):
                for name, by_status in own.items():
                    summed.setdefault(name, Counter()).update(by_status)
            for passage_id, number in zip(day.passages, day.passage_helpful, strict=True):
                helpful[passage_id] += number
            for passage_id, number in zip(day.passages, day.passage_votes, strict=True):
                votes[passage_id] += number
        return cls(langs, kinds, {each: Share(helpful[each], of) for each, of in votes.items()})


@dataclass(frozen=True, slots=True)
class Series:
    """Figures by step. `points`: the first day of each step with its figures, in order."""

    step: Step
    points: Sequence[tuple[date, Figures]]


def count_series(period: Period, days: Sequence[DaySummary]) -> Series:
    """For counts and waiting times: by day as long as there is room for it."""
    return _series(period, days, period.step(_COUNT_DAYS, _COUNT_WEEKS))


def rate_series(period: Period, days: Sequence[DaySummary]) -> Series:
    """For shares of questions and of votes."""
    return _series(period, days, period.step(_RATE_DAYS, _RATE_WEEKS))


def verdict_series(period: Period, days: Sequence[DaySummary]) -> Series:
    """For judged answers, of which there are few: by week or by month."""
    return _series(period, days, period.step(0, _VERDICT_WEEKS))


def quantile(histogram: Mapping[int, int], share: float) -> int | None:
    """The least value that at least `share` (0..1) of those counted do not exceed; None of none."""
    wanted, passed = math.ceil(share * sum(histogram.values())), 0
    for value in sorted(histogram):
        passed += histogram[value]
        if passed >= wanted:
            return value
    return None


def _series(period: Period, days: Sequence[DaySummary], step: Step) -> Series:
    by_start: dict[date, list[DaySummary]] = {start: [] for start in period.steps(step)}
    for day in days:
        by_start[step.start(day.asked_on)].append(day)
    return Series(step, [(start, Figures.of(found)) for start, found in by_start.items()])
