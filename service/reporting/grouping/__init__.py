"""Unanswered questions of like meaning, put together in the background."""

from service.reporting.grouping.clustering import Breathe
from service.reporting.grouping.grouping import Grouping
from service.reporting.grouping.groups import QuestionGroup, QuestionGroups, read_groups
from service.reporting.grouping.vectors import QuestionVectors, Waiting

__all__ = [
    "Breathe",
    "Grouping",
    "QuestionGroup",
    "QuestionGroups",
    "QuestionVectors",
    "Waiting",
    "read_groups",
]
