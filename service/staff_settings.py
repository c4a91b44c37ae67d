"""What an operator may set of the work of staff: reviewing, signing in, keeping and erasing."""

from __future__ import annotations

from typing import Literal

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
        "interval of Cohen's kappa is wider than 0.5 and tells good from poor no more",
        "answers",
        ge=2,
        le=1000,
    )
    corrections_poll_s: float = setting(
        2.0,
        "so often it is looked up whether staff approved or took back anything: what they do has "
        "to be live within 5 s, also in other processes on the same database. One row is read",
        "seconds",
        gt=0,
        le=60,
    )
    staff_idle_minutes: int = setting(
        30,
        "a member of staff who does nothing for so long is signed out: a desk is left for a "
        "meeting, and others pass it",
        "minutes",
        ge=1,
        le=720,
    )
    staff_session_hours: int = setting(
        10,
        "and so long after signing in at the latest: a working day with its breaks",
        "hours",
        ge=1,
        le=72,
    )
    staff_lock_failures: int = setting(
        5,
        "wrong passwords or codes in a row after which an account takes none for a while",
        "failures",
        ge=1,
        le=100,
    )
    staff_lock_minutes: int = setting(
        15,
        "how long it takes none; guessing gets 480 tries a day, and who mistyped waits for one "
        "coffee",
        "minutes",
        ge=1,
        le=1440,
    )
    staff_sign_ins_per_minute: int = setting(
        20,
        "passwords and codes that one client address may try, over all accounts; an office behind "
        "one address signs in together in the morning. 0 = no limit",
        "tries / minute",
        ge=0,
    )
    staff_password_chars_min: int = setting(
        12,
        "shortest password of staff, after NFKC; length is worth more than kinds of characters",
        "characters",
        ge=8,
        le=64,
    )
    staff_totp_required: Literal["viewer", "reviewer", "approver", "admin", "none"] = setting(
        "approver",
        "who holds this role or a higher one in any city has to set up a second factor; from "
        "approver on staff change what residents are told. none = nobody has to",
        "role",
    )
    staff_argon2_memory_kib: int = setting(
        19 * 1024,
        "memory of one password hash; OWASP's least for two passes, some 50 ms of one core",
        "KiB",
        ge=8,
        le=1024 * 1024,
    )
    staff_argon2_passes: int = setting(
        2,
        "passes over that memory; a changed cost is taken on at the next sign-in",
        "passes",
        ge=1,
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
    question_groups_minutes: int = setting(
        15,
        "unanswered questions are put into groups of like meaning this often where new ones came; "
        "it takes up to 5 seconds of one core, in pauses between residents' questions",
        "minutes",
        ge=1,
        le=1440,
    )
    review_conversation_turns: int = setting(
        50,
        "questions of a conversation that the page of one of its answers shows round it; hardly "
        "anybody asks more",
        "questions",
        ge=1,
        le=500,
    )
    review_note_chars: int = setting(
        1000,
        "longest note or remark of a reviewer, after NFKC; what is longer is a draft of an answer",
        "characters",
        ge=100,
        le=10_000,
    )
