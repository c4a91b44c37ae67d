"""What an answer looks like: short typed blocks and pictures, without a page or a template."""

from service.presenting.bar_chart import Bar, BarChart
from service.presenting.presenter import Block, Presentation, Presenter
from service.presenting.schedule_picture import (
    SchedulePicture,
    Stage,
    StageKind,
    YearMark,
)
from service.presenting.schedules import Schedules
from service.presenting.sources import PlanFacts, Source
from service.presenting.text_blocks import (
    Bullets,
    Conclusion,
    Excerpt,
    Lead,
    Note,
    Paragraph,
    Side,
    Sides,
    TextBlock,
)
from service.presenting.words import Run, Words, plain
from service.presenting.year_range import YearRange

__all__ = [
    "Bar",
    "BarChart",
    "Block",
    "Bullets",
    "Conclusion",
    "Excerpt",
    "Lead",
    "Note",
    "Paragraph",
    "PlanFacts",
    "Presentation",
    "Presenter",
    "Run",
    "SchedulePicture",
    "Schedules",
    "Side",
    "Sides",
    "Source",
    "Stage",
    "StageKind",
    "TextBlock",
    "Words",
    "YearMark",
    "YearRange",
    "plain",
]
