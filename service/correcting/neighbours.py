"""What a body shares with other corrections: a question form, a word, a passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from knowledge.reviewing.wording import form_key
from knowledge.vocabulary.synonyms import load_synonyms
from service.answering.corrections.records import (
    ApprovedAnswer,
    Body,
    CityContact,
    HiddenPassage,
    PassageNote,
    Synonym,
)
from service.correcting.faults import Fault, FaultCode
from service.correcting.versions import Corrected

B = TypeVar("B", ApprovedAnswer, Synonym, HiddenPassage, PassageNote, CityContact)
_JOINED = "、"


def shared(
    correction_id: str, city: str | None, body: Body, others: Iterable[Corrected]
) -> tuple[Fault, ...]:
    """What a body shares with other corrections, live or being written, of its city or of all.

    A form that another live answer has is a fault: which of the two should answer? All else is a
    warning.

    correction_id  its own, "" for a new one
    """
    near = [one for one in others if one.id != correction_id and _meets(city, one.city)]
    match body:
        case ApprovedAnswer():
            return tuple(_forms(body, near))
        case Synonym():
            return (*_reviewed_groups(body), *_groups(body, near))
        case HiddenPassage():
            return tuple(_same_passage(body, _bodies(near, HiddenPassage)))
        case PassageNote():
            return tuple(_same_passage(body, _bodies(near, PassageNote)))
        case CityContact():
            return tuple(
                Fault("text", FaultCode.CONTACT_TAKEN, other=one.id, is_warning=True)
                for one, _ in _bodies(near, CityContact)
                if one.city == city
            )
        case _:
            return ()


def _meets(city: str | None, other: str | None) -> bool:
    return city is None or other is None or city == other


def _bodies(near: Iterable[Corrected], kind: type[B]) -> Iterator[tuple[Corrected, B]]:
    for one in near:
        for version in (one.live, one.open):
            if version is not None and isinstance(version.body, kind):
                yield one, version.body


def _forms(body: ApprovedAnswer, near: Iterable[Corrected]) -> Iterator[Fault]:
    own = {form_key(form): form for form in body.forms}
    told: set[tuple[str, str]] = set()
    for one, other in _bodies(near, ApprovedAnswer):
        for form in other.forms:
            key = form_key(form)
            if key in own and (one.id, key) not in told:
                told.add((one.id, key))
                is_live = one.live is not None and other is one.live.body
                yield Fault("forms", FaultCode.FORM_TAKEN, own[key], 0, one.id, not is_live)


def _groups(body: Synonym, near: Iterable[Corrected]) -> Iterator[Fault]:
    own = {form_key(word): word for word in body.words}
    for one, other in _bodies(near, Synonym):
        for word in other.words:
            if form_key(word) in own:
                group = _JOINED.join(other.words)
                yield Fault("words", FaultCode.WORD_GROUPED, group, 0, one.id, is_warning=True)
                break


def _reviewed_groups(body: Synonym) -> Iterator[Fault]:
    own = {form_key(word) for word in body.words}
    for group in load_synonyms():
        if any(form_key(word) in own for word in group):
            yield Fault("words", FaultCode.WORD_GROUPED, _JOINED.join(group), is_warning=True)


def _same_passage(
    body: HiddenPassage | PassageNote,
    others: Iterable[tuple[Corrected, HiddenPassage | PassageNote]],
) -> Iterator[Fault]:
    for one, other in others:
        if other.passage.passage_id == body.passage.passage_id:
            yield Fault("passages", FaultCode.PASSAGE_TAKEN, other=one.id, is_warning=True)
