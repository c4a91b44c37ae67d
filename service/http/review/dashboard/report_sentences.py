"""A month in sentences that figures alone decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from service.evaluation.share import Share
from service.http.review.dashboard.naming import channel_name, text
from service.http.review.dashboard.plots import share_said
from service.reporting import MonthReport


def sentences(report: MonthReport) -> tuple[str, ...]:
    """What happened in the month, beside the month before; () where nothing was asked."""
    return tuple(_said(report)) if report.overview.figures.questions else ()


def open_matters(report: MonthReport) -> tuple[str, ...]:
    """What is left to do: of the queue as it is now, and of the month's questions."""
    overview = report.overview
    unanswered = sum(
        overview.figures.statuses.get(status, 0) for status in ("not_found", "clarify")
    )
    said = [text("report.unanswered", count=f"{unanswered:,}")]
    if overview.groups.groups:
        first = overview.groups.groups[0]
        said.append(text("report.most_asked", question=first.name, count=f"{first.questions:,}"))
    said.append(
        text(
            "report.queue",
            count=f"{overview.queue.total:,}",
            days=f"{overview.queue.oldest_days(overview.now):,}",
        )
        if overview.queue.total
        else text("report.queue_empty")
    )
    return tuple(said)


def put_right_sentence(report: MonthReport) -> str:
    """How many corrections went live, by kind."""
    if not report.put_right:
        return text("report.put_right_none")
    kinds = Counter(each.kind for each in report.put_right)
    return text(
        "report.put_right_count",
        count=f"{len(report.put_right):,}",
        kinds=text("dashboard.comma").join(
            text("report.kind_count", kind=text(f"report.kind_{kind.value}"), count=number)
            for kind, number in sorted(kinds.items())
        ),
    )


def _said(report: MonthReport) -> Iterator[str]:
    now, before = report.overview.figures, report.before
    yield text("report.questions", count=f"{now.questions:,}")
    if before.questions:
        key = _direction(now.questions, before.questions)
        difference = abs(now.questions - before.questions)
        yield text(
            f"report.questions_{key}",
            before=f"{before.questions:,}",
            count=f"{difference:,}",
            percent=f"{difference / before.questions * 100:.1f}",
        )
    else:
        yield text("report.questions_first")
    channel, number = max(now.channels.items(), key=lambda item: (item[1], item[0]))
    share = f"{number / now.questions * 100:.1f}"
    yield text("report.channel", channel=channel_name(channel), share=share)
    yield _compared("answered", now.answered, before.answered)
    yield _compared("helpful", now.helpful, before.helpful)
    yield _compared("right", now.verdict("right"), before.verdict("right"))
    if now.waits.median is not None and now.waits.late is not None:
        yield text("report.waits", median=f"{now.waits.median:,}", late=f"{now.waits.late:,}")


def _compared(what: str, now: Share, before: Share) -> str:
    """A share and that of the month before; a difference within chance is called none."""
    said = share_said(now, f"report.{what}", f"report.none_{what}")
    if now.interval is None or before.interval is None or before.value is None:
        return said
    shown = f"{before.value * 100:.1f}"
    if now.interval[0] > before.interval[1]:
        return said + text("report.share_more", before=shown)
    if now.interval[1] < before.interval[0]:
        return said + text("report.share_less", before=shown)
    return said + text("report.share_same", before=shown)


def _direction(now: int, before: int) -> str:
    if now == before:
        return "same"
    return "more" if now > before else "less"
