"""Figures for staff: what was asked, how it ended, what helped, what waits."""

from service.reporting.cited_places import CitedPlace, Naming, Ranking
from service.reporting.figures import VERDICTS, Figures, Series, Totals
from service.reporting.grouping import Grouping, QuestionGroup, QuestionGroups, QuestionVectors
from service.reporting.period import Period, Step
from service.reporting.put_right import PutRight
from service.reporting.queue_age import BAND_DAYS, QueueAge
from service.reporting.reports import MonthReport, Overview, Reports
from service.reporting.summaries import Summaries

__all__ = [
    "BAND_DAYS",
    "VERDICTS",
    "CitedPlace",
    "Figures",
    "Grouping",
    "MonthReport",
    "Naming",
    "Overview",
    "Period",
    "PutRight",
    "QuestionGroup",
    "QuestionGroups",
    "QuestionVectors",
    "QueueAge",
    "Ranking",
    "Reports",
    "Series",
    "Step",
    "Summaries",
    "Totals",
]
