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
    review_low_confidence: float = setting(
        0.8,
        "answers given with less confidence are put into the review queue: on our own questions, "
        "half of which no plan answers, three in ten answers lie below it, and six in ten of the "
        "wrong ones",
        "0 to 1",
        ge=0,
        le=1,
    )
    review_due_days: int = setting(
        7,
        "within so many days an answer in the review queue is to be looked at: in a week everybody "
        "has been in once",
        "days",
        ge=0,
        le=365,
    )
    review_items_per_page: int = setting(
        50,
        "answers on one page of the review queue: what ten minutes are enough to look through",
        "answers",
        ge=1,
        le=200,
    )
    review_pairs_min: int = setting(
        30,
        "from so many answers judged by two reviewers on their agreement is told: with fewer the "
        "interval of Cohen's kappa is wider than half of its range",
        "answers",
        ge=2,
        le=1000,
    )
