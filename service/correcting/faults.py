"""What is wrong, or worth a look, with what somebody wrote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultCode(StrEnum):
    """Kinds of faults; the words for each stand in `web/wording/`."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    TWICE = "twice"
    PERSONAL = "personal"
    MARKUP = "markup"
    DAY = "day"
    DAYS_REVERSED = "days_reversed"
    NO_PASSAGE = "no_passage"
    PASSAGE_GONE = "passage_gone"
    OTHER_CITY = "other_city"
    ONE_SIGN = "one_sign"
    NUMBER = "number"
    QUOTED = "quoted"
    NAME = "name"
    YEARS_DIFFER = "years_differ"
    NOT_WHOLE = "not_whole"
    IMPOLITE = "impolite"
    OVER = "over"
    FORM_TAKEN = "form_taken"
    WORD_GROUPED = "word_grouped"
    PASSAGE_TAKEN = "passage_taken"
    CONTACT_TAKEN = "contact_taken"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing.

    field       name of the field of the form
    value       what is concerned, as it was written; "" where that is plain
    limit       the number that was passed, 0 for none
    other       id of the other correction that it concerns, "" for none
    is_warning  it can be saved; who approves sees it
    """

    field: str
    code: FaultCode
    value: str = ""
    limit: int = 0
    other: str = ""
    is_warning: bool = False
