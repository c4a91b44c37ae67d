"""What somebody typed into the form of a correction, and the body that comes of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from knowledge.mending import one_width
from service.answering.corrections.records import (
    ApprovedAnswer,
    Body,
    CityContact,
    CorrectionKind,
    HiddenPassage,
    PassageNote,
    RefusalTopic,
    RestsOn,
    Synonym,
)
from service.correcting.faults import Fault, FaultCode
from service.question.normalisation import normalise

# The fields of each kind's form, beside the passages.
FIELDS: Mapping[CorrectionKind, tuple[str, ...]] = MappingProxyType(
    {
        CorrectionKind.ANSWER: ("forms", "answer", "valid_from", "valid_to"),
        CorrectionKind.SYNONYM: ("words",),
        CorrectionKind.HIDDEN: ("reason",),
        CorrectionKind.NOTE: ("note",),
        CorrectionKind.REFUSAL: ("name", "phrases", "text"),
        CorrectionKind.CONTACT: ("text",),
    }
)
# Fields for a day.
DAYS = ("valid_from", "valid_to")
# Kinds that rest on passages: one or more, or exactly one.
WITH_PASSAGES = frozenset({CorrectionKind.ANSWER, CorrectionKind.HIDDEN, CorrectionKind.NOTE})
ONE_PASSAGE = WITH_PASSAGES - {CorrectionKind.ANSWER}


@dataclass(frozen=True, slots=True)
class Entered:
    """A form as typed. `texts`: by the names in FIELDS; `passages`: ids picked, in their order."""

    texts: Mapping[str, str] = field(default_factory=dict)
    passages: tuple[str, ...] = ()

    def text(self, name: str) -> str:
        """What was typed into a field, "" for nothing."""
        return self.texts.get(name, "")

    def day(self, name: str) -> date | None:
        """The day in a field for one, None for any other text."""
        return day_in(name, self.text(name))


def day_in(name: str, text: str) -> date | None:
    """The day that a text of a field is, None where it is none or the field is not for one."""
    if name not in DAYS:
        return None
    try:
        return date.fromisoformat(normalise(text).replace("/", "-"))
    except ValueError:
        return None


def entered_of(body: Body) -> Entered:
    """The form that gives a body."""
    match body:
        case ApprovedAnswer():
            texts = {
                "forms": "\n".join(body.forms),
                "answer": body.answer,
                "valid_from": str(body.valid_from or ""),
                "valid_to": str(body.valid_to or ""),
            }
            return Entered(texts, tuple(one.passage_id for one in body.passages))
        case Synonym():
            return Entered({"words": "\n".join(body.words)})
        case HiddenPassage():
            return Entered({"reason": body.reason}, (body.passage.passage_id,))
        case PassageNote():
            return Entered({"note": body.note}, (body.passage.passage_id,))
        case RefusalTopic():
            phrases = "\n".join(" ".join(words) for words in body.phrases)
            return Entered({"name": body.name, "phrases": phrases, "text": body.text})
        case CityContact():
            return Entered({"text": body.text})


def body_of(
    kind: CorrectionKind, entered: Entered, rests_on: Callable[[str], RestsOn]
) -> tuple[Body, tuple[Fault, ...]]:
    """The body of what was typed, plain and in one width; faults are days that are none.

    rests_on  a passage picked, with what tells its wording
    """
    passages = tuple(rests_on(one) for one in entered.passages)
    # A form without a passage still shows the rest of what it holds against the plans.
    first = passages[0] if passages else RestsOn("", "")
    match kind:
        case CorrectionKind.ANSWER:
            faults: list[Fault] = []
            days = [_day(name, entered.text(name), faults) for name in DAYS]
            forms = tuple(lines(entered.text("forms"), normalise))
            body = ApprovedAnswer(forms, plain(entered.text("answer")), passages, *days)
            return body, tuple(faults)
        case CorrectionKind.SYNONYM:
            return Synonym(tuple(lines(entered.text("words"), normalise))), ()
        case CorrectionKind.HIDDEN:
            return HiddenPassage(first, plain(entered.text("reason"))), ()
        case CorrectionKind.NOTE:
            return PassageNote(first, plain(entered.text("note"))), ()
        case CorrectionKind.REFUSAL:
            phrases = lines(entered.text("phrases"), normalise)
            sets = tuple(tuple(one.split()) for one in phrases)
            return RefusalTopic(plain(entered.text("name")), sets, plain(entered.text("text"))), ()
        case CorrectionKind.CONTACT:
            return CityContact(plain(entered.text("text"))), ()


def lines(text: str, made: Callable[[str], str]) -> Iterable[str]:
    """The lines of a box that say something."""
    return filter(None, (made(line) for line in text.splitlines()))


def plain(text: str) -> str:
    """A text for people: in one width, without what cannot be seen, empty lines or blanks at the
    ends of lines.
    """
    seen = "".join(
        sign for sign in text if sign == "\n" or not unicodedata.category(sign).startswith("C")
    )
    kept = (" ".join(line.split(" ")).strip() for line in one_width(seen).splitlines())
    return "\n".join(filter(None, kept))


def _day(name: str, text: str, faults: list[Fault]) -> date | None:
    day, typed = day_in(name, text), normalise(text)
    if day is None and typed:
        faults.append(Fault(name, FaultCode.DAY, typed))
    return day
