"""The form of a correction as it is sent, and as it is shown again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from starlette.datastructures import FormData

from service.answering.corrections.records import CorrectionKind
from service.correcting import Entered, Fault, Line, Version, VersionState
from service.correcting.entered import FIELDS
from service.http.review.corrections.trying import Tried
from service.http.review.picking import Pick, Picking, is_searching

PICKER = "passages"


class Wish(StrEnum):
    """What a form was sent for."""

    SAVE = "save"
    TRY = "try"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it came.

    edits  of the version when the writing began, -1 where that is no number
    trial  a question to try it on
    """

    wish: Wish
    entered: Entered
    query: str
    trial: str
    edits: int


@dataclass(frozen=True, slots=True)
class FormPage:
    """What `review/corrections/form.html` shows.

    fields    names of its fields, in order
    action    where the form is sent; `back` where "cancel" leads
    number    of the version that is written, None for a new one
    picking   of the passages, None where the kind has none
    faults    by field; `warnings` likewise
    tried     what the draft does to questions, None where that was not asked
    other     the version as somebody else saved it in between, None for no conflict; `lines` what
              it differs in from what was typed here; `picks_by_id` the passages of both
    open_number  another version that is not decided yet, None for none
    closed    the state of the version where somebody took it out of writing in between, else None
    origin    the message that gave rise to it, "" for none
    contact_now  what leads residents of the city to a person, None for the words of the page
    """

    kind: CorrectionKind
    city: str | None
    cities: tuple[str | None, ...]
    action: str
    back: str
    entered: Entered
    picking: Picking | None = None
    correction_id: str = ""
    number: int | None = None
    edits: int = 0
    trial: str = ""
    faults: Mapping[str, Sequence[Fault]] | None = None
    warnings: Mapping[str, Sequence[Fault]] | None = None
    tried: tuple[Tried, ...] | None = None
    other: Version | None = None
    other_writer: str = ""
    picks_by_id: Mapping[str, Pick] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    open_number: int | None = None
    closed: VersionState | None = None
    origin: str = ""
    origin_is_gone: bool = False
    contact_now: str | None = None

    fields: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "fields", FIELDS[self.kind])


def sent(form: FormData, kind: CorrectionKind) -> Sent:
    """Read a form."""
    texts = {name: _text(form, name) for name in FIELDS[kind]}
    passages = (one for one in form.getlist(PICKER) if isinstance(one, str) and one)
    edits = _text(form, "edits")
    if is_searching(form, PICKER):
        wish = Wish.SEARCH
    else:
        wish = Wish.TRY if _text(form, "do") == Wish.TRY else Wish.SAVE
    return Sent(
        wish,
        Entered(texts, tuple(dict.fromkeys(passages))),
        _text(form, f"{PICKER}_query"),
        _text(form, "trial"),
        int(edits) if edits.isdecimal() and len(edits) < 9 else -1,
    )


def by_field(faults: Sequence[Fault], *, warnings: bool) -> Mapping[str, list[Fault]]:
    """Faults, or warnings, by the name of their field."""
    found: dict[str, list[Fault]] = defaultdict(list)
    for fault in faults:
        if fault.is_warning is warnings:
            found[fault.field].append(fault)
    return dict(found)


def _text(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""
