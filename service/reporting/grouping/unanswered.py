"""Which questions count as unanswered."""

from __future__ import annotations

from service.outcome import Reason

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
