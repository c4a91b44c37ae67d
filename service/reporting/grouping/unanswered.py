"""Which questions count as unanswered, and what they are put together by."""

from __future__ import annotations

from service.outcome import Reason

# Stands for the city of questions that are of no one city: those who see some cities alone see
# none of it.
NO_CITY = ""

# The plans were said not to tell, or the question was not understood. Not: what asks for a city,
# for it is answered next; what is refused, for its words are never kept.
UNANSWERED = (
    Reason.CLARIFY_QUESTION.value,
    Reason.NOT_FOUND_LIVE.value,
    Reason.NOT_FOUND_NO_EVIDENCE.value,
    Reason.NOT_FOUND_NO_MORE.value,
    Reason.NOT_FOUND_NOT_IN_PLAN.value,
    Reason.NOT_FOUND_OTHER_CITY.value,
    Reason.NOT_FOUND_PERSONAL_MATTER.value,
)
