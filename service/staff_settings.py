"""What an operator may set of the work of staff: reviewing, signing in, keeping and erasing."""

from __future__ import annotations

from pydantic_settings import BaseSettings

from service.setting import setting


class StaffSettings(BaseSettings):
    """The part of `service.settings.Settings` that residents never meet."""

    review_sample_percent: float = setting(
        20.0,
        "of the answers that gave no cause for it, so many are put into the review queue, drawn by "
        "chance: good answers are to be seen as well",
        "percent",
        ge=0,
        le=100,
    )
    retention_days: int = setting(
        30,
        "questions, answers and comments are kept for staff so long after a conversation's last "
        "question: a month's work can be looked at and put right. Then their words are erased, and "
        "counts stay",
        "days",
        ge=1,
        le=366,
    )
