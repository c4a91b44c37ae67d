"""What staff put right, as answering knows it: approved, in force, and free of who did it when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class CorrectionKind(StrEnum):
    """What can be put right; each kind has a record of its own below."""

    ANSWER = "answer"
    SYNONYM = "synonym"
    HIDDEN = "hidden"
    NOTE = "note"
    REFUSAL = "refusal"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class RestsOn:
    """A passage that an answer, or a note, rests on.

    digest  of the passage when it was chosen, see `digests.digest_of`: another one now means that
            the passage has changed
    """

    passage_id: str
    digest: str


@dataclass(frozen=True, slots=True)
class ApprovedAnswer:
    """An FAQ entry of the staff.

    forms       questions it answers, as people ask them; one or more, distinct
    answer      plain polite Japanese, 1-400 characters
    passages    what it rests on and cites, best first; one or more, all of one city
    valid_from, valid_to  days on which it answers, both included; None: without that end
    """

    forms: tuple[str, ...]
    answer: str
    passages: tuple[RestsOn, ...]
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Synonym:
    """Words that mean the same: first the plan's own, then what people say. Two or more."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HiddenPassage:
    """A passage that is neither found nor cited any more. `reason`: for staff."""

    passage: RestsOn
    reason: str


@dataclass(frozen=True, slots=True)
class PassageNote:
    """A sentence told with every answer that cites the passage: what is no longer so, and since
    when. 1-200 characters.
    """

    passage: RestsOn
    note: str


@dataclass(frozen=True, slots=True)
class RefusalTopic:
    """A matter that is not answered here, with what is told instead.

    name     what staff call it
    phrases  each a set of words that all stand in a question on it
    text     1-400 characters
    """

    name: str
    phrases: tuple[tuple[str, ...], ...]
    text: str


@dataclass(frozen=True, slots=True)
class CityContact:
    """A Japanese sentence that leads to a person, in place of the operator's setting."""

    text: str


Body = ApprovedAnswer | Synonym | HiddenPassage | PassageNote | RefusalTopic | CityContact

BODIES: dict[CorrectionKind, type[Body]] = {
    CorrectionKind.ANSWER: ApprovedAnswer,
    CorrectionKind.SYNONYM: Synonym,
    CorrectionKind.HIDDEN: HiddenPassage,
    CorrectionKind.NOTE: PassageNote,
    CorrectionKind.REFUSAL: RefusalTopic,
    CorrectionKind.CONTACT: CityContact,
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction that is in force. `city`: None for all cities."""

    id: str
    city: str | None
    body: Body


@dataclass(frozen=True, slots=True)
class Corrections:
    """All that is in force at once, in the order in which it was approved: of two contacts of a
    city the later one is told. `revision` grows with every change of it.
    """

    revision: int = 0
    entries: tuple[Correction, ...] = ()

    def approving(self, correction: Correction) -> Corrections:
        """What is in force once a correction is approved, in place of what it said before."""
        kept = tuple(one for one in self.entries if one.id != correction.id)
        return replace(self, entries=(*kept, correction))
